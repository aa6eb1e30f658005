import { keepPreviousData } from '@tanstack/react-query';
import type { PrintJobRow } from '../../../shared/contracts/printing.ts';
import type { LabelSize } from '../../../shared/domain/labelDocument.ts';
import type { LabelTemplateContent } from '../../../shared/domain/labelTemplate.ts';
import type { PrintJobState } from '../../../shared/domain/printJob.ts';
import { ask, core } from '../core.ts';
import { type WindowList, windowList } from '../windowRows.ts';

/** Which part of the ledger: a state, a printer, both or all of it. */
export interface PrintFilter {
  readonly state?: PrintJobState;
  readonly printerUri?: string;
}

export const printQueries = {
  list: (filter: PrintFilter): WindowList<PrintJobRow> =>
    windowList('print.window', core.print.window, filter),
  /** The job in a state that a person is asked about first. */
  first: (state: PrintJobState) =>
    ask.print.window.queryOptions({
      input: { state, offset: 0, limit: 1 },
      select: ({ rows }) => rows[0] ?? null,
    }),
  counts: () => ask.print.counts.queryOptions(),
  printers: () => ask.print.printers.queryOptions(),
  paper: () => ask.paper.rolls.queryOptions(),
  rules: () => ask.print.rules.queryOptions(),
  routes: () => ask.print.routes.queryOptions(),
  /** A label's dots never change once they were sent; before, they follow the settings of its account. */
  preview: ({ id, sentAt, drawnBy }: Pick<PrintJobRow, 'id' | 'sentAt' | 'drawnBy'>) =>
    ask.print.preview.queryOptions({
      input: { jobId: id },
      queryKey: [...ask.print.preview.queryKey({ input: { jobId: id } }), drawnBy, sentAt],
    }),
};

export type ProbedAddress = Awaited<ReturnType<typeof core.printerSetup.probe>>;

export const printerSetupQueries = {
  /** Languages and ways of the program: they never change while it runs. */
  kinds: () => ask.printerSetup.kinds.queryOptions(),
  /** What hangs on this computer; looked for anew each time somebody asks. */
  found: () => ask.printerSetup.find.queryOptions({ staleTime: 0, gcTime: 0 }),
  setup: (uri: string) => ask.printerSetup.get.queryOptions({ input: { uri } }),
};

export const carrierLabelQueries = {
  accounts: () => ask.carrierLabels.accounts.queryOptions(),
  preview: (accountId: string, size: LabelSize, dpi: 203 | 300) =>
    ask.carrierLabels.preview.queryOptions({ input: { accountId, size, dpi }, gcTime: 20_000 }),
  untold: () => ask.carrierLabels.untold.queryOptions(),
};

export type TemplatePreview = Awaited<ReturnType<typeof core.labelTemplates.preview>>;
/** Orders a template is looked at with: an everyday one, one with long text, one with little, one paid on delivery. */
export const previewSamples = ['ordinary', 'long', 'bare', 'cod'] as const;
export type PreviewSample = (typeof previewSamples)[number];
export type PreviewDpi = 203 | 300;

export const labelTemplateQueries = {
  list: () => ask.labelTemplates.list.queryOptions(),
  areas: () => ask.labelTemplates.areas.queryOptions(),
  logos: () => ask.labelTemplates.logos.queryOptions(),
  versions: (templateId: string) => ask.labelTemplates.versions.queryOptions({ input: { templateId } }),
  /** A version never changes once it is saved. */
  version: (templateId: string, version: number) =>
    ask.labelTemplates.get.queryOptions({ input: { templateId, version } }),
  /** The dots of a draft. The former picture stays until the new one is there. */
  preview: (content: LabelTemplateContent, dpi: PreviewDpi, sample: PreviewSample) =>
    ask.labelTemplates.preview.queryOptions({
      input: { content, dpi, sample },
      placeholderData: keepPreviousData,
      gcTime: 20_000,
    }),
};

export const labelTrialQueries = {
  list: () => ask.labelTrials.list.queryOptions(),
  comparison: (trialId: string) => ask.labelTrials.comparison.queryOptions({ input: { trialId } }),
};
