import { carrierName } from '../../../../shared/domain/carriers/carrierTable.ts';
import { articleName, type OrderItem } from '../../../../shared/domain/order.ts';
import type { PickOrder } from '../../../../shared/domain/printing/printJob.ts';
import { formatPrintTime } from '../../../labels/layout/printedValues.ts';
import type { Receipt, ReceiptPart } from '../../../printers/receipts/receiptRows.ts';
import type { Order } from '../../../store/schema.ts';
import { itemsOf, withoutPersons } from '../../orders/order.ts';

type Columns = Receipt['columns'];

const pieces = (items: readonly { readonly quantity: number }[]): number =>
  items.reduce((sum, { quantity }) => sum + quantity, 0);

const goodsLine = (item: OrderItem): ReceiptPart => ({
  kind: 'pair',
  left: articleName(item),
  right: `x${item.quantity}`,
});

/** The end of the record of acts at the time of printing: this paper exposes a later cut. */
export function withHead(receipt: Receipt, head: string): Receipt {
  if (head === '') return receipt;
  return { ...receipt, parts: [...receipt.parts, { kind: 'text', text: `操作记录 ${head}` }] };
}

/** The packing slip of one order. Paper lies about, so persons in remarks are hidden. */
export function packingSlip(booked: Order, columns: Columns): Receipt {
  const order = withoutPersons(booked);
  const items = itemsOf(order);
  const remark = [order.buyerRemark, order.sellerRemark].filter((text) => text !== '').join(' ');
  return {
    title: '发货单',
    columns,
    parts: [
      { kind: 'title', text: '装 箱 单' },
      { kind: 'text', text: `订单号 ${order.orderNo}` },
      ...(order.shop === '' ? [] : [{ kind: 'text', text: `店铺 ${order.shop}` } as const]),
      { kind: 'rule' },
      ...items.map(goodsLine),
      { kind: 'rule' },
      { kind: 'text', text: `共 ${items.length} 种 ${pieces(items)} 件` },
      ...(remark === '' ? [] : [{ kind: 'text', text: `备注：${remark}`, isBold: true } as const]),
      { kind: 'code', content: order.orderNo },
    ],
  };
}

interface PickLine {
  readonly code: string;
  readonly name: string;
  readonly quantity: number;
  readonly orders: number;
}

/** One line per article over all orders: the same code, name and variant is the same article. */
function pickLines(orders: readonly Order[], by: PickOrder): PickLine[] {
  const lines = new Map<string, PickLine>();
  for (const order of orders) {
    for (const item of itemsOf(withoutPersons(order))) {
      const [code, name] = [item.skuCode, articleName(item)];
      const key = JSON.stringify([code, name]);
      const previous = lines.get(key) ?? { code, name, quantity: 0, orders: 0 };
      lines.set(key, {
        ...previous,
        quantity: previous.quantity + item.quantity,
        orders: previous.orders + 1,
      });
    }
  }
  const compare = new Intl.Collator('zh-CN', { numeric: true }).compare;
  return [...lines.values()].sort(
    (a, b) =>
      (by === 'quantity' ? b.quantity - a.quantity : 0) ||
      (by === 'name' ? compare(a.name, b.name) : compare(a.code, b.code)) ||
      compare(a.name, b.name),
  );
}

/** What to fetch from the shelves for these orders. */
export function pickingList(
  orders: readonly Order[],
  by: PickOrder,
  now: number,
  columns: Columns,
  code: string,
): Receipt {
  const lines = pickLines(orders, by);
  return {
    title: '拣货单',
    columns,
    parts: [
      { kind: 'title', text: '拣 货 单' },
      { kind: 'pair', left: formatPrintTime(now), right: `${orders.length} 单` },
      { kind: 'rule' },
      ...lines.flatMap((line): ReceiptPart[] => [
        { kind: 'pair', left: [line.code, line.name].filter(Boolean).join(' '), right: `x${line.quantity}` },
      ]),
      { kind: 'rule' },
      { kind: 'text', text: `共 ${lines.length} 种 ${pieces(lines)} 件`, isBold: true },
      // Scanned at the bench it opens one order after the other.
      ...(code === '' ? [] : [{ kind: 'code', content: code } as const]),
    ],
  };
}

