import type { ServiceFigures } from '../../../shared/contracts/insight/calls.ts';
import { hourMs, minuteMs } from '../../../shared/rules/shopTime.ts';
import { type Span, wholeMinutes } from '../../insight/callSpans.ts';
import { fewestMinutes, fewestPrints, shareOf, wantedAvailability } from '../../insight/serviceShares.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** How well platforms, printers and questions about parcels served the shop in a time, and what waits now. */
export async function readServiceFigures(
  workspace: Pick<Workspace, 'store' | 'clock'>,
  wanted: Span,
): Promise<ServiceFigures> {
  const span = wholeMinutes(wanted);
  return {
    ...span,
    availability: await availability(workspace, span),
    queues: await queues(workspace),
    prints: await prints(workspace, span),
    sync: await sync(workspace, span),
  };
}

async function availability({ store }: Pick<Workspace, 'store'>, span: Span) {
  const minutes = (span.to - span.from) / minuteMs;
  const rows = await store.read.service.minutes(span);
  const figure = (worked: number, failed: number) => ({
    worked,
    failed,
    unknown: Math.max(0, minutes - worked - failed),
    ...shareOf(worked, worked + failed, fewestMinutes),
  });
  return {
    wanted: wantedAvailability,
    platforms: rows.map(({ platform, worked, failed }) => ({ platform, ...figure(worked, failed) })),
  };
}

async function queues({ store, clock }: Pick<Workspace, 'store' | 'clock'>) {
  const { service } = store.read;
  const bookings = await service.bookingQueue();
  const booking = (state: string) => bookings.find((row) => row.state === state);
  const late = await service.overdueQuestions(clock.now());
  const labels = await service.printQueue();
  const queue = (row: { readonly total: number; readonly oldestAt: number | null } | undefined) => ({
    count: row?.total ?? 0,
    oldestAt: row?.oldestAt ?? null,
  });
  return {
    booking: queue(booking('planned')),
    sending: queue(booking('sending')),
    unsure: queue(booking('unsure')),
    printing: queue(labels),
    tracking: queue(late),
  };
}

async function prints({ store }: Pick<Workspace, 'store'>, { from, to }: Span) {
  const since = Math.floor(from / hourMs) * hourMs;
  const measures = ['printed', 'reprinted', 'print-failed', 'print-unsure'] as const;
  const totals = await store.read.insight.hourTotals(measures, { from: since, to });
  const count = (measure: (typeof measures)[number]) =>
    totals.filter((row) => row.measure === measure).reduce((sum, { total }) => sum + total, 0);
  const [printed, reprinted, failed, unsure] = measures.map(count) as [number, number, number, number];
  const all = printed + reprinted + failed + unsure;
  return {
    from: since,
    printed,
    reprinted,
    failed,
    unsure,
    ...shareOf(printed + reprinted, all, fewestPrints),
  };
}

/** How old what is known of parcels may be. */
async function sync({ store }: Pick<Workspace, 'store'>, span: Span) {
  return { lastAnswerAt: await store.read.service.lastServedAt('track', span) };
}
