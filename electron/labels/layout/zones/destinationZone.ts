import type { LabelDocument } from '../../../../shared/domain/printing/labelDocument.ts';
import type { Box } from '../labelDrawing.ts';
import { drawBadge, type LabelSheet, oneLine } from '../labelSheet.ts';

/**
 * The sort code (大头笔): largest text of the label, one line, as the carrier gave it; only its size gives way.
 * Without one the zone stays blank, to be written by hand. Returns its size in dots, 0 when blank.
 */
export function drawDestination(sheet: LabelSheet, box: Box, sortCode: string): number {
  const pad = sheet.scaled(1.2);
  const room = { ...box, left: box.left + pad, width: box.width - 2 * pad };
  const style = { ...oneLine, weight: 'bold', maxMm: 12.5, align: 'center' } as const;
  const fitted = sheet.text(sortCode, room, style);
  return fitted.lines.length === 0 ? 0 : fitted.sizeDots;
}

/** Consolidation place (集包地) by name, its code on the right. */
export function drawConsolidation(sheet: LabelSheet, box: Box, document: LabelDocument): void {
  // A carrier booked by hand writes on its own sticker.
  if (document.isManualSlip && document.packageName === '' && document.packageCode === '') return;
  const pad = sheet.scaled(1.2);
  const side = box.height - 2 * sheet.scaled(0.9);
  const badge = { left: box.left + pad, top: box.top + sheet.scaled(0.9), width: side, height: side };
  drawBadge(sheet, badge, '集', 5);
  const left = badge.left + side + pad;
  const right = box.left + box.width - pad;
  const wanted = sheet.measure('bold', document.packageCode, sheet.scaled(4.2)) + 1;
  const codeWidth = document.packageCode === '' ? 0 : Math.min(Math.floor((right - left) / 2), wanted);
  sheet.text(
    document.packageName,
    { left, top: box.top, width: right - left - codeWidth - (codeWidth > 0 ? pad : 0), height: box.height },
    { ...oneLine, weight: 'bold', maxMm: 5.2 },
  );
  sheet.text(
    document.packageCode,
    { left: right - codeWidth, top: box.top, width: codeWidth, height: box.height },
    { ...oneLine, weight: 'bold', maxMm: 4.2, align: 'right' },
  );
}
