/** Counts requests and finds the fullest window of one second. */
export class RequestMeter {
  readonly #timesMs: number[] = [];

  mark(atMs: number): void {
    this.#timesMs.push(atMs);
  }

  get total(): number {
    return this.#timesMs.length;
  }

  /** Most requests that lie within any 1,000 ms. */
  peakPerSecond(): number {
    let peak = 0;
    let start = 0;
    this.#timesMs.forEach((atMs, end) => {
      while (atMs - (this.#timesMs[start] ?? atMs) >= 1_000) start += 1;
      peak = Math.max(peak, end - start + 1);
    });
    return peak;
  }
}
