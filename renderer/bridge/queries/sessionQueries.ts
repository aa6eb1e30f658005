import { queryOptions } from '@tanstack/react-query';
import { core } from '../core.ts';

export const sessionQueries = {
  state: () =>
    queryOptions({
      queryKey: ['session'],
      queryFn: ({ signal }) => core.session.state(undefined, { signal }),
      meta: { topics: ['session'] },
    }),
};
