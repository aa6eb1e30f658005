import { queryOptions } from '@tanstack/react-query';
import { core } from '../core.ts';
import type { WindowList } from '../windowList.ts';

export type StaffRow = Awaited<ReturnType<typeof core.operators.list>>[number];
export type ActRow = Awaited<ReturnType<typeof core.operators.acts>>['rows'][number];
export type ActKinds = Parameters<typeof core.operators.acts>[0]['kinds'];

/** Whatever is recorded happens to operators, orders or labels. */
const actTopics = ['operators', 'orders', 'printJobs'] as const;

export const staffQueries = {
  list: () =>
    queryOptions({
      queryKey: ['staff', 'list'],
      queryFn: ({ signal }) => core.operators.list(undefined, { signal }),
      meta: { topics: ['operators'] },
    }),
  /** undefined: all kinds. */
  acts: (kinds: ActKinds): WindowList<ActRow> => ({
    key: ['staff', 'acts', kinds],
    topics: actTopics,
    read: (window, signal) => core.operators.acts({ ...window, kinds }, { signal }),
  }),
  actsCheck: () =>
    queryOptions({
      queryKey: ['staff', 'actsCheck'],
      queryFn: ({ signal }) => core.operators.checkActs(undefined, { signal }),
      meta: { topics: actTopics },
    }),
};
