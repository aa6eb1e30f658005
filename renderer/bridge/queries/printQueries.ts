import { queryOptions } from '@tanstack/react-query';
import type { PrinterView, PrintJobRow } from '../../../shared/contracts/printContract.ts';
import type { PrintJobState } from '../../../shared/domain/printJob.ts';
import { core } from '../core.ts';
import type { WindowList } from '../windowList.ts';

/** Which part of the ledger: a state, a printer, both or all of it. */
export interface PrintFilter {
  readonly state?: PrintJobState;
  readonly printerUri?: string;
}

export const printQueries = {
  list: (filter: PrintFilter): WindowList<PrintJobRow> => ({
    key: ['print', 'window', filter],
    topics: ['printJobs'],
    read: (window, signal) => core.print.window({ ...filter, ...window }, { signal }),
  }),
  /** The job in a state that a person is asked about first. */
  first: (state: PrintJobState) =>
    queryOptions({
      queryKey: ['print', 'first', state],
      queryFn: async ({ signal }) =>
        (await core.print.window({ state, offset: 0, limit: 1 }, { signal })).rows[0] ?? null,
      meta: { topics: ['printJobs'] },
    }),
  counts: () =>
    queryOptions({
      queryKey: ['print', 'counts'],
      queryFn: ({ signal }) => core.print.counts(undefined, { signal }),
      meta: { topics: ['printJobs'] },
    }),
  printers: () =>
    queryOptions({
      queryKey: ['print', 'printers'],
      queryFn: ({ signal }): Promise<readonly PrinterView[]> => core.print.printers(undefined, { signal }),
      meta: { topics: ['printJobs', 'status', 'settings'] },
    }),
  paper: () =>
    queryOptions({
      queryKey: ['print', 'paper'],
      queryFn: ({ signal }) => core.paper.rolls(undefined, { signal }),
      meta: { topics: ['printJobs'] },
    }),
  rules: () =>
    queryOptions({
      queryKey: ['print', 'rules'],
      queryFn: ({ signal }) => core.print.rules(undefined, { signal }),
      meta: { topics: ['settings'] },
    }),
  routes: () =>
    queryOptions({
      queryKey: ['print', 'routes'],
      queryFn: ({ signal }) => core.print.routes(undefined, { signal }),
      meta: { topics: ['settings'] },
    }),
  /** A label's dots never change once they were sent; before, they follow the settings of its account. */
  preview: ({ id, sentAt, drawnBy }: Pick<PrintJobRow, 'id' | 'sentAt' | 'drawnBy'>) =>
    queryOptions({
      queryKey: ['print', 'preview', id, drawnBy, sentAt],
      queryFn: ({ signal }) => core.print.preview({ jobId: id }, { signal }),
      meta: { topics: ['settings'] },
    }),
};
