import type { LabelBitmap } from '../../../shared/domain/labelDocument.ts';

/** Size of the paper in the printer. */
export interface PrinterMedia {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly gapMm: number;
}

/**
 * One printer language. A folder under `printers/languages/`, one line in `printers/index.ts`, judged by
 * `test/conformance/printerLanguage`. Pure: the same bitmap gives the same bytes. Exactly one copy, always.
 */
export interface PrinterLanguage {
  readonly id: string;
  readonly resolutionsDpi: readonly (203 | 300)[];
  encode(bitmap: LabelBitmap, media: PrinterMedia): Uint8Array;
}
