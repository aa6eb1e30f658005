import { queryOptions } from '@tanstack/react-query';
import { core } from '../core.ts';
import type { WindowList } from '../windowList.ts';

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
