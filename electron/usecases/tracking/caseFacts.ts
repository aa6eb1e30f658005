import { hasLeft, stopCode } from '../../../shared/domain/order.ts';
import { finalTrackingStates, type TrackingState } from '../../../shared/domain/tracking.ts';
import { groupBy } from '../../../shared/rules/groupBy.ts';
import { dayMs, hourMs } from '../../../shared/rules/shopTime.ts';
import type { Order, StoredTrackingEvent, TrackedParcel } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { forecastArrival } from '../../tracking/arrivalForecast.ts';
import type { ParcelFacts } from '../../tracking/judgeParcel.ts';
import type { LaneForecasts } from './laneHistory.ts';

/** A parcel with everything the exception rules need. */
export interface JudgedParcel {
  readonly row: TrackedParcel;
  readonly order: Order | undefined;
  readonly facts: ParcelFacts;
  /** The longest usual time without news in transit; null: too few parcels. */
  readonly silenceHours: number | null;
}

/** Normal difference between clocks of carriers and of this computer. */
const skewMs = hourMs;

/** For many parcels, in a handful of reads. */
export async function readCaseFacts(
  read: Repositories,
  waybillNos: readonly string[],
  now: number,
  forecasts: LaneForecasts,
): Promise<JudgedParcel[]> {
  const rows = await read.tracking.byWaybills(waybillNos);
  const orderIds = [...new Set(rows.map(({ orderId }) => orderId).filter((id) => id !== ''))];
  const orders = new Map((await read.orders.byIds(orderIds)).map((order) => [order.id, order]));
  const unscanned = rows.filter(({ state }) => unscannedStates.includes(state));
  const prints = await read.printJobs.firstPrints(unscanned.map(({ orderId }) => orderId));
  const eventsOf = groupBy(await read.tracking.eventsOf(waybillNos), ({ waybillNo }) => waybillNo);
  const back = await read.parcelReturns.receivedOf(waybillNos);
  const expected = await readExpected(read, rows, now, forecasts);
  const billed = await readBilled(read, rows, orders);
  return rows.map((row) => {
    const events = (eventsOf.get(row.waybillNo) ?? []).filter(({ at }) => at <= now + skewMs);
    const order = orders.get(row.orderId);
    const own = prints.filter(({ orderId }) => orderId === row.orderId);
    // A box whose number is made of the booking's has a label of its own.
    const printed = own.filter(({ waybillNo }) => waybillNo === row.waybillNo);
    const times = (printed.length > 0 ? printed : own).map(({ printedAt }) => printedAt);
    const facts = {
      ...factsOf(row, events, now),
      isBack: back.has(row.waybillNo),
      // Of one that was refunded or held since, nobody is told to hand it over.
      printedAt: times.length === 0 || isKeptBack(order) ? null : Math.min(...times),
      expectedAt: expected.get(row.waybillNo) ?? null,
      ...billed(row, order),
    };
    return { row, order, facts, silenceHours: longestSilence(events) };
  });
}

const isKeptBack = (order: Order | undefined): boolean =>
  order !== undefined && !hasLeft(order.state) && stopCode(order) !== null;

const unscannedStates: readonly TrackingState[] = ['none', 'awaiting-collection'];

function factsOf(
  row: TrackedParcel,
  events: readonly StoredTrackingEvent[],
  now: number,
): Omit<ParcelFacts, 'isBack' | 'printedAt' | 'expectedAt' | 'weightGrams' | 'feeFen'> {
  const { state, exception, rawState, bookedAt, checkedAt, promisedAt } = row;
  return {
    state,
    exception,
    rawState,
    bookedAt,
    heardAt: events.at(-1)?.at ?? null,
    stateSince: stateSince(events, state),
    // Asked while the clock was ahead: the true time is unknown.
    checkedAt: checkedAt !== null && checkedAt > now + skewMs ? null : checkedAt,
    promisedAt,
  };
}

type Billed = Pick<ParcelFacts, 'weightGrams' | 'feeFen'>;

/** What the carrier's bills charged for arrived parcels, beside the freight expected at booking. */
async function readBilled(
  read: Repositories,
  rows: readonly TrackedParcel[],
  orders: ReadonlyMap<string, Order>,
): Promise<(row: TrackedParcel, order: Order | undefined) => Billed> {
  const signed = rows.filter(({ state }) => state === 'signed');
  const shipmentIds = signed.flatMap(({ orderId }) => orders.get(orderId)?.shipmentId ?? []);
  const bills = shipmentIds.length === 0 ? [] : await read.bills.billedOf(shipmentIds);
  const byShipment = new Map(bills.map((bill) => [bill.shipmentId, bill]));
  return ({ waybillNo }, order) => {
    // For several boxes the shipment's bill is at the first.
    const isFirst = order !== undefined && order.waybillNo === waybillNo;
    const bill = isFirst ? byShipment.get(order.shipmentId ?? '') : undefined;
    if (order === undefined || bill === undefined) return { weightGrams: null, feeFen: null };
    const measured = (observed: number | null, expected: number | null) =>
      observed === null || expected === null ? null : { observed, expected };
    return {
      weightGrams: measured(bill.billedGrams, order.weightGrams),
      feeFen: measured(bill.billedFen, order.freightFen),
    };
  };
}

/** An older answer of a platform was about another day. */
const toldForMs = 3 * dayMs;

/** When parcels with a promise will probably arrive: from their platform, otherwise by their lane's usual time. */
async function readExpected(
  read: Repositories,
  rows: readonly TrackedParcel[],
  now: number,
  forecasts: LaneForecasts,
): Promise<ReadonlyMap<string, number>> {
  const promised = rows.filter(
    ({ promisedAt, state }) => promisedAt !== null && !finalTrackingStates.includes(state),
  );
  const numbers = promised.map(({ waybillNo }) => waybillNo);
  const expected = new Map<string, number>();
  if (numbers.length === 0) return expected;
  for (const { waybillNo, carrier, province, collectedAt } of await read.parcelArrivals.timesOf(numbers)) {
    if (collectedAt === null || province === '') continue;
    const lane = await forecasts.of(read, carrier, province);
    const own = forecastArrival(lane, collectedAt, now);
    if (own !== null) expected.set(waybillNo, own.halfAt);
  }
  for (const { waybillNo, expectedAt, askedAt } of await read.parcelArrivals.ofMany(numbers))
    if (expectedAt !== null && askedAt !== null && askedAt > now - toldForMs)
      expected.set(waybillNo, expectedAt);
  return expected;
}

/** The first of the latest events that all have this state; without one the newest. */
function stateSince(events: readonly StoredTrackingEvent[], state: TrackingState): number | null {
  let since = events.at(-1);
  for (let place = events.length - 1; place >= 0 && events[place]?.status === state; place--)
    since = events[place];
  return since?.at ?? null;
}

function longestSilence(events: readonly StoredTrackingEvent[]): number | null {
  const way = events.filter(({ status }) => !unscannedStates.includes(status));
  if (way.length < 3) return null;
  const gaps = way.map(({ at }, place) => at - (way[place - 1]?.at ?? at));
  return Math.floor(Math.max(...gaps) / hourMs);
}
