import { type Kysely, sql } from 'kysely';
import { columnOf } from '../database/columnNames.ts';
import { withAnyTables } from '../database/insertCompiled.ts';
import { personalSealOf } from '../database/personalSeal.ts';
import { tableOf } from '../database/table.ts';
import { stretchesOf } from '../orders/stretches.ts';
import type { Order, Schema } from '../schema.ts';

/** An order that goes to a number, by digits alone. */
export type OrderOfNumber = Pick<Order, 'id' | 'receiverPhone' | 'receiverExtension'>;

/** Texts in which an order may name somebody who is not its receiver. */
const orderTexts = [
  'receiverText',
  'receiverColumnsJson',
  'itemsJson',
  'goodsText',
  'buyer',
  'buyerRemark',
  'sellerRemark',
  'holdNote',
  'wishesJson',
  'saleJson',
  'complaintsJson',
] as const satisfies readonly (keyof Order)[];

/** The same around an order, by the table; each row has an id of its own. */
const textsAround = {
  shipments: ['requestJson', 'errorParamsJson'],
  pickups: ['requestJson', 'errorParamsJson'],
  printJobs: ['documentJson', 'reason'],
  history: ['note', 'dataJson'],
  orderChanges: ['fieldsJson', 'patchJson', 'beforeJson'],
} as const;

/** Orders read before others get their turn. */
const readAtOnce = 2_000;

type TextRow = Readonly<Record<string, unknown>> & { readonly id: string };

type Change = (text: string) => string | null;

async function rewrite(
  schema: Kysely<Schema>,
  table: string,
  columns: readonly string[],
  match: readonly [column: string, value: string],
  change: Change,
): Promise<void> {
  const db = withAnyTables(schema);
  const rows = (await db
    .selectFrom(table)
    .select(['id', ...columns])
    .where(match[0], '=', match[1])
    .execute()) as TextRow[];
  for (const row of rows) {
    const changed = columns.flatMap((column) => {
      const text = row[column];
      const other = typeof text === 'string' ? change(text) : null;
      return other === null ? [] : [[column, other] as const];
    });
    if (changed.length === 0) continue;
    const version = table === 'orders' ? { version: sql<number>`version + 1` } : {};
    await db
      .updateTable(table)
      .set({ ...Object.fromEntries(changed), ...version })
      .where('id', '=', row.id)
      .execute();
  }
}

/** For whoever has a mark and looks for the number it is of. */
function everybody(db: Kysely<Schema>) {
  return {
    /** Whose the next orders are, and what they say of others; none: there are no more. */
    async numbers(afterId: string): Promise<readonly (OrderOfNumber & { readonly text: string })[]> {
      const rows = await db
        .selectFrom('orders')
        .select(['id', 'receiverPhone', 'receiverExtension', ...orderTexts])
        .where('id', '>', afterId)
        .orderBy('id')
        .limit(readAtOnce)
        .execute();
      return rows.map((row) => ({ ...row, text: orderTexts.map((column) => row[column]).join('\n') }));
    },

    /** Of all numbers that an address is remembered for. */
    async contactKeys(): Promise<string[]> {
      const keys = db.selectFrom('learned').select('contactKey').distinct();
      const rows = await keys.where('contactKey', '<>', '').execute();
      return rows.map(({ contactKey }) => contactKey);
    },
  };
}

/** What is kept about one number: for whoever asks what that is, and for taking it out. */
export function createPersonRepository(db: Kysely<Schema>) {
  const drafts = tableOf(db, 'drafts');
  return {
    ...everybody(db),

    /** However the number is written there, with whatever extension. */
    async ordersOf(digits: string): Promise<OrderOfNumber[]> {
      const alike = await db
        .selectFrom('orders')
        .select(['id', 'receiverPhone', 'receiverExtension'])
        .where('stretch', 'in', await stretchesOf(db))
        .where('receiverPhoneTail', '=', digits.slice(-4))
        .orderBy('id')
        .execute();
      return alike.filter(({ receiverPhone }) => receiverPhone.replace(/\D/g, '') === digits);
    },

    /**
     * Of the next orders, those in whose texts the number stands, and where to go on; `lastId` null: there are no more. Where the engine
     * can read them, it looks for the last four digits first.
     */
    async naming(
      tail: string,
      isNamed: (text: string) => boolean,
      afterId: string,
    ): Promise<{ readonly ids: readonly string[]; readonly lastId: string | null }> {
      const next = await db
        .selectFrom('orders')
        .select('id')
        .where('id', '>', afterId)
        .orderBy('id')
        .limit(readAtOnce)
        .execute();
      const lastId = next.at(-1)?.id ?? null;
      if (lastId === null) return { ids: [], lastId };
      let rows = db
        .selectFrom('orders')
        .select(['id', ...orderTexts])
        .where('id', '>', afterId)
        .where('id', '<=', lastId);
      if (personalSealOf(db) === undefined) {
        const joined = sql.join(
          orderTexts.map((column) => sql.ref(columnOf(column))),
          sql` || ' ' || `,
        );
        rows = rows.where(sql<boolean>`${joined} like ${`%${tail}%`}`);
      }
      const named = (await rows.execute()).filter((row) =>
        isNamed(orderTexts.map((column) => row[column]).join('\n')),
      );
      return { ids: named.map(({ id }) => id), lastId };
    },

    /** Texts of an order and around it, each as `change` gives it; null: it stays. */
    async rewriteTexts(orderId: string, change: Change): Promise<void> {
      await rewrite(db, 'orders', orderTexts, ['id', orderId], change);
      for (const [table, columns] of Object.entries(textsAround))
        await rewrite(db, table, columns, ['orderId', orderId], change);
    },

    /** Addresses remembered for this number. */
    async learnedOf(contactKey: string): Promise<string[]> {
      const rows = await db.selectFrom('learned').select('id').where('contactKey', '=', contactKey).execute();
      return rows.map(({ id }) => id);
    },

    drafts: () => drafts.rows().execute(),
  };
}
