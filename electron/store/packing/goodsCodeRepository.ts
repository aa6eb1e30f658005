import { type Kysely, type SqlBool, sql } from 'kysely';
import { countRows, tableOf } from '../database/table.ts';
import type { WindowRequest } from '../orders/orderRepository.ts';
import type { GoodsCode, GoodsCodeChange, Schema } from '../schema.ts';

/** Changes that are kept for undoing; an import is one. */
const keptChanges = 50;

/** Barcodes that were taught, as a person keeps them, and what was changed last. */
export function createGoodsCodeRepository(db: Kysely<Schema>) {
  const codes = tableOf(db, 'goodsCodes');
  const changes = tableOf(db, 'goodsCodeChanges');
  /** In either of them, in small letters or capitals. */
  const holding = (search: string) => {
    const wanted = search.toUpperCase();
    return sql<SqlBool>`instr(upper(code), ${wanted}) > 0 or instr(upper(goods_key), ${wanted}) > 0`;
  };
  const found = (search: string) => codes.rows().$if(search !== '', (query) => query.where(holding(search)));
  return {
    code: (code: string) => codes.row({ code }),
    put: (row: GoodsCode) => codes.put(row, ['code']),
    remove: (code: string) => codes.remove({ code }),
    /** The newest first. */
    window: (search: string, { offset, limit }: WindowRequest) =>
      found(search).orderBy('savedAt', 'desc').orderBy('code').limit(limit).offset(offset).execute(),
    count: (search: string) => countRows(found(search)),

    addChange: (row: Omit<GoodsCodeChange, 'no' | 'undoneAt'>) =>
      changes.insert({ ...row, no: undefined, undoneAt: null }),
    /** The newest that still counts. */
    lastChange: () =>
      changes.rows().where('undoneAt', 'is', null).orderBy('no', 'desc').limit(1).executeTakeFirst(),
    undone: (no: number, undoneAt: number) => changes.update({ no, undoneAt: null }, { undoneAt }),
    async forgetOldChanges(): Promise<void> {
      await db
        .deleteFrom('goodsCodeChanges')
        .where('no', 'in', (old) =>
          old
            .selectFrom('goodsCodeChanges')
            .select('no')
            .orderBy('no', 'desc')
            .limit(Number.MAX_SAFE_INTEGER)
            .offset(keptChanges),
        )
        .execute();
    },
  };
}
