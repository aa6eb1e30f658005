import { isIdeograph } from './characters.ts';
import type { NormalText } from './normaliseText.ts';
import type { Ownership } from './ownership.ts';

/** A run of free text without a blank, comma or any other field in it. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Splits the free text between `start` and `end`. `(收)` stays with what it follows. */
export function freeTokens(
  normal: NormalText,
  owned: Ownership,
  start = 0,
  end = normal.text.length,
): Token[] {
  const tokens: Token[] = [];
  for (let at = start; at < end; ) {
    if (!owned.isContent(at)) {
      at += 1;
      continue;
    }
    let stop = at;
    while (stop < end && owned.isContent(stop)) stop += 1;
    tokens.push({ start: at, end: stop, text: normal.plain.slice(at, stop) });
    at = stop;
  }
  return tokens;
}

/** The field that stands next to `at` when blanks and commas are skipped, undefined at the edge of the text. */
export function neighbour(owned: Ownership, text: string, at: number, step: 1 | -1): string | undefined {
  for (let i = at; i >= 0 && i < text.length; i += step) {
    const owner = owned.ownerAt(i);
    if (owner !== undefined && owner !== 'label') return owner;
    if (owned.isContent(i) && (isIdeograph(text.charCodeAt(i)) || /[\w]/.test(text.charAt(i)))) return 'text';
  }
  return undefined;
}
