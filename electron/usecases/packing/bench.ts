import type { OrderItem } from '../../../shared/domain/order.ts';
import type { GoodsDoubt, PackingRules } from '../../../shared/domain/packing/packing.ts';
import { paperStates } from '../../../shared/domain/printing/printJob.ts';
import { type BenchLabel, type BenchLine, type BenchParcel, piecesLeft } from '../../packing/benchParcel.ts';
import type { OpeningFacts } from '../../packing/judgeOpening.ts';
import { goodsKeyOf } from '../../packing/readCode.ts';
import { type Counted, countsJson, overridesJson } from '../../store/packing/packingJson.ts';
import type { Order, PackedParcel, PrintJob, Shipment } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { shipmentParcels } from '../booking/parcels.ts';
import { bookedShipment } from '../booking/shipment.ts';
import { repeatCode } from '../intake/repeatedRows.ts';
import { complaintsOf, isMaskedReceiver, itemsOf } from '../orders/order.ts';

/** A box of an order with everything the bench needs. */
export interface BenchBox {
  readonly order: Order;
  readonly parcelNo: number;
  readonly parcelTotal: number;
  /** The number of this box; empty: it has none. */
  readonly waybillNo: string;
  readonly shipment: Shipment | null;
  /** Copies of its label, oldest first. */
  readonly copies: readonly PrintJob[];
  /** null: it was never on the bench. */
  readonly row: PackedParcel | null;
  /** The other boxes of the order that were on the bench. */
  readonly others: readonly PackedParcel[];
  readonly items: readonly OrderItem[];
  readonly parcel: BenchParcel;
}

const doneStates: readonly PackedParcel['state'][] = ['closed', 'aside', 'handed-over'];

/** The box meant by an order's number: the first not packed yet, otherwise the first. */
function firstUnpacked(rows: readonly PackedParcel[], total: number): number {
  for (let no = 1; no <= total; no++)
    if (!rows.some(({ parcelNo, state }) => parcelNo === no && doneStates.includes(state))) return no;
  return 1;
}

/** Reads one box as the bench would show it. `wantedNo` null: the next one of the order. */
export async function readBenchBox(
  read: Repositories,
  order: Order,
  wantedNo: number | null,
): Promise<BenchBox> {
  const shipment = await bookedShipment(read, order);
  const booked = shipment === null ? null : shipmentParcels(shipment);
  const parcelTotal = booked?.asked ?? Math.max(1, order.parcelCount);
  const rows = await read.packedParcels.ofOrder(order.id);
  const parcelNo = wantedNo ?? firstUnpacked(rows, parcelTotal);
  const row = rows.find((one) => one.parcelNo === parcelNo) ?? null;
  const others = rows.filter((one) => one.parcelNo !== parcelNo && doneStates.includes(one.state));
  const jobs = shipment === null ? [] : await read.printJobs.ofShipment(shipment.id);
  const copies = jobs.filter((job) => job.parcelNo === parcelNo);
  const waybillNo = booked?.numbers[parcelNo - 1] ?? '';
  const items = packedGoods(order);
  const lines = await linesOf(read, items, { row, others });
  const passed = new Set(row === null ? [] : overridesJson.readOr(row.overridesJson, []).map(({ of }) => of));
  return {
    order,
    parcelNo,
    parcelTotal,
    waybillNo,
    shipment,
    copies,
    row,
    others,
    items,
    parcel: {
      orderNo: order.orderNo,
      lines,
      isLast: others.length >= parcelTotal - 1,
      isBooked: waybillNo !== '',
      hasWeight: row?.weightGrams != null,
      doubtfulGrams: row?.doubtfulGrams ?? null,
      label: labelOf(copies, row, waybillNo),
      isPrintedHere: row !== null && copies.some(({ createdAt }) => createdAt >= row.openedAt),
      passed: { items: passed.has('items'), weight: passed.has('weight'), label: passed.has('label') },
      pendingKey: row?.pendingKey ?? '',
    },
  };
}

/** The contents of the boxes. If no goods are known, a person must at least have looked into the box. */
function packedGoods(order: Order): readonly OrderItem[] {
  const items = itemsOf(order);
  return items.length > 0
    ? items
    : [{ name: '', sku: '', skuCode: '', quantity: Math.max(1, order.quantity) }];
}

/** A box that is open at another bench, as it would start here: what was done to it there is done again. */
export const asAnew = (box: BenchBox): BenchBox => ({
  ...box,
  parcel: {
    ...box.parcel,
    lines: box.parcel.lines.map((line) => ({ ...line, counted: 0 })),
    hasWeight: false,
    doubtfulGrams: null,
    label: labelOf(box.copies, null, box.waybillNo),
    isPrintedHere: false,
    passed: { items: false, weight: false, label: false },
    pendingKey: '',
  },
});

