import { queryOptions } from '@tanstack/react-query';
import { core } from '../core.ts';
import type { WindowList } from '../windowRows.ts';

export const sessionQueries = {
  state: () =>
    queryOptions({
      queryKey: ['session'],
      queryFn: ({ signal }) => core.session.state(undefined, { signal }),
      meta: { topics: ['session'] },
    }),
};

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

export const settingsQueries = {
  get: () =>
    queryOptions({
      queryKey: ['settings', 'get'],
      queryFn: ({ signal }) => core.settings.get(undefined, { signal }),
      meta: { topics: ['settings'] },
    }),
  platforms: () =>
    queryOptions({
      queryKey: ['settings', 'platforms'],
      queryFn: ({ signal }) => core.settings.platforms(undefined, { signal }),
    }),
  carriers: () =>
    queryOptions({
      queryKey: ['settings', 'carriers'],
      queryFn: ({ signal }) => core.settings.carriers(undefined, { signal }),
    }),
  carrierFields: (platform: string, carrier: string) =>
    queryOptions({
      queryKey: ['settings', 'carrierFields', platform, carrier],
      queryFn: ({ signal }) => core.settings.carrierFields({ platform, carrier }, { signal }),
    }),
  divisions: () =>
    queryOptions({
      queryKey: ['settings', 'divisions'],
      queryFn: ({ signal }) => core.settings.divisions(undefined, { signal }),
    }),
  accounts: () =>
    queryOptions({
      queryKey: ['settings', 'accounts'],
      queryFn: ({ signal }) => core.settings.accounts(undefined, { signal }),
      meta: { topics: ['settings', 'shipments'] },
    }),
  printers: () =>
    queryOptions({
      queryKey: ['settings', 'printers'],
      queryFn: ({ signal }) => core.settings.printers(undefined, { signal }),
      meta: { topics: ['settings', 'status'] },
    }),
};

export const operatorQueries = {
  /** Who sits here and what they may do. */
  desk: () =>
    queryOptions({
      queryKey: ['operators', 'desk'],
      queryFn: ({ signal }) => core.operators.state(undefined, { signal }),
      meta: { topics: ['operators', 'session'] },
    }),
};

export type StaffRow = Awaited<ReturnType<typeof core.operators.list>>[number];
export type ActRow = Awaited<ReturnType<typeof core.operators.acts>>['rows'][number];
type ActKinds = Parameters<typeof core.operators.acts>[0]['kinds'];

/** Whatever is recorded happens to operators, orders or labels. */
const actTopics = ['operators', 'orders', 'printJobs'] as const;

export const staffQueries = {
  list: () =>
    queryOptions({
      queryKey: ['staff', 'list'],
      queryFn: ({ signal }) => core.operators.list(undefined, { signal }),
      meta: { topics: ['operators'] },
    }),
  /** undefined: all kinds. */
  acts: (kinds: ActKinds): WindowList<ActRow> => ({
    key: ['staff', 'acts', kinds],
    topics: actTopics,
    read: (window, signal) => core.operators.acts({ ...window, kinds }, { signal }),
  }),
  actsCheck: () =>
    queryOptions({
      queryKey: ['staff', 'actsCheck'],
      queryFn: ({ signal }) => core.operators.checkActs(undefined, { signal }),
      meta: { topics: actTopics },
    }),
};
