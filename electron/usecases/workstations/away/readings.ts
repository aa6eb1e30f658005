/** Long readings of a file that is not to be closed under them. */
export class Readings {
  readonly #all = new Set<Promise<unknown>>();

  begin<T>(reading: Promise<T>): Promise<T> {
    const ended = reading
      .catch(() => undefined)
      .finally(() => {
        this.#all.delete(ended);
      });
    this.#all.add(ended);
    return reading;
  }

  async ended(): Promise<void> {
    await Promise.all(this.#all);
  }
}
