import { done, type Outcome } from '../../../../shared/errors/outcome.ts';
import type { Barcode } from '../../barcodes/encodeCode128.ts';
import { aimedModuleDots, fitBarcode, thinnestModuleDots } from '../../barcodes/fitBarcode.ts';
import { groupWaybillNo } from '../groupWaybillNo.ts';
import type { Box } from '../labelDrawing.ts';
import type { LabelSheet } from '../labelSheet.ts';

/** The main barcode over its number. Bars are about 11.5 mm high; 10 mm is the least that scans at a slant. */
export function drawCodeZone(
  sheet: LabelSheet,
  box: Box,
  barcode: Barcode,
  waybillNo: string,
): Outcome<void> {
  const fitted = fitBarcode(
    barcode,
    box.width,
    aimedModuleDots(sheet.dotsPerMm),
    thinnestModuleDots(sheet.dotsPerMm),
  );
  if (!fitted.ok) return fitted;
  const numberHeight = sheet.scaled(3.8);
  const top = box.top + sheet.scaled(1.3);
  const height = box.height - sheet.scaled(1.3 + 0.6 + 0.5) - numberHeight;
  const left = box.left + Math.floor((box.width - fitted.value.widthDots) / 2);
  sheet.bars({ left, top, width: fitted.value.widthDots, height }, fitted.value);
  sheet.text(
    groupWaybillNo(waybillNo),
    { left: box.left, top: top + height + sheet.scaled(0.6), width: box.width, height: numberHeight },
    { weight: 'bold', maxMm: 3.8, maxLines: 1, align: 'center', vertical: 'middle' },
  );
  return done(undefined);
}
