import type { LabelBitmap, LabelDocument } from '../../shared/domain/labelDocument.ts';
import type { DrawableTemplate } from '../../shared/domain/labelTemplate.ts';
import { done, type Outcome } from '../../shared/errors/outcome.ts';
import { type LabelFormat, layoutLabel } from './layout/layoutLabel.ts';
import type { LabelFonts } from './painter/openLabelFonts.ts';
import { paintLabel } from './paintLabel.ts';

/**
 * Document → the very dots that are printed and previewed. Pure. `template` is what `document.template` names, already read.
 * Errors: `LABEL_GLYPH_MISSING`, `LABEL_BARCODE_CONTENT`, `LABEL_BARCODE_TOO_WIDE`.
 */
export function renderLabel(
  document: LabelDocument,
  format: LabelFormat,
  fonts: LabelFonts,
  template: DrawableTemplate | null = null,
): Outcome<LabelBitmap> {
  const laidOut = layoutLabel(document, format, fonts, template);
  return laidOut.ok ? done(paintLabel(laidOut.value.drawing, fonts).bitmap) : laidOut;
}
