import { create } from 'zustand';
import { persist } from 'zustand/middleware';

/** How evenly one code came: between its keys and its end, and how long each key was down. */
export interface Rhythm {
  readonly fastestGapMs: number;
  readonly slowestGapMs: number;
  readonly longestHoldMs: number;
}

/** Nobody lets go of a key so soon; a gun does at once, and presses none before the last is up. */
const longestGunHoldMs = 40;
/** A browser tells keys by the tick of the system's clock. */
const slackMs = 6;
/** So many whole codes in one rhythm are a gun's habit. */
export const codesToLearn = 3;
/** Of two or three guns at one desk. */
const mostCodes = 12;

/** With what one more long code taught, oldest first; a code whose keys overlapped, or were held as a hand holds them, teaches nothing. */
export function learnRhythm(known: readonly Rhythm[], rhythm: Rhythm | null): readonly Rhythm[] {
  if (rhythm === null || rhythm.longestHoldMs > longestGunHoldMs) return known;
  return [...known, rhythm].slice(-mostCodes);
}

const includes = (one: Rhythm, other: Rhythm): boolean =>
  other.fastestGapMs >= one.fastestGapMs - slackMs &&
  other.slowestGapMs <= one.slowestGapMs + slackMs &&
  other.longestHoldMs <= Math.min(one.longestHoldMs + slackMs, longestGunHoldMs);

/** Did these keys come as the long codes of a gun at this desk did? */
export const isOfGun = (known: readonly Rhythm[], rhythm: Rhythm | null): boolean =>
  rhythm !== null && known.filter((one) => includes(one, rhythm)).length >= codesToLearn;

/** How many of the last codes came as the newest did. */
export function codesLikeTheLast(known: readonly Rhythm[]): number {
  const last = known.at(-1);
  return last === undefined ? 0 : known.filter((one) => includes(one, last)).length;
}

/** The guns of this computer, by the last long codes of each. */
export const useGunRhythms = create<{ readonly known: readonly Rhythm[] }>()(
  persist((): { readonly known: readonly Rhythm[] } => ({ known: [] }), { name: 'shipdesk.gunRhythms' }),
);
