import { type Kysely, type SqlBool, sql } from 'kysely';
import type { OutsideReferencesTable, Schema } from '../schema.ts';

/** Bookings, hand-bound numbers and labels that the journal knows of and this database does not; empty unless a backup was restored. */
export function createOutsideReferenceRepository(db: Kysely<Schema>) {
  const standing = () =>
    db
      .selectFrom('outside_references')
      .selectAll()
      .where('state', 'in', ['open', 'bound', 'voiding', 'voided']);
  return {
    ofCode: (orderCode: string) =>
      db
        .selectFrom('outside_references')
        .selectAll()
        .where('order_code', '=', orderCode)
        .orderBy('account_id')
        .execute(),

    /** Of bookings that stand or were given back, and that nobody has been told of. */
    ofPrefix: (prefix: string) =>
      standing().where('order_code', '>=', prefix).where('order_code', '<', `${prefix}\uffff`).execute(),

    /** Those that carried the goods of an order whose code begins so. */
    carrying: (prefix: string) => standing().where('goods_of', 'like', `% ${prefix}%`).execute(),

    /** The one a person gave to this order, as long as it is not taken up. */
    givenTo: (orderId: string) =>
      standing()
        // Said in the words of its index, which holds no others.
        .where(sql<SqlBool>`order_id <> ''`)
        .where('order_id', '=', orderId)
        .executeTakeFirst(),

    async hasStanding(): Promise<boolean> {
      return (await standing().limit(1).executeTakeFirst()) !== undefined;
    },

    async note(
      row: Pick<OutsideReferencesTable, 'account_id' | 'order_code'>,
      patch: Partial<Pick<OutsideReferencesTable, 'order_id' | 'other_than_json'>>,
    ): Promise<void> {
      await db
        .updateTable('outside_references')
        .set(patch)
        .where('order_code', '=', row.order_code)
        .where('account_id', '=', row.account_id)
        .execute();
    },

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
