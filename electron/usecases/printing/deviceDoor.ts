import type { Clock } from '../../platform/clock.ts';

/**
 * What leads to the label printers of a bench. The workers of its book go through it one label at a time; while that book is away it is shut
 * to them, for then the bench prints what it keeps itself. Whoever shut it knows by it when nothing of the book is on its way any more.
 */
export class DeviceDoor {
  readonly #isShut: () => boolean;
  #within = 0;
  /** Of who waits until nobody is within; making one for each label costs more than the rest of this. */
  #emptied: AbortController | null = null;

  constructor(isShut: () => boolean = () => false) {
    this.#isShut = isShut;
  }

  get isShut(): boolean {
    return this.#isShut();
  }

  /** Begins it before anybody can shut the door; null: it is shut, and nothing was begun. */
  async pass<T>(act: () => Promise<T>): Promise<T | null> {
    if (this.isShut) return null;
    this.#within += 1;
    try {
      return await act();
    } finally {
      this.#within -= 1;
      if (this.#within === 0) {
        this.#emptied?.abort();
        this.#emptied = null;
      }
    }
  }

  /** Waits until nobody is within, so long at most. false: somebody still is. */
  async empty({ sleep }: Pick<Clock, 'sleep'>, mostMs: number): Promise<boolean> {
    if (this.#within > 0) {
      this.#emptied ??= new AbortController();
      await sleep(mostMs, this.#emptied.signal);
    }
    return this.#within === 0;
  }
}
