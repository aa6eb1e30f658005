import type { LabelDocument } from '../../../../shared/domain/labelDocument.ts';
import { drawBadge } from '../badge.ts';
import { formatPrintTime } from '../formatPrintTime.ts';
import type { Box } from '../labelDrawing.ts';
import type { LabelSheet } from '../labelSheet.ts';

/** Carrier on the left; time of printing, place in the batch and what makes this copy special on the right. */
export function drawHeader(sheet: LabelSheet, box: Box, document: LabelDocument): void {
  const pad = sheet.scaled(1.2);
  const rightWidth = sheet.scaled(34);
  const rightEdge = box.left + box.width - pad;
  sheet.text(
    document.carrierName,
    { left: box.left + pad, top: box.top, width: box.width - rightWidth - 3 * pad, height: box.height },
    { weight: 'bold', maxMm: 6.2, maxLines: 1, vertical: 'middle' },
  );

  const lineHeight = Math.floor((box.height - sheet.scaled(1.2)) / 2);
  const top = box.top + sheet.scaled(0.6);
  sheet.text(
    `打印 ${formatPrintTime(document.printedAt)}`,
    { left: rightEdge - rightWidth, top, width: rightWidth, height: lineHeight },
    { weight: 'regular', maxMm: 2.5, maxLines: 1, align: 'right', vertical: 'middle' },
  );

  let edge = rightEdge;
  const second = { top: top + lineHeight, height: lineHeight };
  if (document.serial !== null) {
    const text = `${document.serial.no}/${document.serial.total}`;
    const width = Math.min(rightWidth, sheet.measure('bold', text, sheet.scaled(3.2)) + 1);
    sheet.text(
      text,
      { left: edge - width, width, ...second },
      { weight: 'bold', maxMm: 3.2, maxLines: 1, align: 'right', vertical: 'middle' },
    );
    edge -= width + pad;
  }
  const badges = [
    ...(document.isPractice ? ['样单'] : []),
    ...(document.reprintNo > 0 ? [`补打${document.reprintNo}`] : []),
  ];
  for (const text of badges) {
    const width = sheet.measure('bold', text, sheet.scaled(2.7)) + 2 * sheet.scaled(0.8);
    drawBadge(sheet, { left: edge - width, width, ...second }, text, 2.7);
    edge -= width + pad;
  }
}
