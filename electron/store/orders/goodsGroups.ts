import { type Kysely, type SqlBool, sql } from 'kysely';
import { countRows, listed } from '../database/table.ts';
import type { Order, Schema } from '../schema.ts';
import type { WindowRequest } from './orderRepository.ts';
import { stretchesOf } from './stretches.ts';

export interface GoodsGroup {
  readonly goodsText: string;
  readonly orders: number;
}

/** The largest groups; the rest are together at the end, as goods that few orders share. */
const mostGroups = 1_000;

// Written as in the partial index, or it would not be used.
const isReady = sql<SqlBool>`state = 'ready'`;

// By itself SQLite would read every ready order, ten times as long as this index of their goods.
const readyGoods = sql`orders indexed by orders_ready_goods`;

/** Ready orders grouped by identical goods: the largest group first, single ones last. */
export function goodsReads(db: Kysely<Schema>) {
  const ready = () => db.selectFrom('orders').where(isReady);
  const newest = () => ready().selectAll().orderBy('id', 'desc');

  const rowsOfGroup = (goodsText: string, stretches: readonly number[], { offset, limit }: WindowRequest) =>
    newest()
      .where(
        'id',
        'in',
        sql<string>`(select id from ${readyGoods}
          where ${isReady} and stretch in (${sql.join(stretches)}) and goods_text = ${goodsText}
          order by id desc limit ${limit} offset ${offset})`,
      )
      .execute();

  return {
    async goodsGroups(): Promise<GoodsGroup[]> {
      // The goods of a stretch lie in order: only what they come to has to be sorted.
      const { rows } = await sql<GoodsGroup>`
        select goods_text, cast(sum(of_stretch) as integer) as orders from (
          select goods_text, count(*) as of_stretch from ${readyGoods} where ${isReady} group by stretch, goods_text
        ) as goods
        group by goods_text having sum(of_stretch) > 1 order by orders desc, goods_text limit ${mostGroups}`.execute(
        db,
      );
      return rows;
    },

    readyCount: () => countRows(ready()),

    /** The same orders in the order of these groups. */
    async goodsWindow(groups: readonly GoodsGroup[], { offset, limit }: WindowRequest): Promise<Order[]> {
      const stretches = await stretchesOf(db);
      const found: Order[] = [];
      let before = 0;
      for (const { goodsText, orders } of groups) {
        const from = Math.max(0, offset + found.length - before);
        if (from < orders && found.length < limit)
          found.push(
            ...(await rowsOfGroup(goodsText, stretches, {
              offset: from,
              limit: Math.min(limit - found.length, orders - from),
            })),
          );
        before += orders;
      }
      if (found.length === limit) return found;
      const alone = await newest()
        .where('goodsText', 'not in', listed(groups.map(({ goodsText }) => goodsText)))
        .limit(limit - found.length)
        .offset(Math.max(0, offset + found.length - before))
        .execute();
      return [...found, ...alone];
    },
  };
}
