import type { Order } from '../../store/schema.ts';
import type { ChangeSource } from '../orders/changes/record.ts';
import type { DraftGroup } from './groupDrafts.ts';

/** Ids in one text; as map keys they take three times the space. */
interface Chunk {
  readonly ids: string;
  readonly rowNumbers: Uint32Array;
}

const chunkSize = 1000;

/** Every order of a file with its first row, in order of appearance. An import of 1,000,000 rows keeps one: about 31 bytes per order. */
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

/**
 * The orders that this import has stored itself: a later row of the same file joins them. They are read from the book, so that a file of
 * 1,000,000 one-row orders keeps nothing in memory.
 */
export class OwnOrders {
  readonly #importId: string;
  /** A dry run stores nothing that could be read later. */
  readonly #dryKeys: Set<string> | null;
  /** Rows of orders with several rows, by id; an order of one row has its row's hash. */
  readonly #rowHashes = new Map<string, string[]>();

  constructor({ importId, isDryRun }: Pick<ChangeSource, 'importId' | 'isDryRun'>) {
    this.#importId = importId;
    this.#dryKeys = isDryRun ? new Set() : null;
  }

  add({ id, orderKey: key }: Pick<Order, 'id' | 'orderKey'>, { rowHashes }: DraftGroup): void {
    this.#dryKeys?.add(key);
    if (rowHashes.length > 1) this.#rowHashes.set(id, [...rowHashes]);
  }

  has({ importId }: Pick<Order, 'importId'>): boolean {
    return importId === this.#importId;
  }

  wasSeen(key: string): boolean {
    return this.#dryKeys?.has(key) ?? false;
  }

  /** Hashes of all rows of an order of this import; later rows are added. */
  joined({ id, contentHash: hash }: Pick<Order, 'id' | 'contentHash'>, later: DraftGroup): string[] {
    const rowHashes = [...(this.#rowHashes.get(id) ?? [hash]), ...later.rowHashes];
    this.#rowHashes.set(id, rowHashes);
    return rowHashes;
  }
}
