const quickDelaysMs = [0, 100, 400, 800] as const;
const slowDelayMs = 15_000;

/** Crashes older than this no longer count. */
export const crashMemoryMs = 60_000;

/**
 * How long to wait before the core is started again, given how often it died within `crashMemoryMs` (this time
 * included). The first four come back within 2 s; a core that keeps dying would otherwise eat the machine.
 */
export function restartDelayMs(recentCrashes: number): number {
  return quickDelaysMs[recentCrashes - 1] ?? slowDelayMs;
}
