import { type Kysely, type SqlBool, sql } from 'kysely';
import { executeKept, keptSql } from '../database/keptStatement.ts';
import { countRows, tableOf } from '../database/table.ts';
import type { Schema, StoredOutsideReference } from '../schema.ts';

/** Bookings, numbers entered by hand and labels that the journal knows and this database does not; empty unless a backup was restored. */
export function createOutsideReferenceRepository(db: Kysely<Schema>) {
  const references = tableOf(db, 'outsideReferences');
  const unresolved = () => references.rows().where('state', 'in', ['open', 'bound', 'voiding', 'voided']);
  return {
    async ofCode(orderCode: string): Promise<StoredOutsideReference[]> {
      const ofIt = () => references.rows({ orderCode }).orderBy('accountId');
      return (await executeKept(db, 'references of a code', [orderCode], () => ofIt().compile())).rows;
    },

    /** References of bookings that exist or were given back, and that no person has been shown. */
    ofPrefix: (prefix: string) =>
      unresolved().where('orderCode', '>=', prefix).where('orderCode', '<', `${prefix}\uffff`).execute(),

    /** References that carried goods of an order with this code prefix. */
    carrying: (prefix: string) => unresolved().where('goodsOf', 'like', `% ${prefix}%`).execute(),

    /** The one a person assigned to this order, until it is adopted. */
    givenTo: (orderId: string) =>
      unresolved()
        // In the terms of its partial index.
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

    /** How many have not been dealt with yet. */
    countOpen: () =>
      countRows(db.selectFrom('outsideReferences').where('state', 'in', ['open', 'bound', 'voiding'])),
  };
}
