import { readCarrierCode } from '../../../shared/domain/carriers/carrierTable.ts';
import type { OrderItem } from '../../../shared/domain/order.ts';
import type { ReceiverColumns } from '../../../shared/domain/receiverColumns.ts';
import type { ErrorCode } from '../../../shared/errors/catalogue.ts';
import { isOddOrderNo } from '../../../shared/rules/orderCode.ts';
import { halfWidth } from '../kit/cellText.ts';
import { linesMark } from '../kit/linesMark.ts';
import type { ImportedRow, OrderDraft } from '../kit/orderDraft.ts';
import { readCount, readWeightGrams } from '../kit/quantities.ts';
import { readTimes } from './judgeDates.ts';
import { judgeRow, judgeTexts } from './judgeRow.ts';
import { isRoundedNumber } from './readFileFacts.ts';
import { readItems } from './readGoods.ts';
import { readMoney } from './readMoney.ts';
import { hasReceiver, judgeReceiver, readReceiver } from './readReceiver.ts';
import { readSale } from './readSale.ts';
import { readWishes } from './readWishes.ts';
import type { Judgement, RowCells } from './rowCells.ts';

function rejectedRow(cells: RowCells, code: ErrorCode, field: string): ImportedRow {
  const isLost = code === 'IMPORT_NUMBER_DAMAGED' && field === 'orderNo';
  const orderNo = isLost ? '' : halfWidth(cells.text('orderNo'));
  return {
    kind: 'rejected',
    rejected: { rowNumber: cells.row.rowNumber, orderNo, complaint: { code, field } },
  };
}

/** Digits that are gone cannot be guessed: the row is refused, unless another whole number serves. */
function damagedField(cells: RowCells): string | null {
  const isRounded = cells.columns.facts.hasRoundedOrderNos && isRoundedNumber(cells.text('orderNo'));
  if (isRounded || cells.isDamaged('orderNo')) return 'orderNo';
  const isPhoneLost =
    cells.isDamaged('receiverPhone') && (cells.text('receiverTel') === '' || cells.isDamaged('receiverTel'));
  const isTelLost = cells.isDamaged('receiverTel') && cells.text('receiverPhone') === '';
  return isPhoneLost || isTelLost ? 'phone' : null;
}

/** What another sheet or report lists of this order, where there is one; else what the row itself says. */
function goodsOf(cells: RowCells, orderNo: string, judgement: Judgement): readonly OrderItem[] {
  const own = readItems(cells, judgement);
  const { goods } = cells.columns;
  if (goods === null || judgement.verdict === 'skip') return own;
  const listed = goods.get(orderNo);
  if (listed === undefined) {
    judgement.note('IMPORT_GOODS_NOT_LISTED', 'items');
    return own;
  }
  if (listed.closedBy !== null) judgement.skip(listed.closedBy.code as ErrorCode, listed.closedBy.field);
  else
    for (const { code, field, params } of listed.complaints) judgement.ask(code as ErrorCode, field, params);
  return listed.items;
}

/** Kilograms taken for grams, or the other way round, are a factor of 1,000; parcels of one file rarely differ by 200. */
const outlierFactor = 200;

function judgeWeight(grams: number, usualGrams: number | null, judgement: Judgement): void {
  if (usualGrams === null) return;
  if (grams < usualGrams * outlierFactor && grams * outlierFactor > usualGrams) return;
  const params = { kg: grams / 1000, usualKg: usualGrams / 1000 };
  judgement.ask('IMPORT_WEIGHT_OUTLIER', 'weightGrams', params);
}

/** `1.2/0.8`: what each box weighs, where as many are listed as there are boxes; null: the cell holds one weight. */
function readBoxGrams(cells: RowCells, parcelCount: number): readonly number[] | null {
  if (parcelCount < 2) return null;
  const parts = cells.text('weight').split(/[/、;；|+]/);
  if (parts.length !== parcelCount) return null;
  const { facts } = cells.columns;
  const grams = parts.flatMap(
    (part) => readWeightGrams(part, cells.columns.headerOf('weight'), facts.weightUnit) ?? [],
  );
  return grams.length === parcelCount ? grams : null;
}

function readWeight(cells: RowCells, judgement: Judgement): number | null {
  const text = cells.text('weight');
  if (text === '' && !cells.isUncalculated('weight')) return null;
  const { facts } = cells.columns;
  const header = cells.columns.headerOf('weight');
  const grams = text === '' ? undefined : readWeightGrams(text, header, facts.weightUnit);
  if (grams === undefined) judgement.ask('IMPORT_WEIGHT_UNREADABLE', 'weightGrams');
  else if (grams !== null) judgeWeight(grams, facts.usualWeightGrams, judgement);
  return grams ?? null;
}

