import type { Clock } from '../platform/clock.ts';

export interface Pacer {
  /** Resolves when one more request may start. Never more than the rate in any window of one second. */
  take(lane: string, ratePerSecond: number): Promise<void>;
}

/** Requests reach the other side a little closer together or further apart than they left here. */
const windowMs = 1_000;
const marginMs = 12;

/**
 * Paces requests per lane (account and interface). Starts are spread evenly, and the start `rate` places back must
 * lie more than a second before, so a late timer never lets two bursts meet in one window.
 */
export function createPacer(clock: Clock): Pacer {
  const lanes = new Map<string, { planned: number[]; nextAt: number }>();
  return {
    async take(lane, ratePerSecond) {
      const state = lanes.get(lane) ?? { planned: [], nextAt: 0 };
      lanes.set(lane, state);
      const now = clock.now();
      const oldest = state.planned.length >= ratePerSecond ? (state.planned.shift() ?? 0) : 0;
      const at = Math.max(now, state.nextAt, oldest === 0 ? 0 : oldest + windowMs + marginMs);
      state.planned.push(at);
      state.nextAt = at + windowMs / ratePerSecond;
      if (at > now) await clock.sleep(at - now);
    },
  };
}
