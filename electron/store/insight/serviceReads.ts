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
      // Of itself the database reads the table, with how long each call took.
      const { rows } = await sql<{
        readonly platform: string;
        readonly worked: number;
        readonly failed: number;
      }>`select platform, sum(is_working) as worked, sum(1 - is_working) as failed
        from (select platform, sum(calls) > sum(unavailable) as is_working
          from call_buckets indexed by call_buckets_minutes
          where grain = 1 and at >= ${from} and at < ${to} group by at, platform)
        group by platform order by platform`.execute(db);
      return rows;
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
