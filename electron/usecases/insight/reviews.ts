import type { Review, ReviewKind } from '../../../shared/domain/insight/review.ts';
import { mayDo } from '../../../shared/domain/operator.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { dayMs, readShopDate } from '../../../shared/rules/shopTime.ts';
import type { Span } from '../../insight/callSpans.ts';
import { lastPeriod, periodAt, periodBefore } from '../../insight/reviewPeriods.ts';
import { reviewJson } from '../../store/insight/reviewRepository.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { makeReview } from './makeReview.ts';

export interface ReviewRequest {
  readonly kind: ReviewKind;
  /** A day of it, `2026-11-27`; absent: the last one that is over; in the shop's first one, that one so far. */
  readonly day?: string | undefined;
}

/**
 * A day or week looked back on. A week that is over stays as it was seen first; one that nobody could see then is made from
 * what is still counted.
 */
export async function readReview(
  workspace: Workspace,
  { kind, day }: ReviewRequest,
): Promise<Outcome<Review>> {
  const now = workspace.clock.now();
  const at = day === undefined ? await lastWorked(workspace, kind) : readShopDate(day);
  if (at === null) return failure('REVIEW_DAY_INVALID', { day: day ?? '' });
  if (at > now) return failure('REVIEW_DAY_AHEAD', { day: day ?? '' });
  const span = periodAt(kind, at);
  const stored = await workspace.store.read.lookBack.of(kind, span.from);
  const review = stored === undefined ? null : reviewJson.readOr(stored.reviewJson, null);
  return done(forEyesOf(workspace, review ?? (await makeReview(workspace, kind, span))));
}

/** Before the shop's first day, or week, there is nothing to look back on: that one is shown as far as it has come. */
async function lastWorked({ store, clock }: Workspace, kind: ReviewKind): Promise<number> {
  const { from, to } = lastPeriod(kind, clock.now());
  const firstAt = await store.read.insight.firstHourAt('booked');
  return firstAt !== null && firstAt >= to ? to : from;
}

/** What each person did is for whoever answers for them. */
function forEyesOf({ actor }: Workspace, review: Review): Review {
  return mayDo(actor, 'manageOperators') ? review : { ...review, operators: null };
}

export async function readKeptWeeks({ store }: Pick<Workspace, 'store'>) {
  const weeks = await store.read.lookBack.weeks();
  return weeks.map(({ fromAt, reviewJson: json }) => ({
    from: fromAt,
    to: fromAt + 7 * dayMs,
    booked: reviewJson.readOr(json, null)?.volume.now.booked ?? 0,
  }));
}

/** Calls are counted for ninety days: a week is kept long before they are gone. */
const mostWeeksBack = 8;

/** Keeps the weeks that are over and had any work. Asked often; it looks at little where all is kept. */
export async function keepFinishedWeeks(workspace: Workspace): Promise<void> {
  const { read } = workspace.store;
  const firstAt = await read.insight.firstHourAt('booked');
  if (firstAt === null) return;
  let week: Span = lastPeriod('week', workspace.clock.now());
  for (let back = 0; back < mostWeeksBack && week.to > firstAt; back++, week = periodBefore(week)) {
    if ((await read.lookBack.of('week', week.from)) !== undefined) continue;
    const review = await makeReview(workspace, 'week', week);
    const row = {
      kind: 'week',
      fromAt: week.from,
      madeAt: review.madeAt,
      reviewJson: reviewJson.write(review),
    } as const;
    await workspace.store.write((write) => write.lookBack.keep(row));
  }
}
