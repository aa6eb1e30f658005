import type { Division } from './division.ts';

export type NameKind = 'full' | 'short' | 'alias' | 'old';

/** What a written name can stand for. */
export interface NameMeaning {
  readonly division: Division;
  readonly kind: NameKind;
  /** Why an old name means this division: `merged:2015`; empty for names in force. */
  readonly reason: string;
}

const codeUnits = 0x1_0000;

/**
 * Trie over UTF-16 units. One flat map from node and unit to node is smaller and quicker to build than a map for
 * each node: about 7,500 names in a few milliseconds.
 */
export class NameTrie {
  readonly #next = new Map<number, number>();
  readonly #meanings: (NameMeaning[] | undefined)[] = [undefined];

  add(name: string, meaning: NameMeaning): void {
    let node = 0;
    for (let i = 0; i < name.length; i += 1) {
      const edge = node * codeUnits + name.charCodeAt(i);
      let target = this.#next.get(edge);
      if (target === undefined) {
        target = this.#meanings.length;
        this.#next.set(edge, target);
        this.#meanings.push(undefined);
      }
      node = target;
    }
    const known = this.#meanings[node];
    if (known === undefined) this.#meanings[node] = [meaning];
    else if (!known.some((other) => other.division === meaning.division)) known.push(meaning);
  }

  /** Calls `found` for each name that starts at `start`, shortest first. */
  matchAt(text: string, start: number, found: (end: number, meanings: readonly NameMeaning[]) => void): void {
    let node = 0;
    for (let i = start; i < text.length; i += 1) {
      const target = this.#next.get(node * codeUnits + text.charCodeAt(i));
      if (target === undefined) return;
      node = target;
      const meanings = this.#meanings[node];
      if (meanings !== undefined) found(i + 1, meanings);
    }
  }

  /** Meanings of exactly this name. */
  exact(name: string): readonly NameMeaning[] {
    let meanings: readonly NameMeaning[] = [];
    this.matchAt(name, 0, (end, found) => {
      if (end === name.length) meanings = found;
    });
    return meanings;
  }
}
