import type { Clock } from '../../platform/clock.ts';

/**
 * Guards the label printers of a bench. The workers of its book pass one label at a time; while the book's server is away it is closed to
 * them, because the bench then prints its own. Once it is closed and empty, no label of the book is being printed.
 */
export class DeviceDoor {
  readonly #isShut: () => boolean;
  #within = 0;
  /** For callers waiting until it is empty; a promise per label would cost more than all the rest. */
  #emptied: AbortController | null = null;

  constructor(isShut: () => boolean = () => false) {
    this.#isShut = isShut;
  }

  get isShut(): boolean {
    return this.#isShut();
  }

  /** Enters before it can be closed; null: it is closed, and nothing was started. */
  async pass<T>(action: () => Promise<T>): Promise<T | null> {
    if (this.isShut) return null;
    this.#within += 1;
    try {
      return await action();
    } finally {
      this.#within -= 1;
      if (this.#within === 0) {
        this.#emptied?.abort();
        this.#emptied = null;
      }
    }
  }

  /** Waits until it is empty, up to this long. false: a label is still inside. */
  async empty({ sleep }: Pick<Clock, 'sleep'>, mostMs: number): Promise<boolean> {
    if (this.#within > 0) {
      this.#emptied ??= new AbortController();
      await sleep(mostMs, this.#emptied.signal);
    }
    return this.#within === 0;
  }
}
