import { type Kysely, sql } from 'kysely';
import { hourMs, minuteMs } from '../../../shared/rules/shopTime.ts';
import { rowTotal } from '../database/table.ts';
import type { Schema } from '../schema.ts';
import type { HourSpan } from './hourRows.ts';

const oldest = (column: string) => sql<number | null>`min(${sql.ref(column)})`.as('oldestAt');

const halfHourMinutes = 30;
const halfMask = 2 ** halfHourMinutes - 1;

/** The bits of each half hour by themselves: sixty are more than a number of the program holds. */
function hoursOf(db: Kysely<Schema>, { from, to }: HourSpan) {
  return db
    .selectFrom('serviceHours')
    .select([
      'hourAt',
      'platform',
      sql<number>`called & ${halfMask}`.as('calledEarly'),
      sql<number>`called >> ${halfHourMinutes}`.as('calledLate'),
      sql<number>`served & ${halfMask}`.as('servedEarly'),
      sql<number>`served >> ${halfHourMinutes}`.as('servedLate'),
    ])
    .where('hourAt', '>', from - hourMs)
    .where('hourAt', '<', to)
    .execute();
}

/** How many minutes of an hour, from one to another, have their bit. */
function bitsWithin(early: number, late: number, from: number, to: number): number {
  let bits = 0;
  for (let minute = from; minute < to; minute++) {
    const half = minute < halfHourMinutes ? early : late;
    bits += (half >>> (minute % halfHourMinutes)) & 1;
  }
  return bits;
}

/** How well what is outside serves the shop, and what waits here. */
export function createServiceReads(db: Kysely<Schema>) {
  return {
    /** Minutes with calls, by platform: `worked` where any of them was served, else `failed`. */
    async minutes(span: HourSpan) {
      const sums = new Map<string, { worked: number; failed: number }>();
      for (const { platform, hourAt, ...halves } of await hoursOf(db, span)) {
        const sum = sums.get(platform) ?? { worked: 0, failed: 0 };
        sums.set(platform, sum);
        const from = Math.max(0, (span.from - hourAt) / minuteMs);
        const to = Math.min(60, (span.to - hourAt) / minuteMs);
        const worked = bitsWithin(halves.servedEarly, halves.servedLate, from, to);
        sum.worked += worked;
        sum.failed += bitsWithin(halves.calledEarly, halves.calledLate, from, to) - worked;
      }
      return [...sums]
        .map(([platform, sum]) => ({ platform, ...sum }))
        .filter(({ worked, failed }) => worked + failed > 0)
        .sort((one, other) => (one.platform < other.platform ? -1 : 1));
    },

    /** The last minute of a time in which an interface was served; null: none was. */
    async lastServedAt(interfaceName: string, { from, to }: HourSpan): Promise<number | null> {
      const last = await db
        .selectFrom('callBuckets')
        .select('at')
        .where('grain', '=', 1)
        .where('at', '>=', from)
        .where('at', '<', to)
        .where('interfaceName', '=', interfaceName)
        .whereRef('calls', '>', 'unavailable')
        .orderBy('at', 'desc')
        .limit(1)
        .executeTakeFirst();
      return last?.at ?? null;
    },

    /** Bookings on their way to a number, and since when the oldest is. */
    bookingQueue: () =>
      db
        .selectFrom('shipments')
        .select(['state', rowTotal, oldest('createdAt')])
        .where('state', 'in', ['planned', 'sending', 'unsure'])
        .groupBy('state')
        .execute(),

    /** Labels that are to come out, and since when the oldest is wanted. */
    printQueue: () =>
      db
        .selectFrom('printJobs')
        .select([rowTotal, oldest('wantedAt')])
        .where('state', 'in', ['waiting', 'rendering', 'sending'])
        .executeTakeFirstOrThrow(),

    /** Parcels that should have been asked about by now. */
    overdueQuestions: (now: number) =>
      db
        .selectFrom('tracking')
        .select([rowTotal, oldest('nextDueAt')])
        .where('nextDueAt', '<=', now)
        .executeTakeFirstOrThrow(),
  };
}
