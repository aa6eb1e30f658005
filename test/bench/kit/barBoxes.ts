import { quietModules } from '../../../electron/labels/barcodes/encodeCode128.ts';
import type { Box, LabelMark } from '../../../electron/labels/layout/labelDrawing.ts';

/** The bars of a barcode as boxes, for engines that know no barcodes. */
export function barBoxes(mark: LabelMark & { kind: 'bars' }): Box[] {
  const { barcode, moduleDots } = mark.fitted;
  const boxes: Box[] = [];
  for (let dots = 0; dots <= mark.leanDots; dots += 1) {
    const top = mark.top + Math.round((dots * mark.height) / (mark.leanDots + 1));
    const bottom = mark.top + Math.round(((dots + 1) * mark.height) / (mark.leanDots + 1));
    let left = mark.left + dots + quietModules * moduleDots;
    barcode.widths.forEach((modules, index) => {
      const width = modules * moduleDots;
      if (index % 2 === 0) boxes.push({ left, top, width, height: bottom - top });
      left += width;
    });
  }
  return boxes;
}
