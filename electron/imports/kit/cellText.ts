import type { TableCell } from './tableFormat.ts';

/** What people and exports write for “nothing”. */
const emptyWords = new Set(['null', 'none', 'nan', '-', '--', '—', '——', '/', '\\', '无', '空']);

/** Signs that cleaning looks for at the front: `="…"` and the apostrophes. */
const frontSigns = new Set(['=', "'", '’', '‘', '`', '＇'].map((sign) => sign.charCodeAt(0)));
/** `emptyWords` are no longer than this. */
const longestEmptyWord = 4;
const emptyWordFronts = new Set(
  [...emptyWords].flatMap((word) => [word, word.toUpperCase()].map((one) => one.charCodeAt(0))),
);

/** Nine cells in ten hold nothing that cleaning would touch; asked character by character, without expressions. */
function isCleanAlready(text: string): boolean {
  const front = text.charCodeAt(0);
  if (frontSigns.has(front) || (text.length <= longestEmptyWord && emptyWordFronts.has(front))) return false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const isPlain = (code > 0x20 && code < 0x7f) || (code >= 0x3001 && code <= 0xd7ff);
    // A blank inside is kept; at either end it is not.
    if (!isPlain && !(code === 0x20 && at > 0 && at < text.length - 1)) return false;
  }
  return true;
}

/**
 * The value a person means by a cell: without `="…"` wrapping, leading apostrophe, tabs, control, zero-width and bidi
 * characters; line breaks become blanks; words for “nothing” become the empty string.
 */
export function cleanCellText(text: string): string {
  if (isCleanAlready(text)) return text;
  let value = text;
  if (/[\p{Cc}\p{Cf}\u3000]/u.test(value)) {
    value = value.replace(/[\r\n\t\u3000]+/g, ' ').replace(/[\p{Cc}\p{Cf}]/gu, '');
  }
  value = value.trim();
  const wrapped = /^="([\s\S]*)"$/.exec(value);
  if (wrapped !== null) value = (wrapped[1] ?? '').trim();
  if (/^['’‘`＇]/.test(value)) value = value.replace(/^['’‘`＇]+/, '').trim();
  return value.length <= longestEmptyWord && emptyWords.has(value.toLowerCase()) ? '' : value;
}

/** How Excel shows a long number and saves it to text files: `1.23E+17`. The digits are gone. */
const shownAsExponent = /^\s*\d(?:\.\d+)?E\+\d{1,3}\s*$/;

/** What U+FFFD becomes when UTF-8 is read as GBK: text that another program destroyed earlier. */
const lostTwice = '锟斤拷';

/** A cell of a text format. Damaged: a number saved in exponent form, or a character another program already lost. */
export function textCell(text: string): TableCell {
  const isDamaged =
    text.includes('\uFFFD') ||
    text.includes(lostTwice) ||
    (text.includes('E+') && shownAsExponent.test(text));
  return isDamaged ? { text, isDamaged } : { text };
}

/** With this flag the pattern meets halves of a character only where the other half is missing. */
const loneSurrogate = /[\ud800-\udfff]/gu;

/**
 * The text with every half of a character replaced by U+FFFD, which flags its cell. No store and no printer can keep a half:
 * they would lose it later and say nothing.
 */
export function wholeText(text: string): string {
  return text.replace(loneSurrogate, '\uFFFD');
}

/** Shorter texts are copied by the engine anyway. */
const slicedFrom = 13;

/**
 * The same text in memory of its own. A text cut out of a larger one keeps the whole of it alive: one order number kept from
 * each chunk of a sheet would hold the sheet. Joining and cutting anew makes the engine copy.
 */
export function detachedText(text: string): string {
  return text.length < slicedFrom ? text : ` ${text}`.slice(1);
}

/** Pieces held before they become one text: millions of small ones would take many times the memory of what they say. */
const heldPieces = 4096;

/** A long text put together from pieces. */
export class PiecedText {
  private whole = '';
  private pieces: string[] = [];

  add(piece: string): void {
    this.pieces.push(piece);
    if (this.pieces.length >= heldPieces) this.join();
  }

  text(): string {
    this.join();
    return this.whole;
  }

  private join(): void {
    this.whole += this.pieces.join('');
    this.pieces = [];
  }
}

/**
 * The text without everything from each `open` to the next `close`; an `open` that never closes takes the rest along. By
 * searching forward only: a lazy regular expression would take quadratic time on text made of openings.
 */
export function withoutSpans(text: string, open: string, close: string): string {
  if (!text.includes(open)) return text;
  const visible = new PiecedText();
  let from = 0;
  for (;;) {
    const start = text.indexOf(open, from);
    visible.add(text.slice(from, start < 0 ? text.length : start));
    const end = start < 0 ? -1 : text.indexOf(close, start + open.length);
    if (end < 0) return visible.text();
    from = end + close.length;
  }
}

/** A cell of delimited text as it is written. */
export function quoted(cell: string, delimiter: string): string {
  return cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** What an entity of mark-up (`amp`, `#38`, `#x26`) stands for; one that nobody knows stays as it is written. */
export function characterOf(whole: string, name: string, named: Readonly<Record<string, string>>): string {
  if (!name.startsWith('#')) return named[name.toLowerCase()] ?? whole;
  const isHex = name[1] === 'x' || name[1] === 'X';
  const code = Number.parseInt(name.slice(isHex ? 2 : 1), isHex ? 16 : 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

/** `２０２６１１２８`, as an input method left it: the same number, and nobody finds it typed that way. */
export const halfWidth = (text: string): string =>
  /[\uff01-\uff5e]/.test(text) ? text.normalize('NFKC') : text;
