import { queryOptions } from '@tanstack/react-query';
import type { OrderChangeRow } from '../../../shared/contracts/changesContract.ts';
import { core } from '../core.ts';
import type { WindowList } from '../windowList.ts';

export type ChangeFilter = Parameters<typeof core.changes.list>[0]['filter'];

const topics = ['imports', 'orders', 'shipments'] as const;

export const changeQueries = {
  list: (filter: ChangeFilter): WindowList<OrderChangeRow> => ({
    key: ['changes', 'list', filter],
    topics,
    read: (window, signal) => core.changes.list({ filter, ...window }, { signal }),
  }),
  counts: () =>
    queryOptions({
      queryKey: ['changes', 'counts'],
      queryFn: ({ signal }) => core.changes.counts(undefined, { signal }),
      meta: { topics },
    }),
};
