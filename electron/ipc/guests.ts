/** Commands of other programs on the open workspace: before it is closed they are asked to stop and waited for. */
export class Guests {
  readonly #leaving = new AbortController();
  readonly #inHand = new Set<Promise<unknown>>();

  async during<T>(work: (leaving: AbortSignal) => Promise<T>): Promise<T | null> {
    if (this.#leaving.signal.aborted) return null;
    const inHand = work(this.#leaving.signal);
    this.#inHand.add(inHand);
    try {
      return await inHand;
    } finally {
      this.#inHand.delete(inHand);
    }
  }

  async leave(): Promise<void> {
    this.#leaving.abort();
    await Promise.allSettled(this.#inHand);
  }
}
