/** The only source of time. Tests hand in a clock they move themselves. */
export interface Clock {
  /** UTC ms. */
  now(): number;
  /** Resolves after `delayMs`, or at once when `signal` aborts (never rejects). */
  sleep(delayMs: number, signal?: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (delayMs, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const finish = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', finish);
        resolve();
      };
      const timer = setTimeout(finish, Math.max(0, delayMs));
      signal?.addEventListener('abort', finish, { once: true });
    }),
};
