/** Asking again after an unknown outcome: soon, then ever later; afterwards a person decides. */
const findDelaysMs = [4_000, 10_000, 30_000, 120_000, 600_000, 3_600_000] as const;

/** Delay before the `tries`-th question (0-based); null: no more by itself. */
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
