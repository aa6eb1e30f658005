import type { LabelDocument } from '../../../../shared/domain/printing/labelDocument.ts';
import { done, type Outcome } from '../../../../shared/errors/outcome.ts';
import {
  type Barcode,
  encodeCode128,
  type FittedBarcode,
  fitBarcode,
  fitToRoom,
  thinnestModuleDots,
} from '../../barcodes/encodeCode128.ts';
import type { Box } from '../labelDrawing.ts';
import { type LabelSheet, oneLine } from '../labelSheet.ts';

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
  const fitted = fitToRoom(barcode, box.width, sheet.dotsPerMm);
  if (!fitted.ok) return fitted;
  const parcel = parcelText(document);
  const [numberHeight, parcelHeight] = [sheet.scaled(numberMm), sheet.scaled(parcelMm)];
  const gap = sheet.scaled(0.6);
  const below = sheet.scaled(0.5) + numberHeight + (parcel === '' ? 0 : gap + parcelHeight);
  const top = box.top + sheet.scaled(1.3);
  const height = box.height - sheet.scaled(1.3) - gap - below;
  const left = box.left + Math.floor((box.width - fitted.value.widthDots) / 2);
  sheet.bars({ left, top, width: fitted.value.widthDots, height }, fitted.value);
  const style = { ...oneLine, weight: 'bold', align: 'center' } as const;
  const numberTop = top + height + gap;
  const numberBox = { ...box, top: numberTop, height: numberHeight };
  const parcelBox = { ...box, top: numberTop + numberHeight + gap, height: parcelHeight };
  sheet.text(groupWaybillNo(document.waybillNo), numberBox, { ...style, maxMm: numberMm });
  sheet.text(parcel, parcelBox, { ...style, maxMm: parcelMm });
  return done(undefined);
}

/** A slip for a carrier booked by hand: where its own sticker goes, or its number is written. */
export function drawNumberRoom(sheet: LabelSheet, box: Box): void {
  const pad = sheet.scaled(1.2);
  const row = { left: box.left + pad, width: box.width - 2 * pad, height: sheet.scaled(3) };
  sheet.text(
    '手工发货 · 在此粘贴快递单条码，或写上单号',
    { ...row, top: box.top + sheet.scaled(1) },
    { ...oneLine, weight: 'regular', maxMm: 2.8, align: 'center' },
  );
  const inset = sheet.scaled(8);
  const top = box.top + box.height - sheet.scaled(2);
  sheet.rect({ left: box.left + inset, top, width: box.width - 2 * inset, height: sheet.ruleDots });
}

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

/** A bar or gap is at most this wide: where bars lean by it, a line down the label crosses each bar only on a part of its height. */
const widestModules = 4;

/**
 * The second, small barcode for the receipt, and room to sign. Its bars lean: a burnt-out dot of the head leaves a white line down the
 * whole label, which splits an upright bar from top to bottom, so that the main barcode is unread in every third case. Across leaning bars
 * the line runs beside each of them somewhere.
 */
export function drawReceiptZone(sheet: LabelSheet, box: Box, content: string): void {
  const fitted = smallBarcode(sheet, box.width, content);
  const barsWidth = fitted?.widthDots ?? 0;
  const leanDots = Math.min(widestModules * (fitted?.moduleDots ?? 0), box.width - barsWidth);
  const codeWidth = Math.max(barsWidth + leanDots, Math.round(box.width * 0.68));
  const hasSignature = box.width - codeWidth >= leastSignatureMm * sheet.dotsPerMm;
  const cell = { ...box, width: hasSignature ? codeWidth : box.width };

  const numberHeight = sheet.scaled(2.6);
  const top = cell.top + sheet.scaled(0.9);
  const height = cell.height - sheet.scaled(0.9 + 0.5 + 0.5) - numberHeight;
  if (fitted !== null) {
    const left = cell.left + Math.floor((cell.width - barsWidth - leanDots) / 2);
    sheet.bars({ left, top, width: barsWidth, height }, fitted, leanDots);
  }
  sheet.text(
    hasSignature ? content : `${content}   ${inspected}`,
    { left: cell.left, top: top + height + sheet.scaled(0.5), width: cell.width, height: numberHeight },
    { ...oneLine, weight: 'regular', maxMm: 2.6, align: 'center' },
  );
  if (!hasSignature) return;
  const ruleLeft = cell.left + cell.width;
  sheet.rect({ left: ruleLeft, top: box.top, width: sheet.ruleDots, height: box.height });
  const inner = ruleLeft + sheet.ruleDots;
  drawSignature(sheet, { ...box, left: inner, width: box.left + box.width - inner });
}

/** `YT8962646785389` → `YT 8962 6467 85389`: letters apart, digits in fours, no lone last digit. */
function groupWaybillNo(waybillNo: string): string {
  return waybillNo
    .replace(/\d{5,}/g, (digits) => ` ${digits.replace(/\d{4}(?=\d{2})/g, '$& ')} `)
    .replace(/ {2,}/g, ' ')
    .trim();
}
