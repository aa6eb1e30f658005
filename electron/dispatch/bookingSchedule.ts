/** Asking again after an unknown outcome: soon, then ever later; afterwards a person decides. */
const findDelaysMs = [4_000, 10_000, 30_000, 120_000, 600_000, 3_600_000] as const;

/** Delay before the `tries`-th question (0-based); null: no more by itself. */
export function findDelayMs(tries: number): number | null {
  return findDelaysMs[tries] ?? null;
}

/** Tries of a lane whose calls certainly did not happen, before it waits for the network. */
const quickTries = 2;
const longestWaitMs = 60_000;

/**
 * Delay before the next try after `failures` network failures in a row: 3–5 s for the first two (KDNiao's own
 * advice), then the lane counts as offline and is tried once a minute. `chance` is 0..1.
 */
export function retryDelayMs(failures: number, chance: number): number {
  return failures <= quickTries ? 3_000 + Math.round(chance * 2_000) : longestWaitMs;
}
