import { keepPreviousData } from '@tanstack/react-query';
import type { Answered, Asked } from '../../shared/contracts/contract.ts';
import type { PrintJobRow } from '../../shared/contracts/printing.ts';
import type { MergeLevel } from '../../shared/domain/order.ts';
import type { PrintJobState } from '../../shared/domain/printing/printJob.ts';
import { ask, type core } from './core.ts';

/** Rates, lanes, paces and ages move without an event as well. */
const movingEveryMs = 5_000;
const minuteMs = 60_000;

/** Groups read at once; the total tells the rest. */
const groupsRead = 100;

/** Questions of several places that need more said than their input; every other is put to `ask` where it is needed. */
export const questions = {
  status: () => ask.status.get.queryOptions({ refetchInterval: movingEveryMs }),
  accountHealth: () => ask.bookingHealth.accounts.queryOptions({ refetchInterval: movingEveryMs }),
  bookingSummary: () => ask.bookingHealth.summary.queryOptions({ refetchInterval: movingEveryMs }),
  mergeHints: (level: MergeLevel) =>
    ask.merging.hints.queryOptions({ input: { level, offset: 0, limit: groupsRead } }),
  /** The day so far; minutes pass without an event. */
  dayBoard: () =>
    ask.board.day.queryOptions({ refetchInterval: minuteMs, placeholderData: keepPreviousData }),
  /** What waits for couriers, beside an empty bench: of what is booked meanwhile it is not asked again. */
  pilesNow: () =>
    ask.handover.desk.queryOptions({ queryKey: ['handover', 'piles'], meta: { topics: ['packing'] } }),
  /** The job in a state that a person is asked about first. */
  firstPrintJob: (state: PrintJobState) =>
    ask.print.window.queryOptions({
      input: { state, offset: 0, limit: 1 },
      select: ({ rows }) => rows[0] ?? null,
    }),
  /** A label's dots never change once they were sent; before, they follow the settings of its account. */
  labelPreview: ({ id, sentAt, drawnBy }: Pick<PrintJobRow, 'id' | 'sentAt' | 'drawnBy'>) =>
    ask.print.preview.queryOptions({
      input: { jobId: id },
      queryKey: [...ask.print.preview.queryKey({ input: { jobId: id } }), drawnBy, sentAt],
    }),
  /** The dots of a draft. The previous picture stays until the new one is there. */
  templatePreview: (input: Parameters<typeof core.labelTemplates.preview>[0]) =>
    ask.labelTemplates.preview.queryOptions({ input, placeholderData: keepPreviousData, gcTime: 20_000 }),
};

export type CorrectionItem = Answered<'correct', 'item'>;
export type Reading = CorrectionItem['reading'];
export type CorrectionRow = Answered<'correct', 'queue'>['rows'][number];
export type Recognition = Answered<'imports', 'recognise'>;
export type ImportOverrides = NonNullable<Asked<'imports', 'recognise'>['overrides']>;
export type OrderFilter = Asked<'orders', 'window'>['filter'];
export type PriceTable = Awaited<ReturnType<typeof core.freight.table>>;
export type PrintFilter = Omit<Asked<'print', 'window'>, 'offset' | 'limit'>;
export type RuleSet = Awaited<ReturnType<typeof core.rules.get>>['set'];
export type Rule = RuleSet['rules'][number];
export type ShipSelection = Asked<'ship', 'preview'>['selection'];
export type TemplatePreview = Answered<'labelTemplates', 'preview'>;
