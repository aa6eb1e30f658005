import type { CallFigures, CallSpan, ServiceFigures } from '../../../../shared/contracts/insight/calls.ts';

export type LineFigures = CallFigures['rows'][number];

/** The availability that the small-order test and the platforms' terms are measured against. */
export const availabilityAim = 0.999;

type PlatformAvailability = ServiceFigures['availability']['platforms'][number];

/** Of those of which anything is known, the one that was away the most; null: of none. */
export function worstPlatform(platforms: readonly PlatformAvailability[]): PlatformAvailability | null {
  const known = platforms.filter(({ share }) => share !== null);
  return [...known].sort((one, other) => (one.share ?? 0) - (other.share ?? 0))[0] ?? null;
}

/** Calls last from milliseconds to a minute: each tick is ten times the one before. */
export const callTicks = [10, 100, 1_000, 10_000] as const;
const leastMs = 10;
const mostMs = 30_000;

export const placeOfMs = (ms: number): number =>
  Math.log10(Math.max(leastMs, ms) / leastMs) / Math.log10(mostMs / leastMs);

/** How the call log is asked for what a platform did not serve in a time. */
export const awayTab = (platform: string, span: CallSpan): string => callsTab('away', platform, span);

/** How the call log is asked for what a mark counts: an interface or the failed ones, an account, a code. */
export const callsTab = (shown: string, accountId: string, search = ''): string =>
  [shown, accountId, search].join(' ').trimEnd();
