import type { RateRaise } from './effectiveRate.ts';

/** What a person set about lanes, as it is needed at every call; the store keeps it, this is read without asking it. */
export interface LaneRules {
  /** Repeats of a call that certainly did not get through, before its lane counts as away. */
  retries: number;
  /** By account. */
  readonly raises: Map<string, RateRaise>;
}

export function createLaneRules(): LaneRules {
  return { retries: 2, raises: new Map() };
}
