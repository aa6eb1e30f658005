import { queryOptions } from '@tanstack/react-query';
import { core } from '../core.ts';

export type WriteBackChoice = Parameters<typeof core.out.preview>[0];

export const writeBackQueries = {
  preview: (choice: WriteBackChoice) =>
    queryOptions({
      queryKey: ['writeBack', 'preview', choice],
      queryFn: ({ signal }) => core.out.preview(choice, { signal }),
      gcTime: 0,
      meta: { topics: ['orders', 'shipments'] },
    }),
};
