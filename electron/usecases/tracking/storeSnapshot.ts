import type { OrderState } from '../../../shared/domain/order.ts';
import type { TrackingSnapshot, TrackingState } from '../../../shared/domain/tracking.ts';
import type { Order, Shipment, TrackedParcel } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { nextCheckAt } from '../../tracking/nextCheckAt.ts';
import { type ShipmentParcels, shipmentParcels } from '../booking/parcels.ts';
import { phoneTail } from '../orders/order.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Writes what is known of one parcel now, and moves its order along; inside the caller's transaction. */
export async function storeSnapshot(
  workspace: Workspace,
  write: Repositories,
  row: TrackedParcel,
  snapshot: TrackingSnapshot,
): Promise<void> {
  const now = workspace.clock.now();
  const last = snapshot.events.at(-1);
  if (knowsLess(row, snapshot))
    await write.tracking.update(row.waybillNo, { checkedAt: now, nextDueAt: nextCheckAt(row.state, now) });
  else
    await write.tracking.update(row.waybillNo, {
      carrier: snapshot.carrier === '' ? row.carrier : snapshot.carrier,
      state: snapshot.state,
      exception: snapshot.exception,
      lastText: last?.text ?? row.lastText,
      lastAt: last?.at ?? row.lastAt,
      checkedAt: now,
      nextDueAt: nextCheckAt(snapshot.state, now),
    });
  await write.tracking.addEvents(
    snapshot.events.map((event) => ({
      waybillNo: row.waybillNo,
      at: event.at,
      text: event.text,
      location: event.location,
      status: event.status,
      rawStatus: event.rawStatus,
    })),
  );
  const order = row.orderId === '' ? undefined : await write.orders.byId(row.orderId);
  if (order === undefined) return;
  const state = knowsLess(row, snapshot) ? row.state : snapshot.state;
  const target = orderStateFor(await statesOfOrder(write, order, row.waybillNo, state));
  if (target !== null && order.state !== target) await write.orders.move(order, target, { updatedAt: now });
}

/** The way of a parcel, one stage after the other; what is not on it (a problem, a return) may come at any time. */
const way: readonly TrackingState[] = [
  'none',
  'awaiting-collection',
  'collected',
  'in-transit',
  'destination',
  'delivering',
  'locker',
  'signed',
];

/**
 * Does this answer end before what is known? One side has "no trace yet" while another has told some, a mirror lags, or
 * lines of one minute come in another order: what is known stays known.
 */
function knowsLess({ state, lastAt }: TrackedParcel, snapshot: TrackingSnapshot): boolean {
  if (lastAt === null) return false;
  const newestAt = snapshot.events.at(-1)?.at;
  if (newestAt === undefined) return snapshot.state === 'none' || isBefore(snapshot.state, state);
  return newestAt < lastAt || (newestAt === lastAt && isBefore(snapshot.state, state));
}

function isBefore(one: TrackingState, other: TrackingState): boolean {
  return way.includes(one) && way.indexOf(one) < way.indexOf(other);
}

/** How far the parcels of an order are; none when this number is not the order's any more. */
async function statesOfOrder(
  write: Repositories,
  order: Order,
  waybillNo: string,
  state: TrackingState,
): Promise<readonly TrackingState[]> {
  const shipment = order.shipmentId === null ? undefined : await write.shipments.byId(order.shipmentId);
  const parcels = shipment === undefined ? null : shipmentParcels(shipment);
  if (parcels === null) return [state];
  const numbers = trackedNumbers(parcels);
  if (!numbers.includes(waybillNo)) return [];
  return numbers.length === 1 ? [state] : write.tracking.statesOf(numbers);
}

const notMoving: readonly TrackingState[] = ['none', 'awaiting-collection', 'cancelled'];

/** What the way of its parcels says about the order: arrived when all have, moving when one is; null: nothing new. */
function orderStateFor(states: readonly TrackingState[]): OrderState | null {
  const isEvery = (...wanted: TrackingState[]) => states.every((state) => wanted.includes(state));
  if (states.length === 0 || isEvery(...notMoving)) return null;
  if (isEvery('signed')) return 'delivered';
  return isEvery('signed', 'returned') ? 'returned' : 'in-transit';
}

/**
 * The numbers a carrier is asked by: each box has its own way. Boxes named after the booking's number (`number-2-3-`)
 * go by that one.
 */
function trackedNumbers({ booking, numbers }: ShipmentParcels): readonly string[] {
  const isNamed = numbers.length > 1 && numbers.every((number) => number !== booking.waybillNo);
  return isNamed ? [booking.waybillNo] : numbers;
}

/** Of a number nobody has asked about yet. */
export const nothingKnown = {
  state: 'none',
  exception: '',
  lastText: '',
  lastAt: null,
  checkedAt: null,
} as const satisfies Partial<TrackedParcel>;

/** Starts to follow every box of a booking, inside the caller's transaction. */
export async function followParcels(
  write: Repositories,
  order: Order,
  shipment: Shipment,
  now: number,
): Promise<void> {
  const parcels = shipmentParcels(shipment);
  if (parcels === null) throw new Error('a booked shipment without its booking');
  for (const waybillNo of trackedNumbers(parcels))
    await write.tracking.follow({
      waybillNo,
      carrier: shipment.carrier,
      orderId: order.id,
      orderNo: order.orderNo,
      accountId: shipment.accountId,
      phoneTail: phoneTail(order.receiverPhone),
      nextDueAt: now,
      bookedAt: now,
      ...nothingKnown,
    });
}
