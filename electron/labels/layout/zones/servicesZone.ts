import type { LabelDocument } from '../../../../shared/domain/printing/labelDocument.ts';
import type { Box } from '../labelDrawing.ts';
import { drawBadge, type LabelSheet } from '../labelSheet.ts';
import { formatYuan } from '../printedValues.ts';

/** Cash to collect as a black badge, since it is what a courier must not overlook; the rest beside it. */
export function drawServices(sheet: LabelSheet, box: Box, document: LabelDocument): void {
  const pad = sheet.scaled(1.2);
  const inset = sheet.scaled(0.7);
  const cod = formatYuan(document.codAmountFen ?? 0);
  const insured = formatYuan(document.insuredValueFen ?? 0);
  const others = [
    ...(document.payment === 'receiver' ? ['运费到付'] : []),
    ...(insured === '' ? [] : [`保价 ${insured}`]),
    ...(document.hasReturnReceipt ? ['签回单'] : []),
  ].join(cod === '' ? '  ' : '\n');
  const room = { left: box.left + pad, width: box.width - 2 * pad };
  let left = room.left;
  if (cod !== '') {
    const text = `代收货款 ${cod}`;
    const wanted = sheet.measure('bold', text, sheet.scaled(4)) + 2 * pad;
    const width = Math.min(wanted, others === '' ? room.width : Math.floor(room.width * 0.6));
    const badge = { left, top: box.top + inset, width, height: box.height - 2 * inset };
    drawBadge(sheet, badge, text, 4);
    left += width + pad;
  }
  const rest = {
    left,
    top: box.top + Math.floor(inset / 2),
    width: room.left + room.width - left,
    height: box.height - inset,
  };
  sheet.text(others, rest, { weight: 'bold', maxMm: 3.2, maxLines: 2, vertical: 'middle' });
}
