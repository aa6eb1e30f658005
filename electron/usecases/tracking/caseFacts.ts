import type { TrackingState } from '../../../shared/domain/tracking.ts';
import { hourMs } from '../../../shared/rules/shopTime.ts';
import type { Order, StoredTrackingEvent, TrackedParcel } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import type { ParcelFacts } from '../../tracking/judgeParcel.ts';

/** A parcel with all that the exception rules ask of it. */
export interface JudgedParcel {
  readonly row: TrackedParcel;
  readonly order: Order | undefined;
  readonly facts: ParcelFacts;
  /** The longest time without news on its way; null: there was too little of it. */
  readonly silenceHours: number | null;
}

/** Clocks of carriers and of this computer differ by that much without anybody being wrong. */
const skewMs = hourMs;

/** Of many parcels, in a handful of reads. */
export async function readCaseFacts(
  read: Repositories,
  waybillNos: readonly string[],
  now: number,
): Promise<JudgedParcel[]> {
  const rows = await read.tracking.byWaybills(waybillNos);
  const orderIds = [...new Set(rows.map(({ orderId }) => orderId).filter((id) => id !== ''))];
  const orders = new Map((await read.orders.byIds(orderIds)).map((order) => [order.id, order]));
  const unscanned = rows.filter(({ state }) => unscannedStates.includes(state));
  const prints = await read.printJobs.firstPrints(unscanned.map(({ orderId }) => orderId));
  const eventsOf = byNumber(await read.tracking.eventsOf(waybillNos));
  return rows.map((row) => {
    const events = (eventsOf.get(row.waybillNo) ?? []).filter(({ at }) => at <= now + skewMs);
    const order = orders.get(row.orderId);
    const own = prints.filter(({ orderId }) => orderId === row.orderId);
    // A box whose number is made of the booking's has a label of its own.
    const printed = own.filter(({ waybillNo }) => waybillNo === row.waybillNo);
    const times = (printed.length > 0 ? printed : own).map(({ printedAt }) => printedAt);
    const printedAt = times.length === 0 ? null : Math.min(...times);
    return { row, order, facts: factsOf(row, events, printedAt, now), silenceHours: longestSilence(events) };
  });
}

/** Rows of many parcels, each parcel's together. */
export function byNumber<Row extends { readonly waybillNo: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.waybillNo);
    if (group === undefined) groups.set(row.waybillNo, [row]);
    else group.push(row);
  }
  return groups;
}

const unscannedStates: readonly TrackingState[] = ['none', 'awaiting-collection'];

function factsOf(
  row: TrackedParcel,
  events: readonly StoredTrackingEvent[],
  printedAt: number | null,
  now: number,
): ParcelFacts {
  const { state, exception, bookedAt, checkedAt } = row;
  return {
    state,
    exception,
    rawState: '',
    bookedAt,
    printedAt,
    heardAt: events.at(-1)?.at ?? null,
    stateSince: stateSince(events, state),
    // Asked by a clock that was ahead: when that was is not known.
    checkedAt: checkedAt !== null && checkedAt > now + skewMs ? null : checkedAt,
    promisedAt: null,
    expectedAt: null,
    weightGrams: null,
    feeFen: null,
  };
}

/** The first of the last events that all tell this state; without one the newest. */
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