/** What the bench knows about the paper of a box. */
function labelOf(copies: readonly PrintJob[], row: PackedParcel | null, waybillNo: string): BenchLabel {
  const last = copies.at(-1);
  // A paper that was not printed here was still seen.
  if (last === undefined) return row?.labelSeenAt != null && row.waybillNo === waybillNo ? 'seen' : 'none';
  // It proves nothing about a later label, after a reprint or under another number.
  const isOfThis = row?.waybillNo === last.waybillNo && (row.labelSeenAt ?? 0) >= last.createdAt;
  if (row?.labelSeenAt != null && isOfThis) return 'seen';
  switch (last.state) {
    case 'waiting':
    case 'rendering':
    case 'sending':
      // It waits for another try: the printer did not take it.
      return last.errorCode === '' ? 'waiting' : 'lost';
    case 'failed':
    case 'held':
      return 'lost';
    case 'unsure':
      return 'unsure';
    default:
      return 'out';
  }
}

export const hasPaper = (copies: readonly PrintJob[]): boolean =>
  copies.some(({ state }) => paperStates.includes(state));

/** The code of a line of goods; empty: none. */
export const goodsKeyOfItem = ({ skuCode, sku }: OrderItem): string =>
  goodsKeyOf(skuCode === '' ? sku : skuCode);

async function linesOf(
  read: Repositories,
  items: readonly OrderItem[],
  { row, others }: Pick<BenchBox, 'row' | 'others'>,
): Promise<BenchLine[]> {
  const known = await read.bench.codesOf(items.map(goodsKeyOfItem));
  const countedIn = (rows: readonly PackedParcel[], line: number): number =>
    rows
      .flatMap(({ countsJson: text }) => countsJson.readOr(text, []))
      .reduce((sum, counted) => (counted.line === line ? sum + counted.pieces : sum), 0);
  return items.map((item, line) => {
    const key = goodsKeyOfItem(item);
    const codes = known.filter(({ goodsKey }) => goodsKey === key);
    const keys = [key, goodsKeyOf(item.sku), ...codes.map(({ code }) => code)];
    return {
      keys: [...new Set(keys.filter((one) => one !== ''))],
      quantity: item.quantity,
      counted: countedIn(row === null ? [] : [row], line),
      elsewhere: countedIn(others, line),
      hasSerials: codes.some(({ hasSerials }) => hasSerials === 1),
    };
  });
}

export const countsOf = (row: PackedParcel | null): readonly Counted[] =>
  row === null ? [] : countsJson.readOr(row.countsJson, []);

const doubtOfField: Readonly<Record<string, GoodsDoubt>> = {
  quantity: 'quantity',
  parcelCount: 'boxes',
  items: 'goods',
};

/** An open question about the order's goods, to be settled before packing; empty: none. */
export function goodsDoubtOf(order: Pick<Order, 'state' | 'complaintsJson'>): GoodsDoubt | '' {
  if (order.state !== 'needs-review') return '';
  const doubts = complaintsOf(order).map(({ code, field }): GoodsDoubt | '' => {
    if (code === repeatCode) return 'rows';
    // An unreadable complaint may be about its goods.
    return code === 'RECORD_UNREADABLE' ? 'goods' : (doubtOfField[field] ?? '');
  });
  return doubts.find((doubt) => doubt !== '') ?? '';
}

/** What is known of the order whose box is open or to be opened. */
export async function factsOf(read: Repositories, box: BenchBox, isByLabel: boolean): Promise<OpeningFacts> {
  const { order, row, parcel, shipment } = box;
  const passed = row === null ? [] : overridesJson.readOr(row.overridesJson, []);
  const isPassed = passed.some(({ of }) => of === 'opening');
  const pending = await read.orderChanges.count({ orderId: order.id, state: 'pending' });
  return {
    state: order.state,
    shop: order.shop,
    carrier: order.bookedCarrier || order.carrier,
    alarm: order.alarm === 'changed' && isPassed ? '' : order.alarm,
    isRefundHeld: order.state === 'held' && order.holdReason === 'refund',
    hasChange: !isPassed && pending > 0,
    goodsDoubt: goodsDoubtOf(order),
    isMasked: isMaskedReceiver(order),
    shipmentState: shipment === null ? order.shipmentState : shipment.state,
    packState: row?.state ?? null,
    label: parcel.label,
    isBenchHeld: row !== null && row.heldReason !== '',
    isOpenElsewhere: row !== null && (await read.packedParcels.openElsewhere(row)) !== undefined,
    isByLabel,
  };
}

/** The open box; null: the bench is empty. */
export async function readOpen(read: Repositories): Promise<BenchBox | null> {
  const row = await read.packedParcels.open();
  const order = row === undefined ? undefined : await read.orders.byId(row.orderId);
  return row === undefined || order === undefined ? null : readBenchBox(read, order, row.parcelNo);
}

/** Rules of the bench, not of the person: a parcel opened by a person with the right stays open. */
export const withoutPlaces = (rules: PackingRules): PackingRules => ({ ...rules, shops: [], carriers: [] });

/** Pieces of the open box still to be counted. */
export const missingPieces = (open: BenchBox | null): number => (open === null ? 0 : piecesLeft(open.parcel));

/** The numbers of the orders in which the goods of a combined or split one are sent. */
export async function carriersOf(read: Repositories, { id }: Order): Promise<string> {
  const parts = (await read.orderParts.ofOrigins([id])).filter(({ kind }) => kind !== 'extra');
  const orders = await read.orders.byIds(parts.map(({ orderId }) => orderId));
  return orders.map(({ orderNo }) => orderNo).join(' ');
}
