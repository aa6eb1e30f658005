import { type Kysely, type SqlBool, sql } from 'kysely';
import type { Schema, StoredOutsideReference } from '../schema.ts';

/** Bookings, hand-bound numbers and labels that the journal knows of and this database does not; empty unless a backup was restored. */
export function createOutsideReferenceRepository(db: Kysely<Schema>) {
  const standing = () =>
    db
      .selectFrom('outsideReferences')
      .selectAll()
      .where('state', 'in', ['open', 'bound', 'voiding', 'voided']);
  return {
    ofCode: (orderCode: string) =>
      db
        .selectFrom('outsideReferences')
        .selectAll()
        .where('orderCode', '=', orderCode)
        .orderBy('accountId')
        .execute(),

    /** Of bookings that stand or were given back, and that nobody has been told of. */
    ofPrefix: (prefix: string) =>
      standing().where('orderCode', '>=', prefix).where('orderCode', '<', `${prefix}\uffff`).execute(),

    /** Those that carried the goods of an order whose code begins so. */
    carrying: (prefix: string) => standing().where('goodsOf', 'like', `% ${prefix}%`).execute(),

    /** The one a person gave to this order, as long as it is not taken up. */
    givenTo: (orderId: string) =>
      standing()
        // Said in the words of its index, which holds no others.
        .where(sql<SqlBool>`order_id <> ''`)
        .where('orderId', '=', orderId)
        .executeTakeFirst(),

    async hasStanding(): Promise<boolean> {
      return (await standing().limit(1).executeTakeFirst()) !== undefined;
    },

    async note(
      row: Pick<StoredOutsideReference, 'accountId' | 'orderCode'>,
      patch: Partial<Pick<StoredOutsideReference, 'orderId' | 'otherThanJson'>>,
    ): Promise<void> {
      await db
        .updateTable('outsideReferences')
        .set(patch)
        .where('orderCode', '=', row.orderCode)
        .where('accountId', '=', row.accountId)
        .execute();
    },

    async put(row: StoredOutsideReference): Promise<void> {
      await db
        .insertInto('outsideReferences')
        .values(row)
        .onConflict((conflict) => conflict.columns(['orderCode', 'accountId']).doUpdateSet(row))
        .execute();
    },

    async move(row: StoredOutsideReference, state: StoredOutsideReference['state']): Promise<void> {
      await db
        .updateTable('outsideReferences')
        .set({ state })
        .where('orderCode', '=', row.orderCode)
        .where('accountId', '=', row.accountId)
        .execute();
    },

    /** Those nobody has taken up yet. */
    async countOpen(): Promise<number> {
      const row = await db
        .selectFrom('outsideReferences')
        .select((select) => select.fn.countAll<number>().as('total'))
        .where('state', 'in', ['open', 'bound', 'voiding'])
        .executeTakeFirstOrThrow();
      return row.total;
    },
  };
}