/** Carrier and number, from two columns or from one (快递信息: 圆通速递-YT0000000000000). */
function readCarrier(cells: RowCells, judgement: Judgement): { carrier: string; waybillNo: string } {
  // Where the number has a column of its own, 物流信息 is the story of the parcel, with phone numbers in it.
  const both = cells.columns.has('waybillNo') ? '' : cells.text('carrierAndNo');
  const numberInBoth = both === '' ? '' : (/[A-Za-z]{0,4}\d{10,20}/.exec(both)?.[0] ?? '');
  const nameInBoth = both === '' ? '' : (both.split(/[-,，:：;；\s\d]/)[0] ?? '');
  const name = cells.text('carrier') || (numberInBoth === both ? '' : nameInBoth);
  const code = name === '' ? '' : (readCarrierCode(name) ?? readCarrierCode(cells.text('carrierCode')));
  if (code === null) judgement.ask('IMPORT_CARRIER_UNKNOWN', 'carrier');
  const waybillNo = cells.text('waybillNo') || numberInBoth;
  if (waybillNo !== '') judgement.ask('IMPORT_HAS_WAYBILL', 'waybillNo');
  return { carrier: code ?? '', waybillNo };
}

/** What only few rows have in addition; after `skip` there is nothing to report. */
function furtherMarks(
  { verdict, notes }: Judgement,
  isContinuation: boolean,
): Pick<OrderDraft, 'notes' | 'isContinuation'> {
  if (verdict === 'skip') return noMarks;
  return { ...(notes.length === 0 ? {} : { notes }), ...(isContinuation ? { isContinuation } : {}) };
}

const noMarks = {};

/** A further line of an order leaves out the receiver: it has the order's number, or nothing but its goods. */
function isFurtherLine(cells: RowCells, receiver: ReceiverColumns, orderNo: string): boolean {
  if (hasReceiver(receiver)) return false;
  return orderNo !== '' || (receiver.name === '' && cells.text('goodsName') !== '');
}

/** One row by itself. Without a receiver it may still be a further line of an order: `isContinuation`. */
export function readOrderRow(cells: RowCells): ImportedRow {
  const receiver = readReceiver(cells);
  // An order that was typed into the ERP has no number of a platform.
  const ownNo = hasReceiver(receiver) ? cells.text('erpOrderNo') : '';
  const orderNo = halfWidth(cells.text('orderNo') || ownNo);
  const isContinuation = isFurtherLine(cells, receiver, orderNo);
  const judgement = judgeRow(cells, isContinuation);
  const isSkipped = judgement.verdict === 'skip';
  const damaged = damagedField(cells);
  if (damaged !== null && !(isSkipped && damaged === 'phone')) {
    return rejectedRow(cells, 'IMPORT_NUMBER_DAMAGED', damaged);
  }
  if (!hasReceiver(receiver)) {
    if (!isSkipped && !isContinuation) return rejectedRow(cells, 'IMPORT_ROW_NO_RECEIVER', 'phone');
  } else if (!isSkipped) judgeReceiver(cells, receiver, judgement);
  judgeTexts(cells, judgement);
  if (!isContinuation && isOddOrderNo(orderNo)) judgement.ask('ORDER_NO_ODD', 'orderNo');
  const items = goodsOf(cells, orderNo, judgement);
  const parcelCount = cells.isUncalculated('packageCount') ? null : readCount(cells.text('packageCount'));
  if (parcelCount === null) judgement.ask('IMPORT_QUANTITY_UNREADABLE', 'parcelCount');
  const boxGrams = readBoxGrams(cells, parcelCount ?? 1);
  const { wishes, sender } = readWishes(cells, judgement);
  // In this order they complain.
  const weightGrams =
    boxGrams === null ? readWeight(cells, judgement) : boxGrams.reduce((sum, one) => sum + one);
  const { codAmountFen, insuredValueFen } = readMoney(cells, judgement, isContinuation);
  const { carrier, waybillNo } = readCarrier(cells, judgement);
  const { paidAt, shipBy, promisedAt } = readTimes(cells, judgement);
  const { verdict, complaints } = judgement;
  const draft: OrderDraft = {
    rowNumber: cells.row.rowNumber,
    orderNo,
    shop: cells.text('shop'),
    receiver,
    items,
    weightGrams,
    parcelCount: parcelCount ?? 1,
    codAmountFen,
    insuredValueFen,
    buyerRemark: cells.texts('buyerRemark').join('；'),
    sellerRemark: cells.texts('sellerRemark').join('；'),
    carrier,
    waybillNo,
    wishes: boxGrams === null ? wishes : { ...wishes, boxGrams },
    sender,
    sale: readSale(cells, judgement),
    paidAt,
    shipBy,
    promisedAt,
    subOrderNo: cells.text('subOrderNo'),
    lineMark: orderNo === '' && !isContinuation ? 0 : linesMark(cells.row.cells),
    verdict,
    complaints,
  };
  return { kind: 'draft', draft: { ...draft, ...furtherMarks(judgement, isContinuation) } };
}
