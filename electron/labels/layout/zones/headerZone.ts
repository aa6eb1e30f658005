import type { PaymentKind } from '../../../../shared/domain/intake/orderWishes.ts';
import type { LabelDocument } from '../../../../shared/domain/printing/labelDocument.ts';
import type { Box } from '../labelDrawing.ts';
import { drawBadges, type LabelSheet, oneLine } from '../labelSheet.ts';
import { formatPrintTime } from '../printedValues.ts';

const rightAligned = { ...oneLine, weight: 'bold', maxMm: 3.2, align: 'right' } as const;

/** Place in the batch and what makes this copy special, from the right edge leftwards. Returns the edge left over. */
function drawCopyMarks(sheet: LabelSheet, box: Box, document: LabelDocument): number {
  const pad = sheet.scaled(1.2);
  let edge = box.left + box.width;
  if (document.serial !== null) {
    const text = `${document.serial.no}/${document.serial.total}`;
    const width = Math.min(sheet.scaled(16), sheet.measure('bold', text, sheet.scaled(3.2)) + 1);
    sheet.text(text, { ...box, left: edge - width, width }, { ...rightAligned, minMm: 1.5 });
    edge -= width + pad;
  }
  const badges = [
    ...(document.isPractice ? ['样单'] : []),
    ...(document.isManualSlip ? ['手工单'] : []),
    ...(document.reprintNo > 0 ? [`补打${document.reprintNo}`] : []),
  ];
  const room = { ...box, width: edge - box.left };
  return drawBadges(sheet, room, badges, { maxMm: 2.7, padMm: 0.8, gapDots: pad });
}

const payers: Readonly<Record<PaymentKind, string>> = {
  sender: '寄付',
  receiver: '到付',
  monthly: '月结',
  'third-party': '第三方付',
};

/** The carrier's product and who pays; empty: neither is known. */
function productLine({ productName = '', payment }: LabelDocument): string {
  return [productName, payment === undefined ? '' : payers[payment]].filter((text) => text !== '').join(' ');
}

/** Carrier, its product and who pays on the left; time of printing and the marks of this copy on the right. */
export function drawHeader(sheet: LabelSheet, box: Box, document: LabelDocument): void {
  const pad = sheet.scaled(1.2);
  const lineHeight = Math.floor((box.height - sheet.scaled(1.2)) / 2);
  const top = box.top + sheet.scaled(0.6);
  const right = box.left + box.width - pad;
  const timeWidth = sheet.scaled(34);
  sheet.text(
    `打印 ${formatPrintTime(document.printedAt)}`,
    { left: right - timeWidth, top, width: timeWidth, height: lineHeight },
    { ...rightAligned, weight: 'regular', maxMm: 2.5 },
  );
  const left = box.left + pad;
  const marksBox = { left, top: top + lineHeight, width: right - left, height: lineHeight };
  const edge = Math.min(right - timeWidth, drawCopyMarks(sheet, marksBox, document));
  const name = { ...oneLine, weight: 'bold', maxMm: 6.2 } as const;
  const room = { left, top: box.top, width: edge - pad - left, height: box.height };
  const product = productLine(document);
  if (product === '') {
    sheet.text(document.carrierName, room, name);
    return;
  }
  const inset = sheet.scaled(0.5);
  const productHeight = sheet.scaled(2.9);
  const nameHeight = box.height - productHeight - 2 * inset;
  sheet.text(
    document.carrierName,
    { ...room, top: box.top + inset, height: nameHeight },
    { ...name, maxMm: 4.7 },
  );
  const productTop = box.top + inset + nameHeight;
  sheet.text(product, { ...room, top: productTop, height: productHeight }, { ...name, maxMm: 2.8 });
}

/** White on black across the label: nobody hands a practice label to a courier. Never over a barcode. */
export function drawPracticeBand(sheet: LabelSheet, box: Box, sortCodeDots: number): void {
  sheet.rect(box);
  const designMm = box.height / sheet.scaled(1) - 3;
  const belowSortCode = sortCodeDots > 0 ? (sortCodeDots - 1) / sheet.scaled(1) : designMm;
  sheet.text('样单 · 请勿寄递', box, {
    ...oneLine,
    weight: 'bold',
    maxMm: Math.max(5, Math.min(designMm, belowSortCode)),
    align: 'center',
    isWhite: true,
  });
}
