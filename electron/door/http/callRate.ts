import { minuteMs } from '../../../shared/rules/shopTime.ts';
import type { Clock } from '../../platform/clock.ts';

/** Calls per second of one token, with a burst of as many after a rest. */
const perSecond = 100;
/** Wrong tokens per minute, of all callers together: more are no typing errors. */
const wrongAMinute = 20;

/** Limits how often the door can be called. */
export class CallRate {
  readonly #clock: Clock;
  readonly #buckets = new Map<string, { left: number; at: number }>();
  #wrongAt: number[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  countWrong(): void {
    this.#wrongAt.push(this.#clock.now());
  }

  /** 0: now. `tokenId` empty: an unknown token. */
  secondsToWait(tokenId: string): number {
    const now = this.#clock.now();
    if (tokenId === '') {
      this.#wrongAt = this.#wrongAt.filter((at) => now - at < minuteMs && at <= now);
      const first = this.#wrongAt[0];
      return this.#wrongAt.length < wrongAMinute || first === undefined
        ? 0
        : Math.ceil((first + minuteMs - now) / 1_000);
    }
    const bucket = this.#buckets.get(tokenId) ?? { left: 2 * perSecond, at: now };
    bucket.left = Math.min(2 * perSecond, bucket.left + (Math.max(0, now - bucket.at) * perSecond) / 1_000);
    bucket.at = now;
    this.#buckets.set(tokenId, bucket);
    if (bucket.left < 1) return 1;
    bucket.left--;
    return 0;
  }
}
