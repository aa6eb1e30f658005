import type { LabelDocument } from '../../../../shared/domain/labelDocument.ts';
import { done, type Outcome } from '../../../../shared/errors/outcome.ts';
import type { Barcode } from '../../barcodes/encodeCode128.ts';
import { aimedModuleDots, fitBarcode, thinnestModuleDots } from '../../barcodes/fitBarcode.ts';
import type { Box } from '../labelDrawing.ts';
import type { LabelSheet } from '../labelSheet.ts';
import { groupWaybillNo } from './groupWaybillNo.ts';

const numberMm = 3.8;
const parcelMm = 2.7;

/** `子母件 2/5 · 母单 SF1234567890123`; on the mother's own label only its place. */
function parcelText({ waybillNo, parcel }: LabelDocument): string {
  if (!parcel) return '';
  const place = `子母件 ${parcel.no}/${parcel.total}`;
  return parcel.motherWaybillNo === waybillNo
    ? `${place} · 母单`
    : `${place} · 母单 ${groupWaybillNo(parcel.motherWaybillNo)}`;
}

/** The main barcode over its number. Bars are about 11.5 mm high; 10 mm is the least that scans at a slant. */
export function drawCodeZone(
  sheet: LabelSheet,
  box: Box,
  barcode: Barcode,
  document: LabelDocument,
): Outcome<void> {
  const fitted = fitBarcode(
    barcode,
    box.width,
    aimedModuleDots(sheet.dotsPerMm),
    thinnestModuleDots(sheet.dotsPerMm),
  );
  if (!fitted.ok) return fitted;
  const parcel = parcelText(document);
  const [numberHeight, parcelHeight] = [sheet.scaled(numberMm), sheet.scaled(parcelMm)];
  const gap = sheet.scaled(0.6);
  const below = sheet.scaled(0.5) + numberHeight + (parcel === '' ? 0 : gap + parcelHeight);
  const top = box.top + sheet.scaled(1.3);
  const height = box.height - sheet.scaled(1.3) - gap - below;
  const left = box.left + Math.floor((box.width - fitted.value.widthDots) / 2);
  sheet.bars({ left, top, width: fitted.value.widthDots, height }, fitted.value);
  const style = { weight: 'bold', maxLines: 1, align: 'center', vertical: 'middle' } as const;
  const numberTop = top + height + gap;
  sheet.text(
    groupWaybillNo(document.waybillNo),
    { left: box.left, top: numberTop, width: box.width, height: numberHeight },
    { ...style, maxMm: numberMm },
  );
  sheet.text(
    parcel,
    { left: box.left, top: numberTop + numberHeight + gap, width: box.width, height: parcelHeight },
    { ...style, maxMm: parcelMm },
  );
  return done(undefined);
}

/** A slip for a carrier booked by hand: where its own sticker goes, or its number is written. */
export function drawNumberRoom(sheet: LabelSheet, box: Box): void {
  const pad = sheet.scaled(1.2);
  const row = { left: box.left + pad, width: box.width - 2 * pad, height: sheet.scaled(3) };
  sheet.text(
    '手工发货 · 在此粘贴快递单条码，或写上单号',
    { ...row, top: box.top + sheet.scaled(1) },
    { weight: 'regular', maxMm: 2.8, maxLines: 1, align: 'center', vertical: 'middle' },
  );
  const lineTop = box.top + box.height - sheet.scaled(2);
  sheet.rect({
    left: box.left + sheet.scaled(8),
    top: lineTop,
    width: box.width - 2 * sheet.scaled(8),
    height: sheet.ruleDots,
  });
}
