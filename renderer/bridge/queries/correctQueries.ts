import { queryOptions } from '@tanstack/react-query';
import { core } from '../core.ts';
import type { WindowList } from '../windowList.ts';

export type CorrectionRow = Awaited<ReturnType<typeof core.correct.queue>>['rows'][number];
export type CorrectionItem = Awaited<ReturnType<typeof core.correct.item>>;
export type CorrectionStep = Awaited<ReturnType<typeof core.correct.steps>>[number];
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
