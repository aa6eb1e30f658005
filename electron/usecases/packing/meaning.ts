import { unsentStates } from '../../../shared/domain/order.ts';
import { isBadgeCode } from '../../../shared/domain/packing/badgeCode.ts';
import { readCommand } from '../../../shared/domain/packing/packCommands.ts';
import type { PackStop } from '../../../shared/domain/packing/packStops.ts';
import type { ErrorParams } from '../../../shared/errors/outcome.ts';
import {
  gluedReadings,
  goodsKeyOf,
  goodsReadings,
  leastHalf,
  numberReadings,
} from '../../packing/readCode.ts';
import type { Order } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { shipmentParcels } from '../booking/parcels.ts';
import { copiesOfCode } from '../printing/scanLabel.ts';
import type { BenchBox } from './bench.ts';
import { nextOfPickList } from './pickLists.ts';

/** What a code means at the bench. */
export type Meaning =
  | {
      readonly kind: 'parcel';
      readonly order: Order;
      readonly parcelNo: number | null;
      readonly isByLabel: boolean;
    }
  | { readonly kind: 'goods'; readonly key: string; readonly unit: string }
  | { readonly kind: 'nothing'; readonly stop: PackStop; readonly params: ErrorParams };

const nothing = (stop: PackStop, params: ErrorParams): Meaning => ({ kind: 'nothing', stop, params });

/** While the server is away: this bench does not know the code, or its order was not booked when the server went away. */
export function isForTheBook(meaning: Meaning): boolean {
  if (meaning.kind === 'nothing') return meaning.stop === 'unknown';
  return meaning.kind === 'parcel' && unsentStates.includes(meaning.order.state);
}

/** An unknown code is echoed up to this length. */
const shownCharacters = 40;

/** Looks a scanned code up; `open` is the parcel on the bench, whose own codes come first. */
export async function meaningOf(read: Repositories, code: string, open: BenchBox | null): Promise<Meaning> {
  // A badge is no parcel, and its content is never shown.
  if (isBadgeCode(code)) return nothing('half', { code: 'SHIPDESK-' });
  if (readCommand(code) !== null) return nothing('half', { code });
  const own = open === null ? null : ownGoods(open, code);
  if (own !== null) return own;
  const known = await numberOf(read, code);
  if (known !== null) return known;
  const wanted = open === null || open.parcel.pendingKey === '' ? '' : open.parcel.pendingKey;
  if (wanted !== '') return { kind: 'goods', key: wanted, unit: goodsKeyOf(code) };
  return (await goodsOf(read, code)) ?? (await strangeCode(read, code, open));
}

/** Goods of the open parcel, by their code or by that of a single piece. */
function ownGoods({ parcel }: BenchBox, code: string): Meaning | null {
  const isOwn = (key: string) => parcel.lines.some(({ keys }) => keys.includes(key));
  const own = goodsReadings(code).find(({ goodsKey }) => isOwn(goodsKey));
  return own === undefined ? null : { kind: 'goods', key: own.goodsKey, unit: own.unit };
}

/** Goods of any waiting order, or with a taught code. */
async function goodsOf(read: Repositories, code: string): Promise<Meaning | null> {
  for (const { goodsKey, unit } of goodsReadings(code)) {
    const taught = await read.bench.code(goodsKey);
    if (taught !== undefined) return { kind: 'goods', key: taught.goodsKey, unit };
    if ((await read.packedGoods.ordersWanting(goodsKey, 1)).length > 0)
      return { kind: 'goods', key: goodsKey, unit };
  }
  return null;
}

/** A label, a waybill, a slip or an order number. */
async function numberOf(read: Repositories, code: string): Promise<Meaning | null> {
  for (const number of numberReadings(code)) {
    const meaning =
      (await labelOf(read, number)) ??
      (await slipOf(read, number)) ??
      (await listOf(read, number)) ??
      (await orderOf(read, number));
    if (meaning !== null) return meaning;
  }
  return null;
}

async function labelOf(read: Repositories, code: string): Promise<Meaning | null> {
  const copies = await copiesOfCode(read, code);
  const copy = copies.find(({ shipmentState }) => shipmentState !== 'voided');
  const voided = copies[0];
  if (copy === undefined && voided !== undefined)
    return nothing('voided', { waybillNo: voided.waybillNo, orderNo: voided.orderNo });
  if (copy !== undefined) {
    const order = await read.orders.byId(copy.orderId);
    const isByLabel = copies.some(
      ({ sentAt, shipmentState }) => sentAt !== null && shipmentState !== 'voided',
    );
    return order === undefined ? null : { kind: 'parcel', order, parcelNo: copy.parcelNo, isByLabel };
  }
  const booked = await read.bench.orderOfWaybill(code);
  if (booked !== undefined) return { kind: 'parcel', order: booked, parcelNo: 1, isByLabel: false };
  const followed = await read.tracking.byWaybill(code);
  if (followed === undefined || followed.orderId === '') return null;
  const order = await read.orders.byId(followed.orderId);
  if (order === undefined) return null;
  return { kind: 'parcel', order, parcelNo: await boxOf(read, order, code), isByLabel: false };
}

/** The box of its booking with this number; null: none. */
async function boxOf(read: Repositories, { shipmentId }: Order, waybillNo: string): Promise<number | null> {
  const shipment = shipmentId === null ? undefined : await read.shipments.byId(shipmentId);
  const at = shipment === undefined ? -1 : (shipmentParcels(shipment)?.numbers.indexOf(waybillNo) ?? -1);
  return at === -1 ? null : at + 1;
}

async function slipOf(read: Repositories, code: string): Promise<Meaning | null> {
  const row = await read.packedParcels.bySlip(code);
  const order = row === undefined ? undefined : await read.orders.byId(row.orderId);
  if (row === undefined || order === undefined) return null;
  return { kind: 'parcel', order, parcelNo: row.parcelNo, isByLabel: false };
}

/** The next order of a picking list. */
async function listOf(read: Repositories, code: string): Promise<Meaning | null> {
  const order = await nextOfPickList(read, code);
  if (order === undefined) return null;
  if (order === null) return nothing('list-done', { code });
  return { kind: 'parcel', order, parcelNo: null, isByLabel: false };
}

/** States of orders that are over, or continue as other orders: of several with one number the others are meant. */
const pastStates: readonly Order['state'][] = ['merged', 'split', 'cancelled', 'delivered', 'returned'];

async function orderOf(read: Repositories, orderNo: string): Promise<Meaning | null> {
  const found = await read.orders.ofNumber(orderNo);
  const current = found.length === 1 ? found : found.filter(({ state }) => !pastStates.includes(state));
  const [order, ...others] = current.length === 0 ? found.slice(-1) : current;
  if (order === undefined) return null;
  if (others.length > 0) return nothing('several', { code: orderNo, count: current.length });
  return { kind: 'parcel', order, parcelNo: null, isByLabel: false };
}

/** Two codes joined, half a code, or an unknown one. */
async function strangeCode(read: Repositories, code: string, open: BenchBox | null): Promise<Meaning> {
  for (const [first, second] of gluedReadings(code)) {
    const isKnown = async (part: string) =>
      readCommand(part) !== null ||
      (open !== null && ownGoods(open, part) !== null) ||
      (await numberOf(read, part)) !== null ||
      (await goodsOf(read, part)) !== null;
    if ((await isKnown(first)) && (await isKnown(second))) return nothing('glued', { first, second });
  }
  const shown = code.slice(0, shownCharacters);
  const isHalf = code.length >= leastHalf && (await read.bench.isBeginning(code));
  return nothing(isHalf ? 'half' : 'unknown', { code: shown });
}
