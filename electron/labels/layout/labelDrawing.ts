import type { LabelBitmap } from '../../../shared/domain/printing/labelDocument.ts';
import type { ElementProblem, LogoPicture } from '../../../shared/domain/printing/labelTemplate.ts';
import type { FittedBarcode } from '../barcodes/encodeCode128.ts';
import type { QrCode } from '../barcodes/encodeQr.ts';
import type { FontWeight } from '../painter/labelFont.ts';

/** Whole dots from the sheet's top left corner. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export type LabelMark =
  | ({ readonly kind: 'rect'; readonly isWhite: boolean } & Box)
  | {
      readonly kind: 'text';
      readonly left: number;
      readonly baseline: number;
      readonly sizeDots: number;
      readonly weight: FontWeight;
      readonly text: string;
      readonly isWhite: boolean;
    }
  /**
   * `left` is where the quiet zone begins, not the first bar. `leanDots`: how much farther right the last row of the bars
   * lies than the first; the box is that of the first row.
   */
  | ({ readonly kind: 'bars'; readonly fitted: FittedBarcode; readonly leanDots: number } & Box)
  /** `left` and `top` are those of the first module, inside the quiet zone. */
  | {
      readonly kind: 'modules';
      readonly left: number;
      readonly top: number;
      readonly moduleDots: number;
      readonly code: QrCode;
    }
  | { readonly kind: 'picture'; readonly left: number; readonly top: number; readonly picture: LogoPicture };

/** Everything on the label at its final place, in the order it is painted. */
export interface LabelDrawing {
  readonly widthDots: number;
  readonly heightDots: number;
  readonly dpi: LabelBitmap['dpi'];
  readonly marks: readonly LabelMark[];
}

/** A drawing with what the editor of the merchant area wants to know of it. */
export interface LaidOutLabel {
  readonly drawing: LabelDrawing;
  readonly merchantArea: Box;
  readonly problems: readonly ElementProblem[];
  /** Elements whose condition does not hold. */
  readonly hidden: readonly string[];
}
