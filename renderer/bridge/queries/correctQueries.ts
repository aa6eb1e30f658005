import { ask, core } from '../core.ts';
import { type WindowList, windowList } from '../windowRows.ts';

export type CorrectionRow = Awaited<ReturnType<typeof core.correct.queue>>['rows'][number];
export type CorrectionItem = Awaited<ReturnType<typeof core.correct.item>>;
export type Reading = CorrectionItem['reading'];
export type AcceptPreview = Extract<
  Awaited<ReturnType<typeof core.correct.previewAbove>> extends AsyncIterable<infer Step> ? Step : never,
  { kind: 'finished' }
>;

export const correctQueries = {
  /** `issue` null: all that wait. */
  queue: (issue: string | null): WindowList<CorrectionRow> =>
    windowList('correct.queue', core.correct.queue, issue === null ? {} : { issue }),
  issues: () => ask.correct.issues.queryOptions(),
  item: (orderId: string) => ask.correct.item.queryOptions({ input: { orderId } }),
  steps: () => ask.correct.steps.queryOptions(),
};

export type Suggestion = Awaited<ReturnType<typeof core.addressKnowledge.suggestions>>[number];
export type ReachHint = Awaited<ReturnType<typeof core.addressKnowledge.reach>>[number];

export const knowledgeQueries = {
  suggestions: (orderId: string) => ask.addressKnowledge.suggestions.queryOptions({ input: { orderId } }),
  askable: () => ask.addressKnowledge.askable.queryOptions(),
  reach: (orderId: string) => ask.addressKnowledge.reach.queryOptions({ input: { orderId } }),
};

export type NoShipView = Awaited<ReturnType<typeof core.addressKnowledge.noShip>>[number];
export type LearnedView = Awaited<ReturnType<typeof core.addressKnowledge.learned>>['rows'][number];

/** What Settings shows of addresses: the places nothing is sent to, and what corrections taught. */
export const addressBookQueries = {
  noShip: () => ask.addressKnowledge.noShip.queryOptions(),
  learned: (search: string): WindowList<LearnedView> =>
    windowList('addressKnowledge.learned', core.addressKnowledge.learned, search === '' ? {} : { search }),
};
