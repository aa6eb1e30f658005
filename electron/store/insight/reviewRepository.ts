import { type Kysely, sql } from 'kysely';
import { reviewSchema } from '../../../shared/domain/insight/review.ts';
import { firstIdAt } from '../../platform/ids.ts';
import { storedJson } from '../database/storedJson.ts';
import { rowTotal, tableOf } from '../database/table.ts';
import type { Schema } from '../schema.ts';
import type { HourSpan } from './hourRows.ts';

export const reviewJson = storedJson('review_json', reviewSchema);

/** What only a look back asks for: ranges of an index or of ids, which rise with time. An hour at a time. */
function workReads(db: Kysely<Schema>) {
  const total = rowTotal;
  return {
    /** Bookings that came to a number, by who asked for them. */
    booked: ({ from, to }: HourSpan) =>
      db
        .selectFrom('shipments')
        .select(['askedBy as operator', total])
        .where('bookedAt', '>=', from)
        .where('bookedAt', '<', to)
        // By the plain name, another index would be read from end to end for the group's sake.
        .groupBy(sql`+asked_by`)
        .execute(),

    /** Labels by who wanted them: first ones, and further copies. */
    labels: ({ from, to }: HourSpan) =>
      db
        .selectFrom('printJobs')
        .select(['operator', sql<number>`copy_no > 1`.as('isAgain'), total])
        .where('id', '>=', firstIdAt(from))
        .where('id', '<', firstIdAt(to))
        .where('state', 'in', ['accepted', 'confirmed', 'scanned'])
        .groupBy([sql`+operator`, sql`copy_no > 1`])
        .execute(),

    /** Corrections of addresses, by who made them. */
    corrections: ({ from, to }: HourSpan) =>
      db
        .selectFrom('history')
        .select(['operator', 'kind', total])
        .where('id', '>=', firstIdAt(from))
        .where('id', '<', firstIdAt(to))
        .where('kind', 'in', ['corrected', 'correction-undone'])
        .groupBy(['operator', 'kind'])
        .execute(),

    /** Exceptions found, by kind. */
    casesOpened: ({ from, to }: HourSpan) =>
      db
        .selectFrom('trackingCases')
        .select(['kind', total])
        .where('openedAt', '>=', from)
        .where('openedAt', '<', to)
        .groupBy('kind')
        .execute(),

    casesSolved: ({ from, to }: HourSpan) =>
      db
        .selectFrom('trackingCases')
        .select(['kind', 'openedAt', 'closedAt', 'closedBy'])
        .where(sql<boolean>`state = 'solved'`)
        .where('closedAt', '>=', from)
        .where('closedAt', '<', to)
        .execute(),
  };
}

/** Looking back, and what was seen then. */
export function createReviewReads(db: Kysely<Schema>) {
  const reviews = tableOf(db, 'reviews');
  return {
    ...workReads(db),
    of: (kind: 'day' | 'week', fromAt: number) => reviews.row({ kind, fromAt }),
    /** Newest first. */
    weeks: () => reviews.rows({ kind: 'week' }).orderBy('fromAt', 'desc').execute(),
    /** What is kept stays as it was seen first. */
    keep: reviews.insertIfNew,
  };
}
