import { minuteMs } from '../../../../shared/rules/shopTime.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { AlarmRound } from './alarmRound.ts';

/** Rounds are half a minute apart: after a gap this long the computer slept, or its clock was set. */
const asleepMs = 5 * minuteMs;
/** Until its network is back and waiting questions have been asked. */
const wakingMs = 2 * minuteMs;

/**
 * The rounds of an open window. A computer that slept starts afresh: that nothing was asked, printed or backed up meanwhile is no problem,
 * and would otherwise be announced every morning.
 */
export class WakingRounds {
  readonly #clock: Clock;
  readonly #begin: () => Pick<AlarmRound, 'round'>;
  #rounds: Pick<AlarmRound, 'round'>;
  #lastAt: number;
  #awakeSince = Number.NEGATIVE_INFINITY;

  constructor(clock: Clock, begin: () => Pick<AlarmRound, 'round'>) {
    this.#clock = clock;
    this.#begin = begin;
    this.#rounds = begin();
    this.#lastAt = clock.now();
  }

  async round(): Promise<void> {
    const now = this.#clock.now();
    if (Math.abs(now - this.#lastAt) > asleepMs) {
      this.#rounds = this.#begin();
      this.#awakeSince = now;
    }
    try {
      if (Math.abs(now - this.#awakeSince) >= wakingMs) await this.#rounds.round();
    } finally {
      // Measured after the round: waiting for a slow mail server is no sleep.
      this.#lastAt = this.#clock.now();
    }
  }
}
