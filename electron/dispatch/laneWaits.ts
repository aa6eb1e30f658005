interface LaneFailure {
  readonly lane: string;
  /** UTC ms: when the failed call started and when it failed. */
  readonly startedAt: number;
  readonly failedAt: number;
  /** 0..1. */
  readonly chance: number;
  /** The pause the other side asked for; null: none. */
  readonly askedMs: number | null;
  /** Repeats before the lane counts as offline. */
  readonly retries: number;
}

export interface LaneWaits {
  /** UTC ms of the lane's earliest next call. */
  after(failure: LaneFailure): number;
  /** UTC ms until which the lane makes no call; 0: it does not wait. */
  untilAt(lane: string): number;
  /** A call of the lane got through. */
  clear(lane: string): void;
}

/**
 * Counts failures in a row per lane, not per order. Calls running side by side when the network failed count as one failure, so a hundred
 * waiting orders do not each need two tries to find out.
 */
export function createLaneWaits(): LaneWaits {
  const lanes = new Map<string, { failures: number; failedAt: number; untilAt: number }>();
  return {
    after({ lane, startedAt, failedAt, chance, askedMs, retries }) {
      const known = lanes.get(lane);
      // A failure in the future means that the clock was set back: its wait would last that long.
      const isSameRound = known !== undefined && startedAt <= known.failedAt && known.failedAt <= failedAt;
      const failures = isSameRound ? known.failures : (known?.failures ?? 0) + 1;
      const calmAt = isSameRound ? known.untilAt : failedAt + retryDelayMs(failures, chance, retries);
      const untilAt = Math.max(calmAt, askedMs === null ? 0 : failedAt + askedMs);
      lanes.set(lane, { failures, failedAt: isSameRound ? known.failedAt : failedAt, untilAt });
      return untilAt;
    },
    untilAt: (lane) => lanes.get(lane)?.untilAt ?? 0,
    clear: (lane) => void lanes.delete(lane),
  };
}

/** Delays between questions after an unknown outcome: short at first, then longer; afterwards a person decides. */
const findDelaysMs = [4_000, 10_000, 30_000, 120_000, 600_000, 3_600_000] as const;

/** Delay before the `tries`-th question (0-based); null: no more automatic questions. */
export function findDelayMs(tries: number): number | null {
  return findDelaysMs[tries] ?? null;
}

const longestWaitMs = 60_000;

/**
 * Delay before the next try after `failures` network failures in a row: 3–5 s for the first `retries` (KDNiao's own
 * advice: one or two), then the lane counts as offline and is tried once a minute. `chance` is 0..1.
 */
export function retryDelayMs(failures: number, chance: number, retries: number): number {
  return failures <= retries ? 3_000 + Math.round(chance * 2_000) : longestWaitMs;
}
