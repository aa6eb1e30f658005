import type { ReviewKind } from '../../shared/domain/insight/review.ts';
import { dayMs, hourMs, startOfShopDay, startOfShopWeek } from '../../shared/rules/shopTime.ts';
import type { Span } from './callSpans.ts';

/** The day or week of the shop that a moment lies in. */
export function periodAt(kind: ReviewKind, at: number): Span {
  const from = kind === 'day' ? startOfShopDay(at) : startOfShopWeek(at);
  return { from, to: from + (kind === 'day' ? dayMs : 7 * dayMs) };
}

/** The one before it. */
export const periodBefore = ({ from, to }: Span): Span => ({ from: from - (to - from), to: from });

/** The last one that is over. */
export const lastPeriod = (kind: ReviewKind, now: number): Span => periodBefore(periodAt(kind, now));

export const daysOf = (span: Span): Span[] => unitsOf(span, dayMs);
export const hoursOf = (span: Span): Span[] => unitsOf(span, hourMs);

function unitsOf({ from, to }: Span, unitMs: number): Span[] {
  const units: Span[] = [];
  for (let at = from; at < to; at += unitMs) units.push({ from: at, to: at + unitMs });
  return units;
}

/** Half of them are smaller; null: there are none. */
export function medianOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((left, right) => left - right);
  const upper = sorted[sorted.length >> 1];
  const lower = sorted[(sorted.length - 1) >> 1];
  return upper === undefined || lower === undefined ? null : (upper + lower) / 2;
}
