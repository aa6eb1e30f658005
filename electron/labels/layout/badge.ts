import type { Box } from './labelDrawing.ts';
import type { LabelSheet } from './labelSheet.ts';

/** White text on a black box with softened corners. */
export function drawBadge(sheet: LabelSheet, box: Box, text: string, maxMm: number): void {
  const cut = Math.max(1, Math.round(sheet.dotsPerMm / 8));
  sheet.rect({ left: box.left + cut, top: box.top, width: box.width - 2 * cut, height: box.height });
  sheet.rect({ left: box.left, top: box.top + cut, width: box.width, height: box.height - 2 * cut });
  sheet.text(text, box, {
    weight: 'bold',
    maxMm,
    minMm: 1.5,
    maxLines: 1,
    align: 'center',
    vertical: 'middle',
    isWhite: true,
  });
}
