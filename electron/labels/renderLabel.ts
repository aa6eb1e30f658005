import type { LabelBitmap, LabelDocument } from '../../shared/domain/labelDocument.ts';
import { done, type Outcome } from '../../shared/errors/outcome.ts';
import { type LabelFormat, layoutLabel } from './layout/layoutLabel.ts';
import type { LabelFonts } from './painter/openLabelFonts.ts';
import { paintLabel } from './paintLabel.ts';

/**
 * Document → the very dots that are printed and previewed. Pure.
 * Errors: `LABEL_GLYPH_MISSING`, `LABEL_BARCODE_CONTENT`, `LABEL_BARCODE_TOO_WIDE`.
 */
export function renderLabel(
  document: LabelDocument,
  format: LabelFormat,
  fonts: LabelFonts,
): Outcome<LabelBitmap> {
  const drawing = layoutLabel(document, format, fonts);
  return drawing.ok ? done(paintLabel(drawing.value, fonts).bitmap) : drawing;
}
