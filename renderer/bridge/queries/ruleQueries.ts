import { queryOptions } from '@tanstack/react-query';
import { core } from '../core.ts';

/** Which orders go with which account and carrier. */
export const ruleQueries = {
  get: () =>
    queryOptions({
      queryKey: ['rules', 'get'],
      queryFn: ({ signal }) => core.rules.get(undefined, { signal }),
      meta: { topics: ['rules', 'settings'] },
    }),
  /** Why an order went, or would go, where it does. */
  why: (orderId: string) =>
    queryOptions({
      queryKey: ['rules', 'why', orderId],
      queryFn: ({ signal }) => core.rules.why({ orderId }, { signal }),
      meta: { topics: ['rules', 'settings', 'orders', 'shipments'] },
    }),
};
