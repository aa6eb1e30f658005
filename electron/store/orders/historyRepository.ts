import type { Kysely } from 'kysely';
import { tableOf } from '../database/table.ts';
import type { HistoryLine, Schema } from '../schema.ts';

/** What happened to each order, and the steps that can be taken back. */
export function createHistoryRepository(db: Kysely<Schema>) {
  const history = tableOf(db, 'history');
  return {
    add: (row: Omit<HistoryLine, 'stepId'> & { readonly stepId?: string }) =>
      history.insert({ stepId: '', ...row }),
    /** History lines of an import: many at once. */
    addMany: history.insertMany,
    ofOrder: (orderId: string) => history.rows({ orderId }).orderBy('id').execute(),

    lastOfKind: (orderId: string, kind: string) =>
      history.rows({ orderId, kind }).orderBy('id', 'desc').executeTakeFirst(),

    /** The newest undoable steps, with their number of lines. */
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
      history
        .rows({ stepId })
        .where('stepId', '<>', '')
        .where('id', '>', afterId)
        .orderBy('id')
        .limit(limit)
        .execute(),
    byId: (id: string) => history.row({ id }),
    /** The line can no longer be undone. */
    closeStep: (id: string) => history.update({ id }, { stepId: '' }),
  };
}
