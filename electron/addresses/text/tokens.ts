import { isIdeograph } from './characters.ts';
import type { NormalText } from './normaliseText.ts';
import type { Ownership } from './ownership.ts';

/** A run of free text without a blank, comma or any other field in it. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const word = /[\p{L}\p{N}_]/u;
const opening = '([【';
const closing = ')]】';
/** Marks that belong to the name in front of them: 王芳(收), 孙悦(先生). */
const nameMark = /^[([【]\s?(?:收|亲收|亲启|启|签收|先生|女士|小姐|老师)\s?[)\]】]/;

/** End of the token that starts at `at`; a note in brackets is a token of its own. */
function tokenEnd(plain: string, owned: Ownership, at: number, limit: number): number {
  const note = opening.includes(plain.charAt(at)) ? closing : '';
  for (let stop = at; stop < limit && owned.isContent(stop); stop += 1) {
    const unit = plain.charAt(stop);
    if (note !== '' && note.includes(unit)) return stop + 1;
    if (note === '' && stop > at && opening.includes(unit)) {
      const mark = nameMark.exec(plain.slice(stop, stop + 6));
      return mark === null ? stop : Math.min(limit, stop + mark[0].length);
    }
    if (stop + 1 === limit || !owned.isContent(stop + 1)) return stop + 1;
  }
  return at + 1;
}

/** Splits the free text between `start` and `end`. */
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
    const stop = tokenEnd(normal.plain, owned, at, end);
    tokens.push({ start: at, end: stop, text: normal.plain.slice(at, stop) });
    at = stop;
  }
  return tokens;
}

/** A comma, a bar or the end of a line parts fields more surely than a blank. */
export function isParted(text: string, at: number, step: 1 | -1): boolean {
  for (let i = at; i >= 0 && i < text.length; i += step) {
    const unit = text.charAt(i);
    if (unit !== ' ') return '\n\t,;|、。!'.includes(unit) || Math.abs(at - i) > 1;
  }
  return true;
}

/**
 * The field that stands next to `at` when blanks and commas are skipped, undefined at the edge of the
 * text. `seesThrough`: words to the shop that have been taken are skipped too.
 */
export function neighbour(
  owned: Ownership,
  text: string,
  at: number,
  step: 1 | -1,
  seesThrough = false,
): string | undefined {
  for (let i = at; i >= 0 && i < text.length; i += step) {
    const owner = owned.ownerAt(i);
    if (seesThrough && owner === 'leftover') continue;
    if (owner !== undefined && owner !== 'label') return owner;
    if (owned.isContent(i) && (isIdeograph(text.charCodeAt(i)) || word.test(text.charAt(i)))) return 'text';
  }
  return undefined;
}
