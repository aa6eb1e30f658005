import { type Expression, type ExpressionBuilder, type Kysely, type SqlBool, sql } from 'kysely';
import { countRows } from '../database/table.ts';
import type { Schema } from '../schema.ts';

/** UTC ms; `before` is not included. */
export interface DueSpan {
  readonly from: number;
  readonly before: number;
}

// A literal, not a parameter: only so does the database use the partial index.
const isNotHandedOver = sql<SqlBool>`(state = 'needs-review' or state = 'ready' or state = 'booking' or state = 'booked' or state = 'packed')`;

/** Not yet with a carrier, with a platform's deadline in this time. */
export function mustLeave(
  where: ExpressionBuilder<Schema, 'orders'>,
  { from, before }: DueSpan,
): Expression<SqlBool> {
  // Written as in the partial index, or it would not be used.
  const hasTime = sql<SqlBool>`ship_by is not null`;
  return where.and([isNotHandedOver, hasTime, where('shipBy', '>=', from), where('shipBy', '<', before)]);
}

/** States that must leave and have not; held orders wait for a reason. */
export function dueReads(db: Kysely<Schema>) {
  return {
    /** Orders not yet with a carrier and without a deadline, paid in this time, or imported in it if the payment time is unknown. */
    countNotHandedOver: (from: number, before: number) =>
      countRows(
        db
          .selectFrom('orders')
          .where(isNotHandedOver)
          // The plus excludes the index of `ship_by`, which has all orders without a deadline together.
          .where(sql<SqlBool>`+ship_by is null`)
          .where(sql<SqlBool>`coalesce(paid_at, created_at) >= ${from}`)
          .where(sql<SqlBool>`coalesce(paid_at, created_at) < ${before}`),
      ),

    /** Orders not yet with a carrier whose platform's deadline is in this time. */
    countDue: (due: DueSpan) => countRows(db.selectFrom('orders').where((where) => mustLeave(where, due))),
  };
}
