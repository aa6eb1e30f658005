import { type Expression, type ExpressionBuilder, type Kysely, type SqlBool, sql } from 'kysely';
import { countRows } from '../database/table.ts';
import type { Schema } from '../schema.ts';

/** UTC ms; `before` is not included. */
export interface DueSpan {
  readonly from: number;
  readonly before: number;
}

// Written out, not bound: only so does the database use the index that holds nothing else.
const isNotHandedOver = sql<SqlBool>`(state = 'needs-review' or state = 'ready' or state = 'booking' or state = 'booked' or state = 'packed')`;

/** That no carrier has yet and that must leave in this time, as its platform says. */
export function mustLeave(
  where: ExpressionBuilder<Schema, 'orders'>,
  { from, before }: DueSpan,
): Expression<SqlBool> {
  // As written in the partial index, or it would not be used.
  const hasTime = sql<SqlBool>`ship_by is not null`;
  return where.and([isNotHandedOver, hasTime, where('shipBy', '>=', from), where('shipBy', '<', before)]);
}

/** What must leave and has not; orders on hold wait for a reason. */
export function dueReads(db: Kysely<Schema>) {
  return {
    /**
     * Orders paid in this time, or imported where nobody said when they were paid, that no carrier has yet and of which
     * nobody said until when they must leave.
     */
    countNotHandedOver: (from: number, before: number) =>
      countRows(
        db
          .selectFrom('orders')
          .where(isNotHandedOver)
          // The plus keeps the index of `ship_by` out of it, along which all orders without the time lie.
          .where(sql<SqlBool>`+ship_by is null`)
          .where(sql<SqlBool>`coalesce(paid_at, created_at) >= ${from}`)
          .where(sql<SqlBool>`coalesce(paid_at, created_at) < ${before}`),
      ),

    /** Orders that no carrier has yet and that must leave in this time, as their platform says. */
    countDue: (due: DueSpan) => countRows(db.selectFrom('orders').where((where) => mustLeave(where, due))),
  };
}
