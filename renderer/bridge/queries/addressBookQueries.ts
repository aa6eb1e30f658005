import { queryOptions } from '@tanstack/react-query';
import { core } from '../core.ts';
import type { WindowList } from '../windowList.ts';

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
