import { queryOptions } from '@tanstack/react-query';
import type { OrderRow } from '../../../shared/contracts/ordersContract.ts';
import { core } from '../core.ts';
import type { WindowList } from '../windowList.ts';

export type OrderFilter = NonNullable<Parameters<typeof core.orders.window>[0]>['filter'];
export type OrderSort = NonNullable<Parameters<typeof core.orders.window>[0]['sort']>;

export const orderQueries = {
  list: (filter: OrderFilter, sort: OrderSort | null = null): WindowList<OrderRow> => ({
    key: ['orders', 'window', filter, sort],
    topics: ['orders', 'shipments', 'printJobs'],
    read: (window, signal) =>
      core.orders.window({ filter, ...window, ...(sort === null ? {} : { sort }) }, { signal }),
  }),
  counts: (search: string) =>
    queryOptions({
      queryKey: ['orders', 'counts', search],
      queryFn: ({ signal }) => core.orders.counts(search === '' ? {} : { search }, { signal }),
      meta: { topics: ['orders', 'shipments', 'printJobs'] },
    }),
  holdCounts: () =>
    queryOptions({
      queryKey: ['orders', 'holdCounts'],
      queryFn: ({ signal }) => core.orders.holdCounts(undefined, { signal }),
      meta: { topics: ['orders'] },
    }),
  detail: (orderId: string) =>
    queryOptions({
      queryKey: ['orders', 'detail', orderId],
      queryFn: ({ signal }) => core.orders.detail({ orderId }, { signal }),
      meta: { topics: ['orders', 'shipments', 'printJobs'] },
    }),
};
