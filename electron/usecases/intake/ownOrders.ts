import type { Order } from '../../store/schema.ts';
import type { ChangeSource } from '../orders/changes/record.ts';
import type { DraftGroup } from './groupDrafts.ts';

/**
 * Which orders of the book this import stored itself: a later row of the same file joins them. The book tells it, so that
 * a file of 1,000,000 orders keeps nothing of those of one row.
 */
export class OwnOrders {
  readonly #importId: string;
  /** A dry run stores nothing that could be asked later. */
  readonly #dryKeys: Set<string> | null;
  /** Of orders of several rows, by id; the content of one row is its order's. */
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

  /** Hashes of all rows of an order of this import, later ones among them from now on. */
  joined({ id, contentHash: hash }: Pick<Order, 'id' | 'contentHash'>, later: DraftGroup): string[] {
    const rowHashes = [...(this.#rowHashes.get(id) ?? [hash]), ...later.rowHashes];
    this.#rowHashes.set(id, rowHashes);
    return rowHashes;
  }
}
