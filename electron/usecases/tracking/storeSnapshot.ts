import type { OrderState } from '../../../shared/domain/order.ts';
import {
  finalTrackingStates,
  type TrackingSnapshot,
  type TrackingState,
} from '../../../shared/domain/tracking.ts';
import { phoneTail } from '../../../shared/rules/phoneTail.ts';
import { minuteMs } from '../../../shared/rules/shopTime.ts';
import type { Order, Shipment, TrackedParcel } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { readPromise } from '../../tracking/arrivalForecast.ts';
import { limitsOfCarriers } from '../../tracking/caseLimits.ts';
import { judgeAnswer } from '../../tracking/judgeAnswer.ts';
import { never, nextCheckAt, stopReasonAt } from '../../tracking/nextCheckAt.ts';
import { askGroupOf } from '../../tracking/urgency.ts';
import { type ShipmentParcels, shipmentParcels } from '../booking/parcels.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { notePromise } from './care/notePromise.ts';
import { readCaseRules } from './caseRules.ts';

/** Stores the present state of one parcel and moves its order along; in the caller's transaction. */
export async function storeSnapshot(
  workspace: Workspace,
  write: Repositories,
  row: TrackedParcel,
  snapshot: TrackingSnapshot,
): Promise<void> {
  const now = workspace.clock.now();
  const answer = judgeAnswer(row, snapshot, realNow(workspace));
  const judged = (await isBackHere(write, row)) ? { ...answer, state: row.state } : answer;
  const known = { ...row, ...judged };
  const stopReason = stopReasonAt(known, now);
  const limitsOf = limitsOfCarriers(await readCaseRules(write));
  const nextDueAt = stopReason === '' ? nextCheckAt(known, now, limitsOf, row.subscribedAt !== null) : never;
  // For an erased order no text is stored again: it names who took the parcel, and where.
  const isErased = row.orderId !== '' && (await write.retention.erasedOne(row.orderId)) !== undefined;
  await write.tracking.update(row.waybillNo, {
    ...judged,
    ...(isErased ? { lastText: '' } : {}),
    carrier: snapshot.carrier === '' ? row.carrier : snapshot.carrier,
    oddities: judged.oddities.join(' '),
    askGroup: askGroupOf(known, row.subscribedAt !== null),
    stopReason,
    checkedAt: now,
    nextDueAt,
  });
  await write.tracking.addEvents(
    snapshot.events.map((event) => ({
      waybillNo: row.waybillNo,
      at: event.at,
      text: isErased ? '' : event.text,
      location: isErased ? '' : event.location,
      status: event.status,
      rawStatus: event.rawStatus,
    })),
  );
  await moveOrder(write, row, judged.state, now);
}

/** A parcel that is here is not in transit again, whatever its carrier still reports. */
async function isBackHere(write: Repositories, { waybillNo, state }: TrackedParcel): Promise<boolean> {
  return state === 'returned' && (await write.parcelReturns.byWaybill(waybillNo))?.state === 'received';
}

/** Its order follows, as far as all its parcels are. */
async function moveOrder(
  write: Repositories,
  { orderId, waybillNo }: TrackedParcel,
  state: TrackingState,
  now: number,
): Promise<void> {
  const order = orderId === '' ? undefined : await write.orders.byId(orderId);
  if (order === undefined) return;
  const target = orderStateFor(await statesOfOrder(write, order, waybillNo, state));
  if (target !== null && order.state !== target) await write.orders.move(order, target, { updatedAt: now });
}

/**
 * A parcel in transit is here again: it has come back and is no longer asked about. A signed one stays signed, because a buyer may return
 * goods in the same box; one that never left was scanned at the wrong desk.
 */
export async function noteBack(
  { clock }: Pick<Workspace, 'clock'>,
  write: Repositories,
  parcel: TrackedParcel,
): Promise<void> {
  if (finalTrackingStates.includes(parcel.state) || notMoving.includes(parcel.state)) return;
  const known = { ...parcel, state: 'returned' } as const;
  await write.tracking.update(parcel.waybillNo, {
    state: known.state,
    askGroup: askGroupOf(known, parcel.subscribedAt !== null),
    stopReason: '',
    nextDueAt: never,
  });
  await moveOrder(write, parcel, known.state, clock.now());
}

/** With a larger difference, the platforms' replies count more than this computer's clock. */
const clockMistrustMs = 2 * minuteMs;

/** The time that events are compared with: traces carry real times, whatever this computer's clock says. */
export function realNow({ clock, skewMeter }: Pick<Workspace, 'clock' | 'skewMeter'>): number {
  const skewMs = skewMeter.skew()?.skewMs ?? 0;
  return clock.now() + (Math.abs(skewMs) > clockMistrustMs ? skewMs : 0);
}

/** The states of an order's parcels; empty when this number is no longer the order's. */
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

/** The order's state from its parcels: arrived when all have, moving when one is; null: no change. */
function orderStateFor(states: readonly TrackingState[]): OrderState | null {
  const isEvery = (...wanted: TrackingState[]) => states.every((state) => wanted.includes(state));
  if (states.length === 0 || isEvery(...notMoving)) return null;
  if (isEvery('signed')) return 'delivered';
  return isEvery('signed', 'returned') ? 'returned' : 'in-transit';
}

/**
 * The numbers a carrier is asked about: each box has its own trace. Boxes named after the booking's number (`number-2-3-`) use that one.
 */
function trackedNumbers({ booking, numbers }: ShipmentParcels): readonly string[] {
  const isNamed = numbers.length > 1 && numbers.every((number) => number !== booking.waybillNo);
  return isNamed ? [booking.waybillNo] : numbers;
}

/** A number that has not been asked about yet. */
export const nothingKnown = {
  state: 'none',
  exception: '',
  lastText: '',
  lastAt: null,
  checkedAt: null,
} as const satisfies Partial<TrackedParcel>;

/** Starts following every box of a booking, in the caller's transaction. */
export async function followParcels(
  write: Repositories,
  order: Order,
  shipment: Shipment,
  now: number,
  parcels = shipmentParcels(shipment),
): Promise<void> {
  if (parcels === null) throw new Error('a booked shipment without its booking');
  const promisedAt = readPromise(parcels.booking.expectedDate ?? '', now);
  for (const waybillNo of trackedNumbers(parcels)) {
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
    // The promise to the buyer counts; the carrier's own estimate is only shown beside it.
    if (order.promisedAt !== null) await notePromise(write, waybillNo, order.promisedAt, 'shop');
    else if (promisedAt !== null) await notePromise(write, waybillNo, promisedAt, 'carrier');
  }
}