/** Printed between two batches of one printer. */
export function batchSeparator(orders: readonly Order[], now: number, columns: Columns): Receipt {
  const ofCarrier = new Map<string, number>();
  for (const { bookedCarrier: code } of orders) ofCarrier.set(code, (ofCarrier.get(code) ?? 0) + 1);
  return {
    title: '批次分隔',
    columns,
    parts: [
      { kind: 'rule' },
      { kind: 'big', text: `本批 ${orders.length} 单` },
      { kind: 'text', text: formatPrintTime(now) },
      ...[...ofCarrier].map(
        ([code, count]): ReceiptPart => ({
          kind: 'pair',
          left: code === '' ? '未取号' : carrierName(code, 'zh-CN'),
          right: `${count} 单`,
        }),
      ),
      { kind: 'rule' },
    ],
  };
}

interface HandoverLine {
  readonly waybillNo: string;
  readonly city: string;
  readonly weightGrams?: number | null;
}

/** What a bench list's paper shows besides the parcels. */
export interface ListHead {
  /** As text and barcode. */
  readonly no: string;
  /** The number of the list for its carrier on its day. */
  readonly dayNo: number;
  readonly courier: string;
  readonly by: string;
}

/** What a courier takes and signs for: numbers only, no names. One list per carrier. */
export function handoverList(
  carrier: string,
  parcels: readonly HandoverLine[],
  now: number,
  columns: Columns,
  head: ListHead | null = null,
): Receipt {
  const right = ({ city, weightGrams = null }: HandoverLine) =>
    [city, weightGrams === null ? '' : `${(weightGrams / 1_000).toFixed(2)}kg`].filter(Boolean).join(' ');
  return {
    title: '交接单',
    columns,
    parts: [
      { kind: 'title', text: '快 递 交 接 单' },
      // Number and unit stay together at a line break.
      { kind: 'big', text: `${carrierName(carrier, 'zh-CN')} ${parcels.length}件` },
      ...(head === null ? [] : headParts(head)),
      { kind: 'text', text: `时间 ${formatPrintTime(now)}` },
      { kind: 'rule' },
      ...parcels.map(
        (parcel, index): ReceiptPart => ({
          kind: 'pair',
          left: `${index + 1}. ${parcel.waybillNo}`,
          right: right(parcel),
        }),
      ),
      { kind: 'rule' },
      { kind: 'text', text: sumOf(parcels), isBold: true },
      ...toSign(`交件人：${head?.by ?? ''}`, `收件员：${head?.courier ?? ''}`, '日期时间：'),
      ...(head === null ? [] : [{ kind: 'code', content: head.no } as const]),
    ],
  };
}

/** Handwriting needs more room than print. */
const toSign = (...lines: readonly string[]): ReceiptPart[] =>
  lines.flatMap((text): ReceiptPart[] => [
    { kind: 'text', text: '' },
    { kind: 'text', text },
  ]);

/** The count, and the total weight of those that were weighed. */
function sumOf(parcels: readonly HandoverLine[]): string {
  const weighed = parcels.flatMap(({ weightGrams = null }) => (weightGrams === null ? [] : [weightGrams]));
  const grams = weighed.reduce((sum, one) => sum + one, 0);
  const count = `共 ${parcels.length} 件`;
  if (weighed.length === 0) return count;
  const of = weighed.length === parcels.length ? '' : `（称过的 ${weighed.length} 件）`;
  return `${count}，${(grams / 1_000).toFixed(2)}kg${of}`;
}

const headParts = ({ no, dayNo }: ListHead): ReceiptPart[] => [
  { kind: 'text', text: `编号 ${no}` },
  ...(dayNo > 1 ? [{ kind: 'text', text: `晚到包裹 · 今天第 ${dayNo} 张`, isBold: true } as const] : []),
];

/** For a parcel that is packed before it has a number: its code brings the parcel back to the bench. Without a name. */
export function provisionalSlip(
  booked: Order,
  {
    slipCode,
    parcelNo,
    parcelTotal,
  }: { readonly slipCode: string; readonly parcelNo: number; readonly parcelTotal: number },
  now: number,
  columns: Columns,
): Receipt {
  const items = itemsOf(withoutPersons(booked));
  return {
    title: '临时单',
    columns,
    parts: [
      { kind: 'title', text: '临 时 单' },
      { kind: 'big', text: '等单号' },
      { kind: 'text', text: `订单号 ${booked.orderNo}`, isBold: true },
      ...(parcelTotal > 1
        ? [{ kind: 'text', text: `第 ${parcelNo} 件，共 ${parcelTotal} 件` } as const]
        : []),
      { kind: 'text', text: `时间 ${formatPrintTime(now)}` },
      { kind: 'rule' },
      ...items.map(goodsLine),
      { kind: 'rule' },
      { kind: 'text', text: '单号来了以后，扫这个码打印面单' },
      { kind: 'code', content: slipCode },
    ],
  };
}
