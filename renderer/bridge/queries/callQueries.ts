import { queryOptions } from '@tanstack/react-query';
import { core } from '../core.ts';
import type { WindowList } from '../windowList.ts';

export type CallRow = Awaited<ReturnType<typeof core.calls.window>>['rows'][number];
type CallInput = Parameters<typeof core.calls.window>[0];
export type CallFilter = Omit<CallInput, 'offset' | 'limit'>;

export const callQueries = {
  list: (filter: CallFilter): WindowList<CallRow> => ({
    key: ['calls', 'window', filter],
    topics: ['shipments', 'tracking', 'settings'],
    read: (window, signal) => core.calls.window({ ...filter, ...window }, { signal }),
  }),
  detail: (callId: string) =>
    queryOptions({
      queryKey: ['calls', 'detail', callId],
      queryFn: ({ signal }) => core.calls.detail({ callId }, { signal }),
    }),
};
