import { queryOptions } from '@tanstack/react-query';
import { core } from '../core.ts';

export const watchQueries = {
  get: () =>
    queryOptions({
      queryKey: ['watch', 'get'],
      queryFn: ({ signal }) => core.watch.get(undefined, { signal }),
      meta: { topics: ['settings', 'imports', 'status'] },
    }),
};
