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
