import { type Expression, type ExpressionBuilder, type Kysely, type SqlBool, sql } from 'kysely';
import { countRows, listed } from '../database/table.ts';
import type { Order, Schema } from '../schema.ts';
import type { WindowRequest } from './orderRepository.ts';

export interface GoodsGroup {
  readonly goodsText: string;
  readonly orders: number;
}

/** The largest groups; the rest stands together at the end, as goods that few orders share do. */
const mostGroups = 1_000;

type Where = ExpressionBuilder<Schema, 'orders'>;

// As written in the partial index, or it would not be used.
const isReady = sql<SqlBool>`state = 'ready'`;

/** Ready orders with the very same goods together: the largest group first, those that are alone of their kind last. */
export function goodsReads(db: Kysely<Schema>) {
  const ready = () => db.selectFrom('orders').where(isReady);
  const goodsGroups = (): Promise<GoodsGroup[]> =>
    ready()
      .select(['goodsText', (where) => where.fn.countAll<number>().as('orders')])
      .groupBy('goodsText')
      .having((having) => having.fn.countAll<number>(), '>', 1)
      .orderBy('orders', 'desc')
      .orderBy('goodsText')
      .limit(mostGroups)
      .execute();
  const rowsOf = (belongs: (where: Where) => Expression<SqlBool>, { offset, limit }: WindowRequest) =>
    ready()
      .selectAll()
      .where((where) => belongs(where))
      .orderBy('id', 'desc')
      .limit(limit)
      .offset(offset)
      .execute();
  return {
    goodsGroups,

    readyCount: () => countRows(ready()),

    /** The same orders in the order of these groups. */
    async goodsWindow(groups: readonly GoodsGroup[], { offset, limit }: WindowRequest): Promise<Order[]> {
      const found: Order[] = [];
      let before = 0;
      for (const { goodsText, orders } of groups) {
        const from = Math.max(0, offset + found.length - before);
        if (from < orders && found.length < limit)
          found.push(
            ...(await rowsOf((where) => where('goodsText', '=', goodsText), {
              offset: from,
              limit: Math.min(limit - found.length, orders - from),
            })),
          );
        before += orders;
      }
      if (found.length === limit) return found;
      const shared = listed(groups.map(({ goodsText }) => goodsText));
      const alone = await rowsOf((where) => where('goodsText', 'not in', shared), {
        offset: Math.max(0, offset + found.length - before),
        limit: limit - found.length,
      });
      return [...found, ...alone];
    },
  };
}
