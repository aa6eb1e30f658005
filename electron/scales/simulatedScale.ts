/** What a bench scale says while a parcel is put on: this long moving, then at rest. */
const settlesMs = 600;
const everyMs = 100;

/** A scale for practice: a person enters the weight, and it sends the frames that a real one would. */
export class SimulatedScale {
  #grams = 0;
  #from = 0;
  #changedAt = Number.NEGATIVE_INFINITY;

  put(grams: number, now: number): void {
    this.#from = this.#shown(now);
    this.#grams = grams;
    this.#changedAt = now;
  }

  #shown(now: number): number {
    const share = Math.min(1, Math.max(0, (now - this.#changedAt) / settlesMs));
    return Math.round(this.#from + (this.#grams - this.#from) * share);
  }

  /** One line as it comes from the wire. */
  line(now: number): Uint8Array {
    const head = now - this.#changedAt < settlesMs ? 'US' : 'ST';
    const kg = (this.#shown(now) / 1_000).toFixed(3).padStart(7);
    return Buffer.from(`${head},GS,+${kg}kg\r\n`, 'latin1');
  }

  static readonly everyMs = everyMs;
}
