import { dayMs, hourMs, minuteMs, startOfShopDay } from '../../shared/rules/shopTime.ts';
import type { BucketSegment } from '../store/insight/callBucketRepository.ts';

/** UTC ms, whole minutes; `to` is not included. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The minutes that a time touches: the present one counts as far as it has come. */
export const wholeMinutes = ({ from, to }: Span): Span => ({
  from: Math.floor(from / minuteMs) * minuteMs,
  to: Math.ceil(to / minuteMs) * minuteMs,
});

/** The fewest buckets a span is made of: whole days in its middle, hours beside them, minutes at its ends. */
export function segmentsOf(span: Span): BucketSegment[] {
  const { from, to } = wholeMinutes(span);
  const hours = inner({ from, to }, (at) => Math.floor(at / hourMs) * hourMs, hourMs);
  if (hours === null) return filled([{ grain: 1, from, to }]);
  const days = inner(hours, startOfShopDay, dayMs);
  return filled([
    { grain: 1, from, to: hours.from },
    ...(days === null
      ? [{ grain: 60 as const, ...hours }]
      : [
          { grain: 60 as const, from: hours.from, to: days.from },
          { grain: 1440 as const, ...days },
          { grain: 60 as const, from: days.to, to: hours.to },
        ]),
    { grain: 1, from: hours.to, to },
  ]);
}

const filled = (segments: readonly BucketSegment[]) => segments.filter(({ from, to }) => from < to);

/** The whole units inside a span; null: there is none. */
function inner({ from, to }: Span, startOf: (at: number) => number, unitMs: number): Span | null {
  const first = startOf(from) === from ? from : startOf(from) + unitMs;
  const last = startOf(to);
  return first < last ? { from: first, to: last } : null;
}
