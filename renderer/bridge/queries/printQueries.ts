import { queryOptions } from '@tanstack/react-query';
import type { PrintJobRow } from '../../../shared/contracts/printContract.ts';
import type { PrintJobState } from '../../../shared/domain/printJob.ts';
import { core } from '../core.ts';
import type { WindowList } from '../windowList.ts';

export const printQueries = {
  list: (state: PrintJobState | undefined): WindowList<PrintJobRow> => ({
    key: ['print', 'window', state],
    topics: ['printJobs'],
    read: (window, signal) =>
      core.print.window(state === undefined ? window : { state, ...window }, { signal }),
  }),
  counts: () =>
    queryOptions({
      queryKey: ['print', 'counts'],
      queryFn: ({ signal }) => core.print.counts(undefined, { signal }),
      meta: { topics: ['printJobs'] },
    }),
  /** A label's dots never change. */
  preview: (jobId: string) =>
    queryOptions({
      queryKey: ['print', 'preview', jobId],
      queryFn: ({ signal }) => core.print.preview({ jobId }, { signal }),
    }),
};
