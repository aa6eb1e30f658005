import { recordFaults } from '../recordFaults.ts';

/** Counts what a suite tried and names every promise that was broken. */
export class FaultRecord {
  readonly #suite: string;
  readonly #startedAt = Date.now();
  readonly violations: string[] = [];
  #cases = 0;
  #broken = 0;

  constructor(suite: string) {
    this.#suite = suite;
  }

  get cases(): number {
    return this.#cases;
  }

  add(name: string, broken: readonly (string | false)[]): void {
    const promises = broken.filter((promise) => promise !== false);
    this.#cases++;
    if (promises.length > 0) this.#broken++;
    for (const promise of promises) this.violations.push(`${name}: ${promise}`);
  }

  /** Leaves the counts for the table of results. */
  write(): void {
    const durationMs = Date.now() - this.#startedAt;
    recordFaults(this.#suite, { cases: this.#cases, kills: 0, violations: this.#broken, durationMs });
  }
}
