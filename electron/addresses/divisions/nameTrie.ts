import type { Division } from './division.ts';

export type NameKind = 'full' | 'short' | 'alias' | 'old';

/** What a written name can stand for. */
export interface NameMeaning {
  readonly division: Division;
  readonly kind: NameKind;
  /** Why an old name means this division: `merged:2015`; empty for names in force. */
  readonly reason: string;
}

/** A node and a unit are one number of 32 bits; today's names make 14,000 nodes. */
const mostNodes = 0x1_0000;

/**
 * Trie over UTF-16 units, asked at every place of every text: a table of first units, and one of edges from node and unit
 * to node with open addressing. About 7,500 names in a few milliseconds.
 */
export class NameTrie {
  /** By the unit a name begins with; 0, the root, where none does. */
  readonly #first = new Uint16Array(mostNodes);
  /** For each edge behind a first unit its node and unit, 0 where the place is free, and beside it where it leads. */
  #edges = new Int32Array(0x2000);
  readonly #meanings: (NameMeaning[] | undefined)[] = [undefined];

  add(name: string, meaning: NameMeaning): void {
    let node = 0;
    for (let i = 0; i < name.length; i += 1) {
      const unit = name.charCodeAt(i);
      node = this.next(node, unit) || this.#grow(node, unit);
    }
    const known = this.#meanings[node];
    if (known === undefined) this.#meanings[node] = [meaning];
    else if (!known.some((other) => other.division === meaning.division)) known.push(meaning);
  }

  /** The node that a unit leads to, from 0 at the beginning of a name; 0 where no name goes on so. */
  next(node: number, unit: number): number {
    if (node === 0) return this.#first[unit] ?? 0;
    return this.#edges[placeOf(this.#edges, (node << 16) | unit) + 1] ?? 0;
  }

  get nodeCount(): number {
    return this.#meanings.length;
  }

  /** What the name that ends at a node can stand for; undefined where none ends. */
  meaningsAt(node: number): readonly NameMeaning[] | undefined {
    return this.#meanings[node];
  }

  /** Meanings of exactly this name. */
  exact(name: string): readonly NameMeaning[] {
    let node = 0;
    for (let i = 0; i < name.length; i += 1) {
      node = this.next(node, name.charCodeAt(i));
      if (node === 0) return [];
    }
    return this.#meanings[node] ?? [];
  }

  #grow(node: number, unit: number): number {
    const target = this.#meanings.length;
    if (target === mostNodes) throw new Error('more division names than the trie can hold');
    this.#meanings.push(undefined);
    if (node === 0) this.#first[unit] = target;
    else {
      if (target * 4 > this.#edges.length) this.#widen();
      this.#put((node << 16) | unit, target);
    }
    return target;
  }

  #put(edge: number, target: number): void {
    const place = placeOf(this.#edges, edge);
    this.#edges[place] = edge;
    this.#edges[place + 1] = target;
  }

  #widen(): void {
    const edges = this.#edges;
    this.#edges = new Int32Array(edges.length * 2);
    for (let place = 0; place < edges.length; place += 2) {
      const edge = edges[place] ?? 0;
      if (edge !== 0) this.#put(edge, edges[place + 1] ?? 0);
    }
  }
}

/** Where an edge stands in the table, or the free place where it would. */
function placeOf(edges: Int32Array, edge: number): number {
  const last = edges.length - 2;
  // Knuth's multiplier spreads units that lie beside each other.
  let place = (Math.imul(edge, 0x9e37_79b1) >>> 12) & last;
  while (edges[place] !== edge && edges[place] !== 0) place = (place + 2) & last;
  return place;
}
