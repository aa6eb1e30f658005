import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';

/** What a run of bookings asks for. Open bookings have a job; the table of jobs is small whatever the order book holds. */
export function createBookingRunRepository(db: Kysely<Schema>) {
  const open = db
    .selectFrom('jobs')
    .innerJoin('shipments', 'shipments.id', 'jobs.subjectId')
    .where('jobs.kind', 'in', ['book', 'find']);
  return {
    /** Open bookings planned since then, by state of the booking and of its job. */
    openCounts: (since: number) =>
      open
        .where('jobs.createdAt', '>=', since)
        .select(['shipments.state', 'jobs.state as jobState'])
        .select((select) => select.fn.countAll<number>().as('total'))
        .groupBy(['shipments.state', 'jobs.state'])
        .execute(),

    /** When the oldest booking that is still to be sent was planned; null: none is. */
    async oldestOpenAt(): Promise<number | null> {
      const row = await open
        .where('shipments.state', 'in', ['planned', 'sending'])
        .select((select) => select.fn.min('jobs.createdAt').as('at'))
        .executeTakeFirst();
      return (row?.at as number | null | undefined) ?? null;
    },

    /** Refused since then, and not yet taken up again. */
    async refusedSince(at: number): Promise<number> {
      const row = await db
        .selectFrom('orders')
        .select((select) => select.fn.countAll<number>().as('total'))
        .where('shipmentState', '=', 'refused')
        .where('errorCode', '<>', '')
        .where('updatedAt', '>=', at)
        .executeTakeFirstOrThrow();
      return row.total;
    },

    /** Bookings nothing was sent of, oldest first. */
    waiting: (filter: { readonly since?: number; readonly accountId?: string }) =>
      open
        .where('shipments.state', '=', 'planned')
        .where('jobs.state', '=', 'waiting')
        .$if(filter.since !== undefined, (query) => query.where('jobs.createdAt', '>=', filter.since ?? 0))
        .$if(filter.accountId !== undefined, (query) =>
          query.where('shipments.accountId', '=', filter.accountId ?? ''),
        )
        .select(['shipments.orderId', 'shipments.accountId', 'shipments.carrier', 'shipments.printerUri'])
        .orderBy('jobs.id')
        .execute(),
  };
}
