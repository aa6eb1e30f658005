import type { LabelBitmap } from '../../../shared/domain/labelDocument.ts';
import type { FittedBarcode } from '../barcodes/fitBarcode.ts';
import type { FontWeight } from '../painter/openLabelFonts.ts';

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
  /** `left` is where the quiet zone begins, not the first bar. */
  | ({ readonly kind: 'bars'; readonly fitted: FittedBarcode } & Box);

/** Everything on the label at its final place, in the order it is painted. */
export interface LabelDrawing {
  readonly widthDots: number;
  readonly heightDots: number;
  readonly dpi: LabelBitmap['dpi'];
  readonly marks: readonly LabelMark[];
}
