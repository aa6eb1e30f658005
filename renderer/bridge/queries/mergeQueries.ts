import { queryOptions } from '@tanstack/react-query';
import type { MergeLevel } from '../../../shared/domain/orderChange.ts';
import { core } from '../core.ts';

export type MergeGroup = Awaited<ReturnType<typeof core.merging.hints>>['groups'][number];

const topics = ['orders', 'imports', 'shipments'] as const;
/** Groups read at once; the total tells the rest. */
const groupsRead = 100;

export const mergeQueries = {
  hints: (level: MergeLevel) =>
    queryOptions({
      queryKey: ['merging', 'hints', level],
      queryFn: ({ signal }) => core.merging.hints({ level, offset: 0, limit: groupsRead }, { signal }),
      meta: { topics },
    }),
  family: (orderId: string) =>
    queryOptions({
      queryKey: ['merging', 'family', orderId],
      queryFn: ({ signal }) => core.merging.family({ orderId }, { signal }),
      meta: { topics },
    }),
};
