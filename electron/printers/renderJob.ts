import type { LabelBitmap, LabelDocument } from '../../shared/domain/labelDocument.ts';
import type { DrawableTemplate } from '../../shared/domain/labelTemplate.ts';
import { done, failure, type Outcome } from '../../shared/errors/outcome.ts';
import { encodePng } from '../labels/encodePng.ts';
import { labelMedia } from '../labels/layout/labelMedia.ts';
import type { LabelFonts } from '../labels/painter/openLabelFonts.ts';
import { renderLabel } from '../labels/renderLabel.ts';
import { printerLanguages } from './index.ts';
import type { PrinterTarget } from './kit/printerTransport.ts';

export interface RenderedJob {
  /** What the printer gets: exactly one copy. */
  readonly bytes: Uint8Array;
  /** The same dots as a picture. */
  readonly png: Uint8Array;
  readonly bitmap: LabelBitmap;
}

/**
 * Document → bytes in the printer's language and the picture of it. Pure. Masking is the caller's.
 * Errors: those of `renderLabel`, `PRINTER_LANGUAGE_UNKNOWN`, `PRINTER_RESOLUTION_UNSUPPORTED`.
 */
export function renderJob(
  document: LabelDocument,
  target: Pick<PrinterTarget, 'language' | 'dpi' | 'size'>,
  fonts: LabelFonts,
  template: DrawableTemplate | null = null,
): Outcome<RenderedJob> {
  const language = printerLanguages.find(({ id }) => id === target.language);
  if (language === undefined) return failure('PRINTER_LANGUAGE_UNKNOWN', { language: target.language });
  if (!language.resolutionsDpi.includes(target.dpi)) {
    return failure('PRINTER_RESOLUTION_UNSUPPORTED', { language: language.id, dpi: target.dpi });
  }
  const bitmap = renderLabel(document, { size: target.size, dpi: target.dpi }, fonts, template);
  if (!bitmap.ok) return bitmap;
  return done({
    bytes: language.encode(bitmap.value, labelMedia[target.size]),
    png: encodePng(bitmap.value),
    bitmap: bitmap.value,
  });
}
