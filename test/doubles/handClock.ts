import type { Clock } from '../../electron/platform/clock.ts';

export interface HandClock extends Clock {
  /** Moves time on and wakes whoever slept until then. */
  advance(durationMs: number): Promise<void>;
}

/** A clock that stands still until the test moves it. */
export function handClock(startMs = 1_700_000_000_000): HandClock {
  let nowMs = startMs;
  let sleepers: { readonly untilMs: number; readonly wake: () => void }[] = [];
  return {
    now: () => nowMs,
    sleep: (delayMs, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) return resolve();
        const wake = (): void => {
          // A signal may outlive thousands of sleeps.
          signal?.removeEventListener('abort', wake);
          sleepers = sleepers.filter((sleeper) => sleeper.wake !== wake);
          resolve();
        };
        sleepers.push({ untilMs: nowMs + delayMs, wake });
        signal?.addEventListener('abort', wake, { once: true });
      }),
    async advance(durationMs) {
      nowMs += durationMs;
      for (const sleeper of sleepers.filter(({ untilMs }) => untilMs <= nowMs)) sleeper.wake();
      await new Promise(setImmediate);
    },
  };
}
