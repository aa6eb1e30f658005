import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CallRun } from '../../../shared/contracts/insight/callLog.ts';
import type { CallSpan } from '../../../shared/contracts/insight/calls.ts';
import { ask } from '../../bridge/core.ts';
import type { ListRows } from '../../work/ListTable.tsx';

/** Which calls are looked at. */
export interface CallFilter {
  readonly search?: string;
  readonly accountId?: string | undefined;
  readonly interfaceName?: string | undefined;
  readonly errorCode?: string | undefined;
  readonly isFailedOnly?: true | undefined;
  /** A mark of the board: calls that a platform did not serve in this time. */
  readonly away?: { readonly platform: string; readonly span: CallSpan } | undefined;
}

const pageRuns = 60;
/** So many rows before the end of what is read the next page is asked for. */
const readAhead = 20;

/** The call log as far as it was looked at: ten million calls are never counted, older ones come as somebody scrolls there. */
export function useCallRuns(filter: CallFilter): ListRows<CallRun> & { readonly runs: readonly CallRun[] } {
  const asked = Object.fromEntries(
    Object.entries(filter).filter(([, value]) => value !== undefined && value !== ''),
  ) as CallFilter;
  const pages = useInfiniteQuery(
    ask.calls.runs.infiniteOptions({
      input: (before: string) => ({ ...asked, limit: pageRuns, ...(before === '' ? {} : { before }) }),
      initialPageParam: '',
      getNextPageParam: ({ next }) => (next === '' ? undefined : next),
    }),
  );
  const runs = useMemo(() => pages.data?.pages.flatMap((page) => page.runs) ?? [], [pages.data]);
  return {
    runs,
    total: runs.length,
    listKey: JSON.stringify(asked),
    isLoading: pages.isPending,
    error: pages.error as Error | null,
    readAt: pages.dataUpdatedAt || null,
    rowAt: (index) => runs[index],
    onRange: ({ last }) => {
      if (last >= runs.length - readAhead && pages.hasNextPage && !pages.isFetching)
        void pages.fetchNextPage();
    },
  };
}
