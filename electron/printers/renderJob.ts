import type { LabelBitmap, LabelDocument } from '../../shared/domain/labelDocument.ts';
import type { DrawableTemplate } from '../../shared/domain/labelTemplate.ts';
import type { PrinterProfile } from '../../shared/domain/printer.ts';
import { done, type Outcome } from '../../shared/errors/outcome.ts';
import type { LabelFonts } from '../labels/painter/openLabelFonts.ts';
import { renderLabel } from '../labels/renderLabel.ts';
import { type EncodedSheet, encodeSheet, type SheetTarget } from './encodeSheet.ts';

export interface RenderedJob extends EncodedSheet {
  /** The dots of the layout, before the offset of the printer. */
  readonly bitmap: LabelBitmap;
}

/**
 * Document → bytes in the printer's language and the picture of it. Pure. Masking is the caller's.
 * Errors: those of `renderLabel` and `encodeSheet`.
 */
export function renderJob(
  document: LabelDocument,
  target: SheetTarget,
  fonts: LabelFonts,
  template: DrawableTemplate | null = null,
  profile?: PrinterProfile,
): Outcome<RenderedJob> {
  const bitmap = renderLabel(document, { size: target.size, dpi: target.dpi }, fonts, template);
  return bitmap.ok ? jobOfBitmap(bitmap.value, target, profile) : bitmap;
}

/** The same from dots that are drawn already, a carrier's own label for example. */
export function jobOfBitmap(
  bitmap: LabelBitmap,
  target: SheetTarget,
  profile?: PrinterProfile,
): Outcome<RenderedJob> {
  const encoded = encodeSheet(bitmap, target, profile);
  return encoded.ok ? done({ ...encoded.value, bitmap }) : encoded;
}
