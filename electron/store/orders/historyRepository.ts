import type { Kysely } from 'kysely';
import { insertCompiled } from '../database/insertCompiled.ts';
import type { HistoryLine, Schema } from '../schema.ts';

/** Rows inserted with one statement. */
const insertChunk = 200;

/** What happened to each order, and the steps that can be taken back. */
export function createHistoryRepository(db: Kysely<Schema>) {
  return {
    async add(row: Omit<HistoryLine, 'stepId'> & { readonly stepId?: string }): Promise<void> {
      await db
        .insertInto('history')
        .values({ stepId: '', ...row })
        .execute();
    },
    /** What an import notes of its orders: many at once. */
    async addMany(rows: readonly HistoryLine[]): Promise<void> {
      for (let start = 0; start < rows.length; start += insertChunk)
        await insertCompiled(db, 'history', rows.slice(start, start + insertChunk), insertChunk);
    },
    ofOrder: (orderId: string) =>
      db.selectFrom('history').selectAll().where('orderId', '=', orderId).orderBy('id').execute(),

    lastOfKind: (orderId: string, kind: string) =>
      db
        .selectFrom('history')
        .selectAll()
        .where('orderId', '=', orderId)
        .where('kind', '=', kind)
        .orderBy('id', 'desc')
        .executeTakeFirst(),

    /** The newest steps that can be taken back, with how many rows each wrote. */
    steps: (limit: number) =>
      db
        .selectFrom('history')
        .select((select) => [
          'stepId',
          select.fn.countAll<number>().as('rows'),
          select.fn.min('id').as('firstId'),
        ])
        .where('stepId', '<>', '')
        .groupBy('stepId')
        .orderBy('stepId', 'desc')
        .limit(limit)
        .execute(),
    ofStep: (stepId: string, afterId: string, limit: number) =>
      db
        .selectFrom('history')
        .selectAll()
        .where('stepId', '=', stepId)
        .where('stepId', '<>', '')
        .where('id', '>', afterId)
        .orderBy('id')
        .limit(limit)
        .execute(),
    byId: (id: string) => db.selectFrom('history').selectAll().where('id', '=', id).executeTakeFirst(),
    /** From now on the row can no longer be taken back. */
    async closeStep(id: string): Promise<void> {
      await db.updateTable('history').set({ stepId: '' }).where('id', '=', id).execute();
    },
  };
}
