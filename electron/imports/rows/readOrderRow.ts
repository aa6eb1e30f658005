import type { OrderItem } from '../../../shared/domain/order.ts';
import { readCarrierCode } from '../../../shared/domain/readCarrierCode.ts';
import type { ErrorCode } from '../../../shared/errors/catalogue.ts';
import type { ImportedRow, OrderDraft } from '../kit/orderDraft.ts';
import { type Judgement, judgeRow } from './judgeRow.ts';
import { readAmountFen } from './readAmountFen.ts';
import { readCount } from './readCount.ts';
import { hasReceiver, judgeReceiver, readReceiver } from './readReceiver.ts';
import { readWeightGrams } from './readWeightGrams.ts';
import type { RowCells } from './rowCells.ts';

function rejectedRow(cells: RowCells, code: ErrorCode, field: string): ImportedRow {
  const orderNo = cells.isDamaged('orderNo') ? '' : cells.text('orderNo');
  return {
    kind: 'rejected',
    rejected: { rowNumber: cells.row.rowNumber, orderNo, complaint: { code, field } },
  };
}

/** Digits that are gone cannot be guessed: the row is refused, unless another whole number serves. */
function damagedField(cells: RowCells): string | null {
  if (cells.isDamaged('orderNo')) return 'orderNo';
  const isPhoneLost =
    cells.isDamaged('receiverPhone') && (cells.text('receiverTel') === '' || cells.isDamaged('receiverTel'));
  const isTelLost = cells.isDamaged('receiverTel') && cells.text('receiverPhone') === '';
  return isPhoneLost || isTelLost ? 'phone' : null;
}

function readItems(cells: RowCells, judgement: Judgement): OrderItem[] {
  const item = {
    name: cells.text('goodsName') || cells.text('goodsShortName'),
    sku: cells.text('newSku') || cells.text('sku'),
    skuCode: cells.text('skuCode') || cells.text('goodsCode'),
  };
  const quantity = readCount(cells.text('quantity'));
  if (quantity === null) judgement.ask('IMPORT_QUANTITY_UNREADABLE', 'quantity');
  const isNamed = item.name !== '' || item.sku !== '' || item.skuCode !== '';
  return isNamed ? [{ ...item, quantity: quantity ?? 1 }] : [];
}

function readMoney(cells: RowCells, field: 'codAmount' | 'insuredValue', judgement: Judgement): number {
  const text = cells.text(field);
  // 是 and 否 stand in columns that only say whether there is any.
  const amount = /^(?:否|no|false)$/i.test(text) ? 0 : readAmountFen(text);
  if (amount === null) {
    judgement.ask('IMPORT_AMOUNT_UNREADABLE', field === 'codAmount' ? 'codAmountFen' : 'insuredValueFen');
  }
  return amount ?? 0;
}

function readWeight(cells: RowCells, judgement: Judgement): number | null {
  const grams = readWeightGrams(cells.text('weight'), cells.columns.headerOf('weight'));
  if (grams === undefined) judgement.ask('IMPORT_WEIGHT_UNREADABLE', 'weightGrams');
  return grams ?? null;
}

/** Carrier and number, from two columns or from one (快递信息: 圆通速递-YT0000000000000). */
function readCarrier(cells: RowCells, judgement: Judgement): { carrier: string; waybillNo: string } {
  const both = cells.text('carrierAndNo');
  const numberInBoth = /[A-Za-z]{0,4}\d{10,20}/.exec(both)?.[0] ?? '';
  const nameInBoth = both.split(/[-,，:：;；\s\d]/)[0] ?? '';
  const name = cells.text('carrier') || (numberInBoth === both ? '' : nameInBoth);
  const code = name === '' ? '' : (readCarrierCode(name) ?? readCarrierCode(cells.text('carrierCode')));
  if (code === null) judgement.ask('IMPORT_CARRIER_UNKNOWN', 'carrier');
  const waybillNo = cells.text('waybillNo') || numberInBoth;
  if (waybillNo !== '') judgement.ask('IMPORT_HAS_WAYBILL', 'waybillNo');
  return { carrier: code ?? '', waybillNo };
}

/** `previous`: the draft of the row before. A further line of the same order may leave out what was said there. */
export function readOrderRow(cells: RowCells, previous: OrderDraft | null): ImportedRow {
  const orderNo = cells.text('orderNo');
  const ownReceiver = readReceiver(cells);
  const isFurtherLine =
    previous !== null && orderNo !== '' && previous.orderNo === orderNo && !hasReceiver(ownReceiver);
  const judgement = judgeRow(cells);
  if (isFurtherLine && cells.text('status') === '') {
    judgement.complaints.length = 0;
    judgement.complaints.push(...previous.complaints);
    judgement.verdict = previous.verdict;
  }
  const isSkipped = judgement.verdict === 'skip';
  const damaged = damagedField(cells);
  if (damaged !== null && !(isSkipped && damaged === 'phone')) {
    return rejectedRow(cells, 'IMPORT_NUMBER_DAMAGED', damaged);
  }
  const receiver = isFurtherLine ? previous.receiver : ownReceiver;
  if (!hasReceiver(receiver) && !isSkipped) return rejectedRow(cells, 'IMPORT_ROW_NO_RECEIVER', 'phone');
  if (!isSkipped && !isFurtherLine) judgeReceiver(cells, receiver, judgement);
  const items = readItems(cells, judgement);
  const parcelCount = readCount(cells.text('packageCount'));
  if (parcelCount === null) judgement.ask('IMPORT_QUANTITY_UNREADABLE', 'parcelCount');
  const draft = {
    rowNumber: cells.row.rowNumber,
    orderNo,
    shop: cells.text('shop'),
    receiver,
    items,
    weightGrams: readWeight(cells, judgement),
    parcelCount: parcelCount ?? 1,
    codAmountFen: readMoney(cells, 'codAmount', judgement),
    insuredValueFen: readMoney(cells, 'insuredValue', judgement),
    buyerRemark: cells.texts('buyerRemark').join('；'),
    sellerRemark: cells.texts('sellerRemark').join('；'),
    ...readCarrier(cells, judgement),
  };
  const { verdict, complaints } = judgement;
  return { kind: 'draft', draft: { ...draft, verdict, complaints } };
}
