import { queryOptions } from '@tanstack/react-query';
import type { UnshippedRow } from '../../../shared/contracts/bookingHealthContract.ts';
import { core } from '../core.ts';
import type { WindowList } from '../windowList.ts';

export type AccountHealthView = Awaited<ReturnType<typeof core.bookingHealth.accounts>>[number];
export type GoLiveView = Awaited<ReturnType<typeof core.goLive.list>>[number];

/** Lanes and paces move without an event as well. */
const healthEveryMs = 5_000;

export const healthQueries = {
  accounts: () =>
    queryOptions({
      queryKey: ['health', 'accounts'],
      queryFn: ({ signal }) => core.bookingHealth.accounts(undefined, { signal }),
      refetchInterval: healthEveryMs,
      meta: { topics: ['settings', 'shipments', 'status'] },
    }),
  clock: () =>
    queryOptions({
      queryKey: ['health', 'clock'],
      queryFn: ({ signal }) => core.bookingHealth.clock(undefined, { signal }),
      meta: { topics: ['status'] },
    }),
  summary: () =>
    queryOptions({
      queryKey: ['health', 'summary'],
      queryFn: ({ signal }) => core.bookingHealth.summary(undefined, { signal }),
      refetchInterval: healthEveryMs,
      meta: { topics: ['orders', 'shipments', 'settings', 'status'] },
    }),
  unshipped: (days: number): WindowList<UnshippedRow> => ({
    key: ['health', 'unshipped', days],
    topics: ['orders', 'shipments'],
    read: (window, signal) => core.bookingHealth.unshipped({ days, ...window }, { signal }),
  }),
  goLive: () =>
    queryOptions({
      queryKey: ['health', 'goLive'],
      queryFn: ({ signal }) => core.goLive.list(undefined, { signal }),
      meta: { topics: ['settings'] },
    }),
};
