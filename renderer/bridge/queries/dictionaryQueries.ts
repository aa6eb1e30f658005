import { queryOptions } from '@tanstack/react-query';
import { core } from '../core.ts';

export type DictionaryView = Awaited<ReturnType<typeof core.dictionary.get>>;
export type DictionaryFieldView = DictionaryView['fields'][number];
export type StatusWordsView = Awaited<ReturnType<typeof core.dictionary.statusWords>>;
export type StatusVerdict = StatusWordsView['answers'][number]['verdict'];
export type ColumnMemoryView = Awaited<ReturnType<typeof core.dictionary.memories>>[number];

/** The words this workspace learned change with imports and in Settings. */
const topics = ['dictionary', 'imports'] as const;

export const dictionaryQueries = {
  get: () =>
    queryOptions({
      queryKey: ['dictionary', 'get'],
      queryFn: ({ signal }) => core.dictionary.get(undefined, { signal }),
      meta: { topics },
    }),
  statusWords: () =>
    queryOptions({
      queryKey: ['dictionary', 'statusWords'],
      queryFn: ({ signal }) => core.dictionary.statusWords(undefined, { signal }),
      meta: { topics: [...topics, 'orders'] },
    }),
  memories: () =>
    queryOptions({
      queryKey: ['dictionary', 'memories'],
      queryFn: ({ signal }) => core.dictionary.memories(undefined, { signal }),
      meta: { topics },
    }),
};
