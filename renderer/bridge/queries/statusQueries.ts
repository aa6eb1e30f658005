import { queryOptions } from '@tanstack/react-query';
import { core } from '../core.ts';

export const statusQueries = {
  /** Polled besides: rates and ages move without an event. */
  now: () =>
    queryOptions({
      queryKey: ['status'],
      queryFn: ({ signal }) => core.status.get(undefined, { signal }),
      refetchInterval: 5_000,
      meta: { topics: ['status', 'orders', 'shipments', 'printJobs', 'tracking', 'settings'] },
    }),
};
