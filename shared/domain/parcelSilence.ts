import { hourMs } from '../rules/shopTime.ts';
import { finalTrackingStates, type TrackingState } from './tracking.ts';

interface HeardOf {
  readonly state: TrackingState;
  readonly lastAt: number | null;
  readonly bookedAt: number | null;
}

/** How long nothing was heard of a parcel that is still on its way; null: nothing more is to come, or nobody knows since when. */
export function silenceMs({ state, lastAt, bookedAt }: HeardOf, now: number): number | null {
  const since = lastAt ?? bookedAt;
  if (since === null || finalTrackingStates.includes(state)) return null;
  return Math.max(0, now - since);
}

export interface SilenceInWords {
  readonly unit: 'underHour' | 'hours' | 'days';
  readonly count: number;
  /** A day without a scan is worth a look, three days are too long. */
  readonly level: 'usual' | 'long' | 'stuck';
}

/** Whole hours up to two days, then whole days: nobody asks for the minute of a parcel that stands still. */
export function silenceInWords(ms: number, stuckAfterMs: number): SilenceInWords {
  const hours = Math.floor(ms / hourMs);
  const level = ms >= stuckAfterMs ? 'stuck' : hours >= 24 ? 'long' : 'usual';
  if (hours < 1) return { unit: 'underHour', count: 1, level };
  return hours < 48
    ? { unit: 'hours', count: hours, level }
    : { unit: 'days', count: Math.floor(hours / 24), level };
}
