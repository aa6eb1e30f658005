import { queryOptions } from '@tanstack/react-query';
import type { OrderChangeRow } from '../../../shared/contracts/orders.ts';
import { core } from '../core.ts';
import type { WindowList } from '../windowRows.ts';

export type ImportRow = Awaited<ReturnType<typeof core.imports.history>>['rows'][number];
export type Recognition = Awaited<ReturnType<typeof core.imports.recognise>>;
export type ImportOverrides = NonNullable<Parameters<typeof core.imports.recognise>[0]['overrides']>;

export const importQueries = {
  recognise: (path: string, overrides: ImportOverrides) =>
    queryOptions({
      queryKey: ['imports', 'recognise', path, overrides],
      queryFn: ({ signal }) => core.imports.recognise({ path, overrides }, { signal }),
      gcTime: 0,
    }),
  fields: () =>
    queryOptions({
      queryKey: ['imports', 'fields'],
      queryFn: ({ signal }) => core.imports.fields(undefined, { signal }),
    }),
  history: (): WindowList<ImportRow> => ({
    key: ['imports', 'history'],
    topics: ['imports'],
    read: (window, signal) => core.imports.history(window, { signal }),
  }),
};

type ChangeFilter = Parameters<typeof core.changes.list>[0]['filter'];

const changeTopics = ['imports', 'orders', 'shipments'] as const;

export const changeQueries = {
  list: (filter: ChangeFilter): WindowList<OrderChangeRow> => ({
    key: ['changes', 'list', filter],
    topics: changeTopics,
    read: (window, signal) => core.changes.list({ filter, ...window }, { signal }),
  }),
  counts: () =>
    queryOptions({
      queryKey: ['changes', 'counts'],
      queryFn: ({ signal }) => core.changes.counts(undefined, { signal }),
      meta: { topics: changeTopics },
    }),
};

export type DictionaryView = Awaited<ReturnType<typeof core.dictionary.get>>;
export type DictionaryFieldView = DictionaryView['fields'][number];

/** The words this workspace learned change with imports and in Settings. */
const dictionaryTopics = ['dictionary', 'imports'] as const;

export const dictionaryQueries = {
  get: () =>
    queryOptions({
      queryKey: ['dictionary', 'get'],
      queryFn: ({ signal }) => core.dictionary.get(undefined, { signal }),
      meta: { topics: dictionaryTopics },
    }),
  statusWords: () =>
    queryOptions({
      queryKey: ['dictionary', 'statusWords'],
      queryFn: ({ signal }) => core.dictionary.statusWords(undefined, { signal }),
      meta: { topics: [...dictionaryTopics, 'orders'] },
    }),
  memories: () =>
    queryOptions({
      queryKey: ['dictionary', 'memories'],
      queryFn: ({ signal }) => core.dictionary.memories(undefined, { signal }),
      meta: { topics: dictionaryTopics },
    }),
};

export const watchQueries = {
  get: () =>
    queryOptions({
      queryKey: ['watch', 'get'],
      queryFn: ({ signal }) => core.watch.get(undefined, { signal }),
      meta: { topics: ['settings', 'imports', 'status'] },
    }),
};
