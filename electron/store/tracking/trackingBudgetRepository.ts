import { type Kysely, sql } from 'kysely';
import { tableOf } from '../database/table.ts';
import type { Schema, TrackingBudget } from '../schema.ts';

/** Questions of one day, counted before they are sent: a program that dies has counted one too many, never one too few. */
export function createTrackingBudgetRepository(db: Kysely<Schema>) {
  const budgets = tableOf(db, 'trackingBudgets');
  return {
    /** Budgets of that day and of days after it: the clock may have been ahead. */
    since: (meter: string, day: number): Promise<TrackingBudget[]> =>
      budgets.rows({ meter }).where('day', '>=', day).orderBy('day').execute(),

    /** One more question; -1: one that was certainly never sent. */
    async count(meter: string, day: number, by: 'person' | 'program', change: 1 | -1): Promise<void> {
      const byPeople = by === 'person' ? change : 0;
      await db
        .insertInto('trackingBudgets')
        .values({
          meter,
          day,
          used: 1,
          usedByPeople: Math.max(0, byPeople),
          endedAt: null,
          endedPerDay: null,
        })
        .onConflict((conflict) =>
          conflict.columns(['meter', 'day']).doUpdateSet({
            used: sql<number>`max(0, tracking_budgets.used + ${change})`,
            usedByPeople: sql<number>`max(0, tracking_budgets.used_by_people + ${byPeople})`,
          }),
        )
        .execute();
    },

    put: (row: TrackingBudget): Promise<void> => budgets.put(row, ['meter', 'day']),

    /** Removes later days, whose counts have been added to this one. */
    async removeAfter(meter: string, day: number): Promise<void> {
      await db.deleteFrom('trackingBudgets').where('meter', '=', meter).where('day', '>', day).execute();
    },

    async removeBefore(day: number): Promise<void> {
      await db.deleteFrom('trackingBudgets').where('day', '<', day).execute();
    },
  };
}

/** What a person has decided of ambiguous numbers, by their shape. */
export function createNumberShapeRepository(db: Kysely<Schema>) {
  const shapes = tableOf(db, 'numberShapes');
  return {
    all: () => shapes.rows().execute(),
    put: (shape: string, carrier: string, decidedAt: number): Promise<void> =>
      shapes.put({ shape, carrier, decidedAt }, ['shape']),
  };
}
