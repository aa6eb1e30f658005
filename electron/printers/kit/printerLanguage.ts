import type { LabelBitmap } from '../../../shared/domain/printing/labelDocument.ts';
import type { LanguageFacts, PrinterState } from '../../../shared/domain/printing/printer.ts';

/** Size of the paper in the printer, and what is set for this printer; absent or null: as set on the device. */
interface PrinterMedia {
  readonly widthMm: number;
  readonly heightMm: number;
  /** 0: continuous paper. */
  readonly gapMm: number;
  /** 0–15, darker upwards. */
  readonly density?: number | null;
  readonly speedInchesPerSecond?: number | null;
  /** One of the language's `encodings`; absent or null: its first. */
  readonly encoding?: string | null;
}

/** How a printer of this language is asked how it is. Many do not answer: silence is a state of its own. */
export interface StatusQuestion {
  readonly query: Uint8Array;
  /** null while the reply is not complete. Anything not understood is `unknown`, never `ready`. */
  read(reply: Uint8Array): PrinterState | null;
}

/**
 * One printer language. A folder under `printers/languages/`, one line in its `index.ts`, judged by
 * `test/conformance/printerLanguage`. Pure: the same bitmap gives the same bytes. Exactly one copy, always.
 */
export interface PrinterLanguage extends LanguageFacts {
  encode(bitmap: LabelBitmap, media: PrinterMedia): Uint8Array;
  readonly status: StatusQuestion;
}
