import type { Box } from '../labelDrawing.ts';
import type { LabelSheet } from '../labelSheet.ts';

/** White on black across the label: nobody hands a practice label to a courier. Never over a barcode. */
export function drawPracticeBand(sheet: LabelSheet, box: Box, sortCodeDots: number): void {
  sheet.rect(box);
  const designMm = box.height / sheet.scaled(1) - 3;
  const belowSortCode = sortCodeDots > 0 ? (sortCodeDots - 1) / sheet.scaled(1) : designMm;
  sheet.text('样单 · 请勿寄递', box, {
    weight: 'bold',
    maxMm: Math.max(5, Math.min(designMm, belowSortCode)),
    maxLines: 1,
    align: 'center',
    vertical: 'middle',
    isWhite: true,
  });
}
