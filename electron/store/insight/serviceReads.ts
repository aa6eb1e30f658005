import { type Kysely, sql } from 'kysely';
import { rowTotal } from '../database/table.ts';
import type { Schema } from '../schema.ts';
import type { HourSpan } from './hourRows.ts';

const oldest = (column: string) => sql<number | null>`min(${sql.ref(column)})`.as('oldestAt');

/** How well what is outside serves the shop, and what waits here. */
export function createServiceReads(db: Kysely<Schema>) {
  return {
    /** Minutes with calls, by platform: `worked` where any of them was served, else `failed`. */
    async minutes({ from, to }: HourSpan) {
      const minute = db
        .selectFrom('callBuckets')
        .select(['platform', sql<number>`sum(calls) > sum(unavailable)`.as('isWorking')])
        .where('grain', '=', 1)
        .where('at', '>=', from)
        .where('at', '<', to)
        .groupBy(['platform', 'at']);
      return db
        .selectFrom(minute.as('minute'))
        .select([
          'platform',
          sql<number>`sum(is_working)`.as('worked'),
          sql<number>`sum(1 - is_working)`.as('failed'),
        ])
        .groupBy('platform')
        .orderBy('platform')
        .execute();
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
