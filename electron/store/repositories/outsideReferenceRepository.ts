import type { Kysely } from 'kysely';
import type { OutsideReferencesTable, Schema } from '../schema.ts';

/** Bookings, hand-bound numbers and labels that the journal knows of and this database does not; empty unless a backup was restored. */
export function createOutsideReferenceRepository(db: Kysely<Schema>) {
  return {
    ofCode: (orderCode: string) =>
      db
        .selectFrom('outside_references')
        .selectAll()
        .where('order_code', '=', orderCode)
        .orderBy('account_id')
        .execute(),

    async put(row: OutsideReferencesTable): Promise<void> {
      await db
        .insertInto('outside_references')
        .values(row)
        .onConflict((conflict) => conflict.columns(['order_code', 'account_id']).doUpdateSet(row))
        .execute();
    },

    async move(row: OutsideReferencesTable, state: OutsideReferencesTable['state']): Promise<void> {
      await db
        .updateTable('outside_references')
        .set({ state })
        .where('order_code', '=', row.order_code)
        .where('account_id', '=', row.account_id)
        .execute();
    },

    /** Those nobody has taken up yet. */
    async countOpen(): Promise<number> {
      const row = await db
        .selectFrom('outside_references')
        .select((select) => select.fn.countAll<number>().as('total'))
        .where('state', 'in', ['open', 'bound', 'voiding'])
        .executeTakeFirstOrThrow();
      return row.total;
    },
  };
}
