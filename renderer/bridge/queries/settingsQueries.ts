import { queryOptions } from '@tanstack/react-query';
import { core } from '../core.ts';

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
