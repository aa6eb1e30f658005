import type { LabelBitmap, LabelDocument, LabelSize } from '../../../shared/domain/labelDocument.ts';
import { type DrawableTemplate, fitsSize } from '../../../shared/domain/labelTemplate.ts';
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
 * A template of another kind of label is left out: the standard layout is printed.
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
  const layout = format.size === '60x40' ? layoutInternal : layoutExpress;
  const fitting = template !== null && fitsSize(template.content, format.size) ? template : null;
  return layout(sheet, fonts, clean.value, fitting);
}
