import { isDigit, isLatin, isSeparator } from './characters.ts';
import type { NormalText } from './normaliseText.ts';
import type { Ownership } from './ownership.ts';

export interface Detail {
  /** As written, with full-width letters and digits narrowed. */
  readonly text: string;
  /** The same simplified, for looking up towns and zones. Unit for unit with `places`. */
  readonly plain: string;
  /** For each unit of `plain` its place in the normalised text. */
  readonly places: readonly number[];
}

const edge = /^[\s,，。、;；:：|/\\·>》\-–—_=~～!！?？.+&]+|[\s,，。、;；:：|/\\·>《<\-–—_=~～!！?？.+&]+$/g;

const emptyBrackets = /[([（【［]\s*[)\]）】］]/g;

/** Takes away what the removed fields leave behind: empty brackets, a lone bracket and commas at the ends. */
function tidy(text: string): string {
  let tidied = text.replace(emptyBrackets, ' ').replace(edge, '');
  if (/^[)\]）】］]/.test(tidied)) tidied = tidied.slice(1);
  if (/^[([（【［]/.test(tidied) && !/[)\]）】］]/.test(tidied)) tidied = tidied.slice(1);
  if (/[([（【［]$/.test(tidied)) tidied = tidied.slice(0, -1);
  return tidied.replace(edge, '');
}

function written(normal: NormalText, at: number): string {
  const unit = normal.text.charAt(at);
  const code = unit.charCodeAt(0);
  if (code === 0x20 || code === 0x5f || isDigit(code) || isLatin(code)) return unit;
  const start = normal.starts[at] ?? 0;
  // A character that became several (㎡ → m2) is written once.
  return at > 0 && normal.starts[at - 1] === start ? '' : normal.original.slice(start, normal.ends[at]);
}

/** Joins what belongs to the detail. Blanks and commas inside stay, everything between two pieces becomes one blank. */
export function assembleDetail(normal: NormalText, owned: Ownership): Detail {
  let text = '';
  let plain = '';
  const places: number[] = [];
  let pending = '';
  for (let at = 0; at < normal.text.length; at += 1) {
    const owner = owned.ownerAt(at);
    if (owner !== 'detail') {
      const blank = owner === undefined && isSeparator(normal.text.charCodeAt(at));
      pending += blank ? written(normal, at) : ' ';
      continue;
    }
    if (text !== '' && pending !== '') text += /^\s*$/.test(pending) ? ' ' : pending.replace(/\s+/g, ' ');
    pending = '';
    text += written(normal, at);
    plain += normal.plain.charAt(at);
    places.push(at);
  }
  return { text: tidy(text), plain, places };
}
