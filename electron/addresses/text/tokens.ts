import { isIdeograph, isWordUnit } from './characters.ts';
import { Gate } from './gate.ts';
import type { NormalText } from './normaliseText.ts';
import type { Owner, Ownership } from './ownership.ts';
import { UnitSet } from './unitSet.ts';

/** A run of free text without a blank, comma or any other field in it. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const opening = new UnitSet('([【');
const closing = new UnitSet(')]】');
/** Marks that belong to the name in front of them: 王芳(收), 孙悦(先生). */
const nameMark = /^[([【]\s?(?:收|亲收|亲启|启|签收|先生|女士|小姐|老师)\s?[)\]】]/;

const noteGate = new Gate('([【');

/** End of the token that starts at `at`; a note in brackets is a token of its own. */
function tokenEnd({ plain, signs }: NormalText, owned: Ownership, at: number, limit: number): number {
  let stop = at;
  if (!noteGate.isOpen(signs)) {
    while (stop < limit && owned.isContent(stop)) stop += 1;
    return stop;
  }
  const isNote = opening.isAt(plain, at);
  for (; stop < limit && owned.isContent(stop); stop += 1) {
    if (isNote && closing.isAt(plain, stop)) return stop + 1;
    if (isNote || stop === at || !opening.isAt(plain, stop)) continue;
    const mark = nameMark.exec(plain.slice(stop, stop + 6));
    return mark === null ? stop : Math.min(limit, stop + mark[0].length);
  }
  return stop;
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
    const stop = tokenEnd(normal, owned, at, end);
    tokens.push({ start: at, end: stop, text: normal.plain.slice(at, stop) });
    at = stop;
  }
  return tokens;
}

/** Does a note in brackets begin here that a comma parts? */
export function opensNote({ text }: Token): boolean {
  return opening.isAt(text, 0) && !closing.isAt(text, text.length - 1);
}

/** The tokens of such a note, from its first on; none where nothing closes it. */
export function noteFrom(tokens: readonly Token[], at: number): readonly Token[] {
  const last = tokens.findIndex(({ text }, no) => no > at && closing.isAt(text, text.length - 1));
  return tokens.slice(at, last + 1);
}

const partsFields = new UnitSet('\n\t,;|、。!');

/** A comma, a bar or the end of a line parts fields more surely than a blank. */
export function isParted(text: string, at: number, step: 1 | -1): boolean {
  for (let i = at; i >= 0 && i < text.length; i += step) {
    const unit = text.charCodeAt(i);
    if (unit !== 0x20) return partsFields.has(unit) || Math.abs(at - i) > 1;
  }
  return true;
}

/** What stands next to a word: a field, free text, or the edge of the whole. */
export type Neighbour = Owner | 'text' | 'edge';

/**
 * What stands next to `at` when blanks and commas are skipped. `seesThrough`: words to the shop that have been taken are
 * skipped too.
 */
export function neighbour(
  owned: Ownership,
  text: string,
  at: number,
  step: 1 | -1,
  seesThrough = false,
): Neighbour {
  for (let i = at; i >= 0 && i < text.length; i += step) {
    const owner = owned.ownerAt(i);
    if (seesThrough && owner === 'leftover') continue;
    if (owner !== '' && owner !== 'label') return owner;
    if (!owned.isContent(i)) continue;
    const unit = text.charCodeAt(i);
    if (isIdeograph(unit) || isWordUnit(unit)) return 'text';
  }
  return 'edge';
}
