import { type Kysely, type SqlBool, sql } from 'kysely';
import { countRows, rowTotal } from '../database/table.ts';
import type { Schema } from '../schema.ts';
import { isWhole, matches, type OrderFilter, searched } from './orderFilter.ts';
import type { OrderSearch } from './orderSearch.ts';
import {
  countedStates,
  type OrderTally,
  openQuestions,
  orderTallies,
  summed,
  totalOf,
} from './orderTotals.ts';

/** Counts for filters and for Today; requested again and again during an import. Without a search they are already stored. */
export function orderCounts(db: Kysely<Schema>, search: OrderSearch) {
  return {
    count: async (filter: OrderFilter) => {
      const isCounted = isWhole(filter) ? countedStates(filter.state, filter.isApart) : null;
      if (isCounted !== null) return totalOf((await orderTallies(db)).filter(isCounted));
      const matching = await searched(search, filter);
      return countRows(db.selectFrom('orders').where((where) => matches(where, matching)));
    },

    /** The number of orders per state. */
    async stateCounts(text?: string): Promise<Pick<OrderTally, 'state' | 'total'>[]> {
      if (isWhole({ search: text })) return summed(await orderTallies(db), ({ state }) => state);
      const matching = await searched(search, { search: text });
      return db
        .selectFrom('orders')
        .select(['state', rowTotal])
        .where((where) => matches(where, matching))
        .groupBy('state')
        .execute();
    },

    /** The number of orders per state of shipment and print job; those never sent are not counted. */
    async shipmentCounts(
      text?: string,
    ): Promise<Pick<OrderTally, 'shipmentState' | 'printState' | 'total'>[]> {
      if (isWhole({ search: text })) {
        const sent = (await orderTallies(db)).filter(({ shipmentState }) => shipmentState !== null);
        return summed(sent, ({ shipmentState, printState }) => `${shipmentState} ${printState}`);
      }
      const matching = await searched(search, { search: text });
      return db
        .selectFrom('orders')
        .select(['shipmentState', 'printState', rowTotal])
        .where((where) => matches(where, matching))
        .where('shipmentState', 'is not', null)
        .groupBy(['shipmentState', 'printState'])
        .execute();
    },

    /** Rejected and unanswered orders, by their state. */
    async apartCounts(text?: string): Promise<Pick<OrderTally, 'state' | 'shipmentState' | 'total'>[]> {
      const apart = ['refused', ...openQuestions] as const;
      if (isWhole({ search: text }))
        return (await orderTallies(db)).filter(({ shipmentState }) =>
          apart.some((one) => one === shipmentState),
        );
      const matching = await searched(search, { search: text });
      return db
        .selectFrom('orders')
        .select(['state', 'shipmentState', rowTotal])
        .where((where) => matches(where, matching))
        .where('shipmentState', 'in', apart)
        .groupBy(['state', 'shipmentState'])
        .execute();
    },

    /** All orders by their states. */
    tallies: () => orderTallies(db),

    holdCounts: () =>
      db
        .selectFrom('orders')
        .select(['holdReason', rowTotal])
        .where('state', '=', 'held')
        .groupBy('holdReason')
        .execute(),

    /** Ready orders that wait for a number entered by hand. */
    // Literals: the partial index is only used for its own condition.
    countByHand: () =>
      countRows(
        db.selectFrom('orders').where(sql<SqlBool>`state = 'ready' and error_code = 'BOOKING_BY_HAND'`),
      ),

    alarmCount: () => countRows(db.selectFrom('orders').where(sql<SqlBool>`alarm <> ''`)),
  };
}
