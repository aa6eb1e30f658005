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
  return done(codeOf(content, 'M'));
}

/**
 * One for a screen, where nothing is rubbed off: error correction L. null: longer than 2,000 characters, whose modules would be too fine
 * at the size of a window.
 */
export const encodeScreenQr = (content: string): QrCode | null =>
  /^[\x20-\x7e]{1,2000}$/.test(content) ? codeOf(content, 'L') : null;

function codeOf(content: string, errorCorrectionLevel: 'L' | 'M'): QrCode {
  const { size, data } = create(content, { errorCorrectionLevel }).modules;
  return { side: size, modules: Uint8Array.from(data, Number) };
}

/** With the blank around it, as rows of bits: what prints is 1. */
export function bitsOfQr({ side, modules }: QrCode): {
  readonly side: number;
  readonly bytesPerRow: number;
  readonly bits: Uint8Array;
} {
  const whole = side + 2 * qrQuietModules;
  const bytesPerRow = Math.ceil(whole / 8);
  const bits = new Uint8Array(bytesPerRow * whole);
  for (const [at, module] of modules.entries()) {
    const x = (at % side) + qrQuietModules;
    const y = Math.floor(at / side) + qrQuietModules;
    const byte = y * bytesPerRow + (x >> 3);
    if (module === 1) bits[byte] = (bits[byte] ?? 0) | (128 >> (x & 7));
  }
  return { side: whole, bytesPerRow, bits };
}
