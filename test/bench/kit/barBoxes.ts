import { quietModules } from '../../../electron/labels/barcodes/encodeCode128.ts';
import type { Box, LabelMark } from '../../../electron/labels/layout/labelDrawing.ts';

/** The bars of a barcode as boxes, for engines that know no barcodes. */
export function barBoxes(mark: LabelMark & { kind: 'bars' }): Box[] {
  const { barcode, moduleDots } = mark.fitted;
  const boxes: Box[] = [];
  let left = mark.left + quietModules * moduleDots;
  barcode.widths.forEach((modules, index) => {
    const width = modules * moduleDots;
    if (index % 2 === 0) boxes.push({ left, top: mark.top, width, height: mark.height });
    left += width;
  });
  return boxes;
}
