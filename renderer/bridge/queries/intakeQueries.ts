import type { OrderChangeRow } from '../../../shared/contracts/orders.ts';
import { ask, core } from '../core.ts';
import { type WindowList, windowList } from '../windowRows.ts';

export type ImportRow = Awaited<ReturnType<typeof core.imports.history>>['rows'][number];
export type Recognition = Awaited<ReturnType<typeof core.imports.recognise>>;
export type ImportOverrides = NonNullable<Parameters<typeof core.imports.recognise>[0]['overrides']>;

export const importQueries = {
  recognise: (path: string, overrides: ImportOverrides) =>
    ask.imports.recognise.queryOptions({ input: { path, overrides }, gcTime: 0 }),
  fields: () => ask.imports.fields.queryOptions(),
  history: (): WindowList<ImportRow> => windowList('imports.history', core.imports.history, {}),
};

type ChangeFilter = Parameters<typeof core.changes.list>[0]['filter'];

export const changeQueries = {
  list: (filter: ChangeFilter): WindowList<OrderChangeRow> =>
    windowList('changes.list', core.changes.list, { filter }),
  counts: () => ask.changes.counts.queryOptions(),
};

export type DictionaryView = Awaited<ReturnType<typeof core.dictionary.get>>;
export type DictionaryFieldView = DictionaryView['fields'][number];

export const dictionaryQueries = {
  get: () => ask.dictionary.get.queryOptions(),
  statusWords: () => ask.dictionary.statusWords.queryOptions(),
  memories: () => ask.dictionary.memories.queryOptions(),
};

export const watchQueries = {
  get: () => ask.watch.get.queryOptions(),
};
