import {
  type AskPace,
  finalTrackingStates,
  type StopReason,
  type TrackingState,
} from '../../shared/domain/tracking.ts';
import { dayMs, hourMs, minuteMs } from '../../shared/rules/shopTime.ts';
import type { LimitsOfCarrier } from './caseLimits.ts';
import { type KnownParcel, watchedMoment } from './urgency.ts';

/** Far enough never to come: nothing more is expected of this parcel, or nobody may ask. */
export const never = Number.MAX_SAFE_INTEGER;

/** Out for delivery changes within the hour, a parcel between cities twice a day. */
const intervalMs: Readonly<Partial<Record<TrackingState, number>>> = {
  none: 2 * hourMs,
  delivering: hourMs,
  destination: 2 * hourMs,
  locker: 3 * hourMs,
};
const otherwiseMs = 4 * hourMs;
/** The platform pushes its news: it is asked only to see whether the pushes still come. */
const subscribedMs = 24 * hourMs;
const leastMs = 30 * minuteMs;

/** The longer a parcel is silent, the less a question is likely to tell: from so long on, so rarely. */
const silentSteps = [
  { fromMs: 30 * dayMs, everyMs: 72 * hourMs },
  { fromMs: 10 * dayMs, everyMs: 24 * hourMs },
  { fromMs: 5 * dayMs, everyMs: 12 * hourMs },
  { fromMs: 3 * dayMs, everyMs: 8 * hourMs },
] as const;

/** How often a parcel is asked for, and why so. */
export function askPace(
  parcel: KnownParcel,
  now: number,
  isSubscribed: boolean,
): { readonly pace: AskPace; readonly everyMs: number } {
  if (finalTrackingStates.includes(parcel.state)) return { pace: 'arrived', everyMs: never };
  if (isSubscribed) return { pace: 'subscribed', everyMs: subscribedMs };
  const usualMs = intervalMs[parcel.state] ?? otherwiseMs;
  const quietMs = now - (parcel.lastAt ?? parcel.bookedAt ?? parcel.followedAt);
  const step = silentSteps.find(({ fromMs }) => quietMs >= fromMs);
  if (step === undefined || step.everyMs <= usualMs) return { pace: 'usual', everyMs: usualMs };
  return { pace: parcel.lastAt === null ? 'no-scan' : 'silent', everyMs: step.everyMs };
}

/**
 * When to ask again, UTC ms. Never sooner than 30 minutes: a shorter round gets a number locked at some platforms. A
 * moment after which the parcel is an exception is not slept through.
 */
export function nextCheckAt(
  parcel: KnownParcel,
  now: number,
  limitsOf: LimitsOfCarrier,
  isSubscribed = false,
): number {
  const { everyMs } = askPace(parcel, now, isSubscribed);
  if (everyMs === never) return never;
  const usual = now + Math.max(leastMs, everyMs);
  const moments = [watchedMoment(parcel, limitsOf), parcel.promisedAt ?? null].filter(
    (moment) => moment !== null,
  );
  const ahead = moments.filter((moment) => moment > now + leastMs);
  return Math.min(usual, ...ahead.map((moment) => moment + minuteMs));
}

/** Nothing new for so long: no carrier tells anything of such a parcel any more. */
const noUpdateMs = 60 * dayMs;
/** Never one event in so long: the number was never used, or is not of this carrier. */
const noTraceMs = 30 * dayMs;

/** Why a parcel falls out of the plan; empty: it stays. `checkedAt` is of the answer before this one. */
export function stopReasonAt(parcel: KnownParcel, now: number): StopReason | '' {
  const { state, lastAt, bookedAt, followedAt, checkedAt } = parcel;
  if (finalTrackingStates.includes(state)) return '';
  // A parcel without recent news is asked about an extra time before it is given up.
  if (checkedAt === null || now - checkedAt > 7 * dayMs) return '';
  if (lastAt === null) return now - Math.max(bookedAt ?? 0, followedAt) > noTraceMs ? 'no-trace' : '';
  return now - lastAt > noUpdateMs ? 'no-update' : '';
}
