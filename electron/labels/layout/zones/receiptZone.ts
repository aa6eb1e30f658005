import { encodeCode128 } from '../../barcodes/encodeCode128.ts';
import { type FittedBarcode, fitBarcode, thinnestModuleDots } from '../../barcodes/fitBarcode.ts';
import type { Box } from '../labelDrawing.ts';
import type { LabelSheet } from '../labelSheet.ts';

/** Below this a signature does not fit beside the barcode and the cell is left out. */
const leastSignatureMm = 14;

const inspected = '已验视';

function drawSignature(sheet: LabelSheet, box: Box): void {
  const pad = sheet.scaled(0.9);
  const size = sheet.scaled(2.3);
  const caption = { weight: 'regular', maxMm: 2.3, minMm: 1.6, maxLines: 1 } as const;
  const row = { left: box.left + pad, width: box.width - 2 * pad, height: size };
  sheet.text('签收人/时间', { ...row, top: box.top + pad }, caption);
  const checkTop = box.top + box.height - pad - size;
  const rule = sheet.ruleDots;
  const check = { left: row.left, top: checkTop, width: size, height: size };
  sheet.rect(check);
  sheet.rect(
    { left: check.left + rule, top: check.top + rule, width: size - 2 * rule, height: size - 2 * rule },
    true,
  );
  const textLeft = check.left + size + sheet.scaled(0.6);
  sheet.text(
    inspected,
    { ...row, left: textLeft, width: row.left + row.width - textLeft, top: checkTop },
    { ...caption, vertical: 'middle' },
  );
}

/** null: no barcode can carry it, or none would fit; its text is printed all the same. */
function smallBarcode(sheet: LabelSheet, widthDots: number, content: string): FittedBarcode | null {
  const barcode = encodeCode128(content);
  if (!barcode.ok) return null;
  const module = thinnestModuleDots(sheet.dotsPerMm);
  const fitted = fitBarcode(barcode.value, widthDots, module, module);
  return fitted.ok ? fitted.value : null;
}

/** The second, small barcode for the receipt, and room to sign. */
export function drawReceiptZone(sheet: LabelSheet, box: Box, content: string): void {
  const fitted = smallBarcode(sheet, box.width, content);
  const codeWidth = Math.max(fitted?.widthDots ?? 0, Math.round(box.width * 0.68));
  const hasSignature = box.width - codeWidth >= leastSignatureMm * sheet.dotsPerMm;
  const cell = { ...box, width: hasSignature ? codeWidth : box.width };

  const numberHeight = sheet.scaled(2.6);
  const top = cell.top + sheet.scaled(0.9);
  const height = cell.height - sheet.scaled(0.9 + 0.5 + 0.5) - numberHeight;
  if (fitted !== null) {
    const left = cell.left + Math.floor((cell.width - fitted.widthDots) / 2);
    sheet.bars({ left, top, width: fitted.widthDots, height }, fitted);
  }
  sheet.text(
    hasSignature ? content : `${content}   ${inspected}`,
    { left: cell.left, top: top + height + sheet.scaled(0.5), width: cell.width, height: numberHeight },
    { weight: 'regular', maxMm: 2.6, maxLines: 1, align: 'center', vertical: 'middle' },
  );
  if (!hasSignature) return;
  const ruleLeft = cell.left + cell.width;
  sheet.rect({ left: ruleLeft, top: box.top, width: sheet.ruleDots, height: box.height });
  const inner = ruleLeft + sheet.ruleDots;
  drawSignature(sheet, { ...box, left: inner, width: box.left + box.width - inner });
}
