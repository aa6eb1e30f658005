import { finalTrackingStates, type TrackingState } from '../../shared/domain/tracking.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** Far enough never to come: nothing more is expected of this parcel. */
const never = Number.MAX_SAFE_INTEGER;

/** Out for delivery changes within the hour, a parcel between cities twice a day. */
const intervalMs: Readonly<Partial<Record<TrackingState, number>>> = {
  none: 2 * hourMs,
  delivering: hourMs,
  destination: 2 * hourMs,
  locker: 3 * hourMs,
};

/** When to ask again, UTC ms. Never sooner than 30 minutes: a shorter round gets a number locked at some platforms. */
export function nextCheckAt(state: TrackingState, now: number): number {
  if (finalTrackingStates.includes(state)) return never;
  return now + Math.max(30 * minuteMs, intervalMs[state] ?? 4 * hourMs);
}

/** What is kept of a followed number, as far as it tells when it was last asked for. */
interface AskedNumber {
  readonly state: TrackingState;
  /** Last answer, null when there was none. */
  readonly checkedAt: number | null;
  /** When it is due; while a question runs or after one that failed: not before. */
  readonly nextDueAt: number;
}

/**
 * When a number may be asked for again at a platform that allows one question an interval, UTC ms. After an answer the
 * due time is longer than the interval, and an operator may ask in between; after a failed or interrupted question the
 * due time itself is the limit, since the platform may have counted it.
 */
export function mayAskAt({ state, checkedAt, nextDueAt }: AskedNumber, intervalMs: number): number {
  const wasAnswered = checkedAt !== null && nextDueAt === nextCheckAt(state, checkedAt);
  return wasAnswered ? checkedAt + intervalMs : nextDueAt;
}
