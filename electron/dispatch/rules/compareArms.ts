import { leastSample } from '../../../shared/domain/bookingRule.ts';

/** What became of the bookings of one path. */
export interface ArmFigures {
  readonly orders: number;
  readonly booked: number;
  readonly failed: number;
  readonly unsure: number;
  /** From the first call to the number; null: none has one. */
  readonly p50Ms: number | null;
  readonly p95Ms: number | null;
  readonly printed: number;
  readonly printFailed: number;
  readonly tracked: number;
  readonly exceptions: number;
}

/** `few`: the sample is too small to tell. */
export type ArmVerdict = 'few' | 'alike' | 'better' | 'worse';

/** 95 % of chance differences lie within this many standard errors. */
const clearly = 1.96;
/** A time counts as another one from a fifth more or less. */
const clearlyOtherTime = 1.2;

export type ArmVerdicts = Readonly<
  Record<'failed' | 'unsure' | 'time' | 'printFailed' | 'exceptions', ArmVerdict>
>;

/** Says of each figure whether the new path is better or worse, or that nobody can tell yet. */
export function compareArms(old: ArmFigures, fresh: ArmFigures): ArmVerdicts {
  return {
    failed: compareShares([old.failed, old.booked + old.failed], [fresh.failed, fresh.booked + fresh.failed]),
    unsure: compareShares([old.unsure, old.orders], [fresh.unsure, fresh.orders]),
    time: compareTimes([old.p50Ms, old.booked], [fresh.p50Ms, fresh.booked]),
    printFailed: compareShares(
      [old.printFailed, old.printed + old.printFailed],
      [fresh.printFailed, fresh.printed + fresh.printFailed],
    ),
    exceptions: compareShares([old.exceptions, old.tracked], [fresh.exceptions, fresh.tracked]),
  };
}

export type Share = readonly [hits: number, of: number];

/** Two shares by the pooled normal test: alike unless chance would hardly make such a difference. */
export function compareShares([oldHits, oldOf]: Share, [newHits, newOf]: Share): ArmVerdict {
  if (oldOf < leastSample || newOf < leastSample) return 'few';
  const pooled = (oldHits + newHits) / (oldOf + newOf);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / oldOf + 1 / newOf));
  const difference = newHits / newOf - oldHits / oldOf;
  if (error === 0 || Math.abs(difference) / error < clearly) return 'alike';
  return difference > 0 ? 'worse' : 'better';
}

/** How long one of so many took in the middle; null: none did. */
export type MiddleTime = readonly [p50Ms: number | null, of: number];

export function compareTimes([oldMs, oldOf]: MiddleTime, [newMs, newOf]: MiddleTime): ArmVerdict {
  if (oldOf < leastSample || newOf < leastSample || oldMs === null || newMs === null) return 'few';
  if (newMs > oldMs * clearlyOtherTime) return 'worse';
  return oldMs > newMs * clearlyOtherTime ? 'better' : 'alike';
}

/** The value that this share of all does not exceed; null of none. */
export function percentile(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null;
}
