import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { PrinterView, PrintJobRow } from '../../../shared/contracts/printing.ts';
import type { ChangeTopic } from '../../../shared/contracts/session.ts';
import type { LabelSize } from '../../../shared/domain/labelDocument.ts';
import type { LabelTemplateContent } from '../../../shared/domain/labelTemplate.ts';
import type { PrintJobState } from '../../../shared/domain/printJob.ts';
import { core } from '../core.ts';
import type { WindowList } from '../windowRows.ts';

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

export type ProbedAddress = Awaited<ReturnType<typeof core.printerSetup.probe>>;

export const printerSetupQueries = {
  /** Languages and ways of the program: they never change while it runs. */
  kinds: () =>
    queryOptions({
      queryKey: ['printerSetup', 'kinds'],
      queryFn: ({ signal }) => core.printerSetup.kinds(undefined, { signal }),
    }),
  /** What hangs on this computer; looked for anew each time somebody asks. */
  found: () =>
    queryOptions({
      queryKey: ['printerSetup', 'found'],
      queryFn: ({ signal }) => core.printerSetup.find(undefined, { signal }),
      staleTime: 0,
      gcTime: 0,
    }),
  setup: (uri: string) =>
    queryOptions({
      queryKey: ['printerSetup', 'setup', uri],
      queryFn: ({ signal }) => core.printerSetup.get({ uri }, { signal }),
      meta: { topics: ['settings', 'printJobs'] },
    }),
};

export const carrierLabelQueries = {
  accounts: () =>
    queryOptions({
      queryKey: ['carrierLabels', 'accounts'],
      queryFn: ({ signal }) => core.carrierLabels.accounts(undefined, { signal }),
      meta: { topics: ['settings', 'orders'] },
    }),
  preview: (accountId: string, size: LabelSize, dpi: 203 | 300) =>
    queryOptions({
      queryKey: ['carrierLabels', 'preview', accountId, size, dpi],
      queryFn: ({ signal }) => core.carrierLabels.preview({ accountId, size, dpi }, { signal }),
      gcTime: 20_000,
    }),
  untold: () =>
    queryOptions({
      queryKey: ['carrierLabels', 'untold'],
      queryFn: ({ signal }) => core.carrierLabels.untold(undefined, { signal }),
      meta: { topics: ['printJobs'] },
    }),
};

export type TemplatePreview = Awaited<ReturnType<typeof core.labelTemplates.preview>>;
/** Orders a template is looked at with: an everyday one, one with long text, one with little, one paid on delivery. */
export const previewSamples = ['ordinary', 'long', 'bare', 'cod'] as const;
export type PreviewSample = (typeof previewSamples)[number];
export type PreviewDpi = 203 | 300;

const topics: readonly ChangeTopic[] = ['labelTemplates'];

export const labelTemplateQueries = {
  list: () =>
    queryOptions({
      queryKey: ['labelTemplates', 'list'],
      queryFn: ({ signal }) => core.labelTemplates.list(undefined, { signal }),
      meta: { topics },
    }),
  areas: () =>
    queryOptions({
      queryKey: ['labelTemplates', 'areas'],
      queryFn: ({ signal }) => core.labelTemplates.areas(undefined, { signal }),
    }),
  logos: () =>
    queryOptions({
      queryKey: ['labelTemplates', 'logos'],
      queryFn: ({ signal }) => core.labelTemplates.logos(undefined, { signal }),
      meta: { topics },
    }),
  versions: (templateId: string) =>
    queryOptions({
      queryKey: ['labelTemplates', 'versions', templateId],
      queryFn: ({ signal }) => core.labelTemplates.versions({ templateId }, { signal }),
      meta: { topics },
    }),
  /** A version never changes once it is saved. */
  version: (templateId: string, version: number) =>
    queryOptions({
      queryKey: ['labelTemplates', 'version', templateId, version],
      queryFn: ({ signal }) => core.labelTemplates.get({ templateId, version }, { signal }),
    }),
  /** The dots of a draft. The former picture stays until the new one is there. */
  preview: (content: LabelTemplateContent, dpi: PreviewDpi, sample: PreviewSample) =>
    queryOptions({
      queryKey: ['labelTemplates', 'preview', content, dpi, sample],
      queryFn: ({ signal }) => core.labelTemplates.preview({ content, dpi, sample }, { signal }),
      placeholderData: keepPreviousData,
      gcTime: 20_000,
      meta: { topics },
    }),
};

export const labelTrialQueries = {
  list: () =>
    queryOptions({
      queryKey: ['labelTrials', 'list'],
      queryFn: ({ signal }) => core.labelTrials.list(undefined, { signal }),
      meta: { topics: ['labelTemplates'] },
    }),
  comparison: (trialId: string) =>
    queryOptions({
      queryKey: ['labelTrials', 'comparison', trialId],
      queryFn: ({ signal }) => core.labelTrials.comparison({ trialId }, { signal }),
      meta: { topics: ['printJobs', 'labelTemplates'] },
    }),
};
