import type { LabelBitmap, LabelDocument, LabelSize } from '../../../shared/domain/labelDocument.ts';
import type { DrawableTemplate } from '../../../shared/domain/labelTemplate.ts';
import type { Outcome } from '../../../shared/errors/outcome.ts';
import type { LabelFonts } from '../painter/openLabelFonts.ts';
import { cleanDocument } from './cleanDocument.ts';
import type { LaidOutLabel } from './labelDrawing.ts';
import { labelSheet } from './labelSheet.ts';
import { layoutExpress } from './layoutExpress.ts';
import { layoutInternal } from './layoutInternal.ts';

export interface LabelFormat {
  readonly size: LabelSize;
  readonly dpi: LabelBitmap['dpi'];
}

/**
 * Places everything of a label. Pure: the same document, format, fonts and template give the same dots.
 * Errors: `LABEL_GLYPH_MISSING`, `LABEL_BARCODE_CONTENT`, `LABEL_BARCODE_TOO_WIDE`.
 */
export function layoutLabel(
  document: LabelDocument,
  format: LabelFormat,
  fonts: LabelFonts,
  template: DrawableTemplate | null = null,
): Outcome<LaidOutLabel> {
  const clean = cleanDocument(document, fonts);
  if (!clean.ok) return clean;
  const sheet = labelSheet(format.size, format.dpi, fonts);
  if (format.size === '60x40') return layoutInternal(sheet, clean.value);
  return layoutExpress(sheet, fonts, clean.value, template);
}
