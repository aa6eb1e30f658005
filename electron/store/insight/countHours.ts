import { type Kysely, sql } from 'kysely';
import { isPrinted, type PrintJobState } from '../../../shared/domain/printing/printJob.ts';
import type { TrackingState } from '../../../shared/domain/tracking.ts';
import { hourMs, startOfShopDay } from '../../../shared/rules/shopTime.ts';
import { keptSql } from '../database/keptStatement.ts';
import { tableOf } from '../database/table.ts';
import type { PrintJob, Schema, Shipment, StoredTrackingEvent, TrackedParcel } from '../schema.ts';
import type { HourMeasure, ParcelTime } from './hourRows.ts';

/** Slower ones share the last place: what took a month took too long, however long. */
const slowestHours = 720;

interface Counted {
  readonly measure: HourMeasure;
  readonly at: number;
  /** What these do not say, its order does. */
  readonly carrier?: string;
  readonly shop?: string;
  readonly orderId?: string;
  readonly total: number;
  readonly fen?: number;
}

async function countHour(db: Kysely<Schema>, counted: Counted): Promise<void> {
  const { measure, at, carrier = null, shop = null, orderId = '', total, fen = 0 } = counted;
  const hourAt = at - (at % hourMs);
  await keptSql(db)`insert into hour_counts (measure, hour_at, carrier, shop, total, fen)
    values (${measure}, ${hourAt},
      coalesce(${carrier}, (select booked_carrier from orders where id = ${orderId}), ''),
      coalesce(${shop}, (select shop from orders where id = ${orderId}), ''), ${total}, ${fen})
    on conflict (measure, hour_at, carrier, shop)
    do update set total = hour_counts.total + excluded.total, fen = hour_counts.fen + excluded.fen`;
}

async function countTransit(db: Kysely<Schema>, parcel: ParcelTime, total: 1 | -1): Promise<void> {
  const { carrier, province, collectedAt, signedAt, promisedAt } = parcel;
  if (collectedAt === null || signedAt === null || signedAt < collectedAt) return;
  const dayAt = startOfShopDay(signedAt);
  const hours = Math.min(slowestHours, Math.floor((signedAt - collectedAt) / hourMs));
  const promised = promisedAt === null ? 0 : total;
  const keptPromise = promisedAt !== null && signedAt <= promisedAt ? total : 0;
  await sql`insert into transit_counts (day_at, carrier, province, hours, total, promised, kept)
    values (${dayAt}, ${carrier}, ${province}, ${hours}, ${total}, ${promised}, ${keptPromise})
    on conflict (day_at, carrier, province, hours) do update set
      total = transit_counts.total + excluded.total, promised = transit_counts.promised + excluded.promised,
      kept = transit_counts.kept + excluded.kept`.execute(db);
}

/** A booking has its number. Counted once: a number that was to be given back and was kept is not booked again. */
export async function countBooking(db: Kysely<Schema>, booked: Shipment): Promise<void> {
  const { bookedAt, carrier, orderId, freightFen } = booked;
  if (bookedAt === null) return;
  const counted = { at: bookedAt, carrier, orderId, total: 1 };
  await countHour(db, { measure: 'booked', ...counted });
  if (freightFen !== null) await countHour(db, { measure: 'priced', ...counted, fen: freightFen });
}

/** What the step of a label adds to the day; null: nothing. */
function printMeasure(from: PrintJobState | null, job: PrintJob): HourMeasure | null {
  if (isPrinted(job.state) && (from === null || !isPrinted(from)))
    return job.copyNo === 1 ? 'printed' : 'reprinted';
  if (job.state === from) return null;
  if (job.state === 'unsure') return 'print-unsure';
  return job.state === 'failed' && job.errorCode !== 'PRINT_CANCELLED' ? 'print-failed' : null;
}

/** A label came out, did not, or nobody knows; `from` null: it is new. */
export async function countPrint(
  db: Kysely<Schema>,
  from: PrintJobState | null,
  job: PrintJob,
): Promise<void> {
  const measure = printMeasure(from, job);
  if (measure === null) return;
  await countHour(db, { measure, at: job.sentAt ?? job.wantedAt, orderId: job.orderId, total: 1 });
}

/** A parcel of ours is followed from now on. One that is followed already keeps its times. */
export async function beginParcelTime(db: Kysely<Schema>, row: TrackedParcel): Promise<void> {
  const { waybillNo, carrier, orderId, bookedAt } = row;
  if (orderId === '') return;
  await keptSql(db)`insert into parcel_times (waybill_no, carrier, shop, province, booked_at)
    values (${waybillNo}, ${carrier}, coalesce((select shop from orders where id = ${orderId}), ''),
      coalesce((select province from orders where id = ${orderId}), ''), ${bookedAt})
    on conflict do nothing`;
}

/** The carrier has the parcel from the first of these on. */
const takenStates: readonly TrackingState[] = [
  'collected',
  'in-transit',
  'destination',
  'delivering',
  'locker',
  'signed',
];

/** News may come late and in any order: an earlier time takes the place of a later one, in the counts too. */
export async function countEvents(db: Kysely<Schema>, events: readonly StoredTrackingEvent[]): Promise<void> {
  for (const waybillNo of new Set(events.map((event) => event.waybillNo)))
    await countWay(
      db,
      waybillNo,
      events.filter((event) => event.waybillNo === waybillNo),
    );
}

async function countWay(
  db: Kysely<Schema>,
  waybillNo: string,
  events: readonly StoredTrackingEvent[],
): Promise<void> {
  const known = await tableOf(db, 'parcelTimes').row({ waybillNo });
  if (known === undefined) return;
  const collectedAt = earliest(known.collectedAt, events, takenStates);
  const signedAt = earliest(known.signedAt, events, ['signed']);
  if (collectedAt === known.collectedAt && signedAt === known.signedAt) return;
  const followed = signedAt === null ? undefined : await tableOf(db, 'tracking').row({ waybillNo });
  const now: ParcelTime = { ...known, collectedAt, signedAt, promisedAt: followed?.promisedAt ?? null };
  await tableOf(db, 'parcelTimes').update(
    { waybillNo },
    { collectedAt, signedAt, promisedAt: now.promisedAt },
  );
  await moveCount(db, 'collected', known, known.collectedAt, collectedAt);
  await moveCount(db, 'signed', known, known.signedAt, signedAt);
  await countTransit(db, known, -1);
  await countTransit(db, now, 1);
}

function earliest(
  known: number | null,
  events: readonly StoredTrackingEvent[],
  states: readonly TrackingState[],
): number | null {
  const times = events.filter(({ status }) => states.includes(status)).map(({ at }) => at);
  if (times.length === 0) return known;
  return Math.min(known ?? Number.POSITIVE_INFINITY, ...times);
}

async function moveCount(
  db: Kysely<Schema>,
  measure: HourMeasure,
  { carrier, shop }: ParcelTime,
  from: number | null,
  to: number | null,
): Promise<void> {
  if (from === to) return;
  if (from !== null) await countHour(db, { measure, at: from, carrier, shop, total: -1 });
  if (to !== null) await countHour(db, { measure, at: to, carrier, shop, total: 1 });
}
