import { queryOptions } from '@tanstack/react-query';
import { core } from '../core.ts';

export const operatorQueries = {
  /** Who sits here and what they may do. */
  desk: () =>
    queryOptions({
      queryKey: ['operators', 'desk'],
      queryFn: ({ signal }) => core.operators.state(undefined, { signal }),
      meta: { topics: ['operators', 'session'] },
    }),
};
