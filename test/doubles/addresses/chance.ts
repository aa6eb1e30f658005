import { seededChance } from '../seededChance.ts';

/** Choices that can be repeated from their seed. */
export class Chance {
  readonly #next: () => number;

  constructor(seed: number) {
    this.#next = seededChance(seed);
    // Neighbouring seeds begin alike; a few draws part them.
    for (let i = 0; i < 8; i += 1) this.#next();
  }

  /** Whole number from `low` to `high`, both included. */
  int(low: number, high: number): number {
    return low + Math.floor(this.#next() * (high - low + 1));
  }

  is(probability: number): boolean {
    return this.#next() < probability;
  }

  pick<T>(options: readonly T[]): T {
    const chosen = options[this.int(0, options.length - 1)];
    if (chosen === undefined) throw new Error('nothing to pick from');
    return chosen;
  }

  /** One of several makers, each with its weight. */
  among<T>(options: readonly (readonly [number, () => T])[]): T {
    let left = this.#next() * options.reduce((sum, [weight]) => sum + weight, 0);
    for (const [weight, make] of options) {
      left -= weight;
      if (left < 0) return make();
    }
    return this.pick(options)[1]();
  }

  digits(count: number): string {
    let text = '';
    for (let i = 0; i < count; i += 1) text += this.int(0, 9);
    return text;
  }
}
