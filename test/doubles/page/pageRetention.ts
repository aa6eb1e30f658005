import type { implement } from '@orpc/server';
import type { contract } from '../../../shared/contracts/contract.ts';
import type { OrderRow } from '../../../shared/contracts/orders.ts';
import type { RetentionView } from '../../../shared/contracts/retention/retention.ts';
import type { PageCoreOptions } from './pageCoreOptions.ts';
import type { PageWorld } from './pageWorld.ts';

type Os = ReturnType<typeof implement<typeof contract>>;

const dayMs = 86_400_000;

/** What is chosen on the page's double, and whether its clock is believed. */
export interface SampleRetention extends Pick<RetentionView, 'days' | 'isChosen'> {
  readonly isClockAhead: boolean;
  readonly isSwept: boolean;
}

export const sampleRetention = ({ retention }: Pick<PageCoreOptions, 'retention'>): SampleRetention => ({
  days: 90,
  isChosen: retention !== 'unchosen',
  isClockAhead: retention === 'clock',
  isSwept: false,
});

/** A shorter time lets more go. */
const ended = 1_280;
const dueAfter = (days: number): number => Math.max(0, ended - days * 12);

function viewOf(
  { days, isChosen, isClockAhead, isSwept }: SampleRetention,
  { now, isClockRight = false }: { readonly now: number; readonly isClockRight?: boolean | undefined },
): RetentionView {
  const isProven = !isClockAhead || isClockRight;
  const due = days === null || isSwept || !isProven ? 0 : dueAfter(days);
  return {
    days,
    isChosen,
    now: isProven ? now : now - 400 * dayMs,
    isProven,
    due,
    fileCount: due > 0 ? 3 : 0,
    waiting:
      days === null
        ? []
        : [
            { reason: 'not-sent', orders: 214 },
            { reason: 'not-delivered', orders: 126 },
            { reason: 'recent', orders: ended - due },
            { reason: 'cod-open', orders: 2 },
          ],
  };
}

/** Retention of the page's double: nothing is erased. */
export function pageRetention(os: Os, { own, now, tell }: PageWorld) {
  return {
    get: os.retention.get.handler(({ input: { days, isClockRight } }) => {
      const view = viewOf(days === undefined ? own.retention : { ...own.retention, days }, {
        now: now(),
        isClockRight,
      });
      return { ...view, days: own.retention.days };
    }),
    set: os.retention.set.handler(({ input: { days } }) => {
      own.retention = { ...own.retention, days, isChosen: true };
      tell('settings');
      return viewOf(own.retention, { now: now() });
    }),
    run: os.retention.run.handler(async function* ({ input: { isClockRight } }) {
      const { due, fileCount } = viewOf(own.retention, { now: now(), isClockRight });
      yield { kind: 'progress' as const, erased: Math.min(200, due) };
      own.retention = { ...own.retention, isSwept: true };
      tell('orders');
      yield { kind: 'finished' as const, erased: due, files: fileCount };
    }),
  };
}

/** Delivered orders go on a day, one of them has gone, a cancelled one waits for a decision. */
export function samplePersonalData(
  { state, orderNo }: OrderRow,
  { days, isChosen }: SampleRetention,
  now: number,
) {
  const nothing = { erasedAt: null, goesAt: null, keptFor: null };
  if (!isChosen || days === null) return nothing;
  if (state === 'cancelled') return { ...nothing, keptFor: 'change-open' as const };
  if (state !== 'delivered') return nothing;
  return orderNo.endsWith('7')
    ? { ...nothing, erasedAt: now - dayMs }
    : { ...nothing, goesAt: now + days * dayMs };
}
