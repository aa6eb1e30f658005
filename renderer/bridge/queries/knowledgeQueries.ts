import { queryOptions } from '@tanstack/react-query';
import { core } from '../core.ts';

export type Suggestion = Awaited<ReturnType<typeof core.addressKnowledge.suggestions>>[number];
export type PlatformAnswer = Awaited<ReturnType<typeof core.addressKnowledge.ask>>;
export type ReachHint = Awaited<ReturnType<typeof core.addressKnowledge.reach>>[number];

export const knowledgeQueries = {
  suggestions: (orderId: string) =>
    queryOptions({
      queryKey: ['knowledge', 'suggestions', orderId],
      queryFn: ({ signal }) => core.addressKnowledge.suggestions({ orderId }, { signal }),
      meta: { topics: ['addressKnowledge', 'orders'] },
    }),
  askable: () =>
    queryOptions({
      queryKey: ['knowledge', 'askable'],
      queryFn: ({ signal }) => core.addressKnowledge.askable(undefined, { signal }),
      meta: { topics: ['settings'] },
    }),
  reach: (orderId: string) =>
    queryOptions({
      queryKey: ['knowledge', 'reach', orderId],
      queryFn: ({ signal }) => core.addressKnowledge.reach({ orderId }, { signal }),
      meta: { topics: ['addressKnowledge', 'orders'] },
    }),
};
