import { queryOptions } from '@tanstack/react-query';
import { core } from '../core.ts';
import type { WindowList } from '../windowRows.ts';

export type CorrectionRow = Awaited<ReturnType<typeof core.correct.queue>>['rows'][number];
export type CorrectionItem = Awaited<ReturnType<typeof core.correct.item>>;
export type Reading = CorrectionItem['reading'];
export type AcceptPreview = Extract<
  Awaited<ReturnType<typeof core.correct.previewAbove>> extends AsyncIterable<infer Step> ? Step : never,
  { kind: 'finished' }
>;

export const correctQueries = {
  /** `issue` null: all that wait. */
  queue: (issue: string | null): WindowList<CorrectionRow> => ({
    key: ['correct', 'queue', issue],
    topics: ['orders'],
    read: (window, signal) =>
      core.correct.queue({ ...window, ...(issue === null ? {} : { issue }) }, { signal }),
  }),
  issues: () =>
    queryOptions({
      queryKey: ['correct', 'issues'],
      queryFn: ({ signal }) => core.correct.issues(undefined, { signal }),
      meta: { topics: ['orders'] },
    }),
  item: (orderId: string) =>
    queryOptions({
      queryKey: ['correct', 'item', orderId],
      queryFn: ({ signal }) => core.correct.item({ orderId }, { signal }),
      meta: { topics: ['orders'] },
    }),
  steps: () =>
    queryOptions({
      queryKey: ['correct', 'steps'],
      queryFn: ({ signal }) => core.correct.steps(undefined, { signal }),
      meta: { topics: ['orders'] },
    }),
};

export type Suggestion = Awaited<ReturnType<typeof core.addressKnowledge.suggestions>>[number];
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

export type NoShipView = Awaited<ReturnType<typeof core.addressKnowledge.noShip>>[number];
export type LearnedView = Awaited<ReturnType<typeof core.addressKnowledge.learned>>['rows'][number];

const topics = ['addressKnowledge'] as const;

/** What Settings shows of addresses: the places nothing is sent to, and what corrections taught. */
export const addressBookQueries = {
  noShip: () =>
    queryOptions({
      queryKey: ['addressBook', 'noShip'],
      queryFn: ({ signal }) => core.addressKnowledge.noShip(undefined, { signal }),
      meta: { topics },
    }),
  learned: (search: string): WindowList<LearnedView> => ({
    key: ['addressBook', 'learned', search],
    topics,
    read: (window, signal) =>
      core.addressKnowledge.learned({ ...window, ...(search === '' ? {} : { search }) }, { signal }),
  }),
};
