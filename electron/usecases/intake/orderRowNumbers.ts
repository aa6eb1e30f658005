/** Ids in one text; an id of its own in a map takes three times the room. */
interface Chunk {
  readonly ids: string;
  readonly rowNumbers: Uint32Array;
}

const chunkSize = 1000;

/**
 * Every order of a file with the row it begins at, in the order they were named. An import of 1,000,000 rows keeps
 * one: about 31 bytes an order.
 */
export class OrderRowNumbers implements Iterable<readonly [orderId: string, rowNumber: number]> {
  readonly #chunks: Chunk[] = [];
  #ids: string[] = [];
  #rowNumbers: number[] = [];

  /** Each order is named once. */
  add(orderId: string, rowNumber: number): void {
    this.#ids.push(orderId);
    this.#rowNumbers.push(rowNumber);
    if (this.#ids.length < chunkSize) return;
    this.#chunks.push({ ids: this.#ids.join(' '), rowNumbers: Uint32Array.from(this.#rowNumbers) });
    this.#ids = [];
    this.#rowNumbers = [];
  }

  *[Symbol.iterator](): Generator<readonly [orderId: string, rowNumber: number], void, void> {
    for (const { ids, rowNumbers } of this.#chunks) yield* paired(ids.split(' '), rowNumbers);
    yield* paired(this.#ids, this.#rowNumbers);
  }

  isEmpty(): boolean {
    return this.#chunks.length === 0 && this.#ids.length === 0;
  }
}

function* paired(
  ids: readonly string[],
  rowNumbers: ArrayLike<number>,
): Generator<readonly [orderId: string, rowNumber: number], void, void> {
  for (const [index, id] of ids.entries()) yield [id, rowNumbers[index] ?? 0];
}
