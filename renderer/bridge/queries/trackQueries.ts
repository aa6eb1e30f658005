import { queryOptions } from '@tanstack/react-query';
import type { TrackRow } from '../../../shared/contracts/tracking.ts';
import { core } from '../core.ts';
import type { WindowList } from '../windowList.ts';

export type TrackFilter = Omit<Parameters<typeof core.track.window>[0], 'offset' | 'limit'>;

export const trackQueries = {
  list: (filter: TrackFilter): WindowList<TrackRow> => ({
    key: ['track', 'window', filter],
    topics: ['tracking'],
    read: (window, signal) => core.track.window({ ...filter, ...window }, { signal }),
  }),
  counts: () =>
    queryOptions({
      queryKey: ['track', 'counts'],
      queryFn: ({ signal }) => core.track.counts(undefined, { signal }),
      meta: { topics: ['tracking'] },
    }),
  detail: (waybillNo: string) =>
    queryOptions({
      queryKey: ['track', 'detail', waybillNo],
      queryFn: ({ signal }) => core.track.detail({ waybillNo }, { signal }),
      meta: { topics: ['tracking'] },
    }),
};
