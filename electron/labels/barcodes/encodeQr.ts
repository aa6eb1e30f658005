import { create } from 'qrcode';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';

/** A square of modules, row by row, 1 is dark. */
export interface QrCode {
  readonly side: number;
  readonly modules: Uint8Array;
}

/** Blank modules around a QR code (ISO/IEC 18004). */
export const qrQuietModules = 4;

/**
 * QR code with error correction M. Printable ASCII only: readers guess the character set of everything else, and
 * some guess wrong. `LABEL_BARCODE_CONTENT` otherwise, or when it is longer than 300 characters.
 */
export function encodeQr(content: string): Outcome<QrCode> {
  if (!/^[\x20-\x7e]{1,300}$/.test(content)) return failure('LABEL_BARCODE_CONTENT');
  const { size, data } = create(content, { errorCorrectionLevel: 'M' }).modules;
  return done({ side: size, modules: Uint8Array.from(data, Number) });
}
