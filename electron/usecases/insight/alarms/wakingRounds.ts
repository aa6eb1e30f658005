import { minuteMs } from '../../../../shared/rules/shopTime.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { AlarmRound } from './alarmRound.ts';

/** Rounds are half a minute apart: after so long without one the computer was asleep, or its clock was set. */
const asleepMs = 5 * minuteMs;
/** Until its network is back and what waited has been asked for. */
const wakingMs = 2 * minuteMs;

/**
 * The rounds of an open window. A computer that slept begins anew, as after a start: that nothing was asked, printed or backed up
 * meanwhile is nobody's trouble, and would be told to every robot each morning.
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
      // Behind it: one that waited for a slow mail server was no sleep.
      this.#lastAt = this.#clock.now();
    }
  }
}
