import { minuteMs } from '../../../shared/rules/shopTime.ts';
import type { Clock } from '../../platform/clock.ts';

/** Calls a second of one token, with as many again at once after a rest. */
const perSecond = 100;
/** Wrong tokens in a minute, of all callers together: nobody mistypes so often. */
const wrongAMinute = 20;

/** How often the door may be knocked at. */
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

  /** 0: now. `tokenId` empty: for a token that is not known yet. */
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
