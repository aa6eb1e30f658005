import { queryOptions } from '@tanstack/react-query';
import { core } from '../core.ts';
import type { WindowList } from '../windowList.ts';

export type CallRow = Awaited<ReturnType<typeof core.settings.calls>>['rows'][number];

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
  calls: (search: string): WindowList<CallRow> => ({
    key: ['settings', 'calls', search],
    topics: ['shipments', 'tracking', 'settings'],
    read: (window, signal) => core.settings.calls(search === '' ? window : { search, ...window }, { signal }),
  }),
};
