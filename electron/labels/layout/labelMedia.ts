import type { LabelBitmap, LabelSize } from '../../../shared/domain/printing/labelDocument.ts';

interface LabelMedia {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly gapMm: number;
}

/** Die-cut roll stock as sold: 2 mm between labels. */
export const labelMedia: Readonly<Record<LabelSize, LabelMedia>> = {
  '76x130': { widthMm: 76, heightMm: 130, gapMm: 2 },
  '100x150': { widthMm: 100, heightMm: 150, gapMm: 2 },
  '100x180': { widthMm: 100, heightMm: 180, gapMm: 2 },
  '60x40': { widthMm: 60, heightMm: 40, gapMm: 2 },
};

/** A 203 dpi head has 8 dots a millimetre, a 300 dpi head 11.81 (not 12). */
export function dotsPerMm(dpi: LabelBitmap['dpi']): number {
  return dpi === 203 ? 8 : 11.81;
}
