import type { LabelBitmap } from '../../../shared/domain/printing/labelDocument.ts';
import type { LanguageFacts, PrinterState } from '../../../shared/domain/printing/printer.ts';

/** Size of the paper in the printer, and what is set for this printer; absent or null: as set on the device. */
export interface PrinterMedia {
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

/** A picture at its place, from the page's top left corner. */
export interface SheetPicture {
  readonly bitmap: LabelBitmap;
  readonly leftMm: number;
  readonly topMm: number;
}

export interface SheetPage {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly pictures: readonly SheetPicture[];
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
  /** For a language of whole pages; absent: one label after the other. */
  readonly sheets?: {
    /** How many labels of this paper lie on one page. */
    labels(media: PrinterMedia): number;
    /** Several labels, each once, on as few pages as hold them. */
    lay(bitmaps: readonly LabelBitmap[], media: PrinterMedia): readonly SheetPage[];
    write(pages: readonly SheetPage[]): Uint8Array;
  };
  /** null: it cannot be asked. */
  readonly status: StatusQuestion | null;
}
