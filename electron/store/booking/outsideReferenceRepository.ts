import { type Kysely, type SqlBool, sql } from 'kysely';
import { executeKept, keptSql } from '../database/keptStatement.ts';
import { countRows, tableOf } from '../database/table.ts';
import type { Schema, StoredOutsideReference } from '../schema.ts';

/** Bookings, hand-bound numbers and labels that the journal knows of and this database does not; empty unless a backup was restored. */
export function createOutsideReferenceRepository(db: Kysely<Schema>) {
  const references = tableOf(db, 'outsideReferences');
  const unresolved = () => references.rows().where('state', 'in', ['open', 'bound', 'voiding', 'voided']);
  return {
    async ofCode(orderCode: string): Promise<StoredOutsideReference[]> {
      const ofIt = () => references.rows({ orderCode }).orderBy('accountId');
      return (await executeKept(db, 'references of a code', [orderCode], () => ofIt().compile())).rows;
    },

    /** References of bookings that stand or were given back, and that nobody has been shown. */
    ofPrefix: (prefix: string) =>
      unresolved().where('orderCode', '>=', prefix).where('orderCode', '<', `${prefix}\uffff`).execute(),

    /** References that carried the goods of an order whose code begins so. */
    carrying: (prefix: string) => unresolved().where('goodsOf', 'like', `% ${prefix}%`).execute(),

    /** The one a person gave to this order, as long as it is not taken up. */
    givenTo: (orderId: string) =>
      unresolved()
        // Said in the words of its index, which holds no others.
        .where(sql<SqlBool>`order_id <> ''`)
        .where('orderId', '=', orderId)
        .executeTakeFirst(),

    async hasStanding(): Promise<boolean> {
      const found = keptSql(db)`select 1 from outside_references
        where state in ('open', 'bound', 'voiding', 'voided') limit 1`;
      return (await found).rows.length > 0;
    },

    note: (
      { orderCode, accountId }: Pick<StoredOutsideReference, 'accountId' | 'orderCode'>,
      patch: Partial<Pick<StoredOutsideReference, 'orderId' | 'otherThanJson'>>,
    ) => references.update({ orderCode, accountId }, patch),

    move: ({ orderCode, accountId }: StoredOutsideReference, state: StoredOutsideReference['state']) =>
      references.update({ orderCode, accountId }, { state }),

    put: (row: StoredOutsideReference) => references.put(row, ['orderCode', 'accountId']),

    /** How many nobody has taken up yet. */
    countOpen: () =>
      countRows(db.selectFrom('outsideReferences').where('state', 'in', ['open', 'bound', 'voiding'])),
  };
}
