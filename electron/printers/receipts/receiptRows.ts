import type { LabelFonts } from '../../labels/painter/labelFont.ts';
import { cleanText, replaceUndrawable } from '../../labels/text/cleanText.ts';

export type ReceiptRow =
  | { readonly kind: 'text'; readonly text: string; readonly style: 'plain' | 'bold' | 'title' | 'big' }
  | { readonly kind: 'code'; readonly content: string };

/** The part on the left wrapped under itself, the other at the right edge of its first line. */
function pairLines(left: string, right: string, columns: number): string[] {
  const end = ` ${right}`;
  const [first = '', ...rest] = wrapColumns(left, Math.max(8, columns - columnsOf(end)));
  const gap = ' '.repeat(Math.max(0, columns - columnsOf(first) - columnsOf(end)));
  return [first + gap + end, ...rest];
}

function centred(text: string, columns: number): string[] {
  return wrapColumns(text, columns).map(
    (line) => ' '.repeat(Math.floor((columns - columnsOf(line)) / 2)) + line,
  );
}

function rowsOf(part: ReceiptPart, columns: number, drawable: (text: string) => string): ReceiptRow[] {
  const rows = (lines: readonly string[], style: (ReceiptRow & { kind: 'text' })['style']): ReceiptRow[] =>
    lines.map((text) => ({ kind: 'text', text, style }));
  switch (part.kind) {
    case 'title':
      return rows(centred(drawable(part.text), columns), 'title');
    case 'big':
      return rows(centred(drawable(part.text), columns / 2), 'big');
    case 'text':
      return rows(wrapColumns(drawable(part.text), columns), part.isBold ? 'bold' : 'plain');
    case 'pair':
      return rows(pairLines(drawable(part.left), drawable(part.right), columns), 'plain');
    case 'rule':
      return rows(['-'.repeat(columns)], 'plain');
    case 'code':
      return part.content === '' ? [] : [{ kind: 'code', content: drawable(part.content) }];
  }
}

/**
 * The lines of a receipt, none wider than its paper: a Chinese character takes two columns. Control characters are gone;
 * what even the label font cannot draw (an emoji) is `□`, so that whoever reads it sees that something stood there.
 */
export function receiptRows(receipt: Receipt, fonts: LabelFonts): ReceiptRow[] {
  const drawable = (text: string): string => replaceUndrawable(cleanText(text), fonts);
  return receipt.parts.flatMap((part) => rowsOf(part, receipt.columns, drawable));
}

/** One thing on a receipt, in words; how it is set is `receiptRows`' business. */
export type ReceiptPart =
  | { readonly kind: 'title'; readonly text: string }
  /** Letters of double size, centred. */
  | { readonly kind: 'big'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly isBold?: boolean }
  /** `left` is wrapped under itself, `right` stands at the right edge of its first line. */
  | { readonly kind: 'pair'; readonly left: string; readonly right: string }
  | { readonly kind: 'rule' }
  /** Code 128 over its content; only the content where no barcode can carry it. */
  | { readonly kind: 'code'; readonly content: string };

/** What a receipt printer prints: packing slip, picking list, batch separator, handover list. */
export interface Receipt {
  /** Job title for spoolers; no personal data. */
  readonly title: string;
  /** 32 on 58 mm paper, 48 on 80 mm paper. */
  readonly columns: 32 | 48 | 96;
  readonly parts: readonly ReceiptPart[];
}

/** In GB 18030 at these places but not in code page 936, which receipt printers and the composer know. */
const newerThanCodePage = /[ǹḿ€⿰-⿻〾︐-︙]/u;

/** The end of the last row, likewise newer: 80 characters such as 䶮. */
const isNewerPlace = (lead: number, trail: number): boolean => lead === 0xfe && trail >= 0x50;

let codePage: ReadonlySet<string> | null = null;

/** Characters of code page 936, read from the runtime's own tables; private-use rows differ on every device. */
function codePageCharacters(): ReadonlySet<string> {
  if (codePage !== null) return codePage;
  const known = new Set<string>();
  const decoder = new TextDecoder('gbk');
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (isNewerPlace(lead, trail)) continue;
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if (text.length === 1 && !/[\p{Co}\uFFFD]/u.test(text) && !newerThanCodePage.test(text))
        known.add(text);
    }
  }
  codePage = known;
  return known;
}

/** Printable on a Chinese receipt printer: ASCII or GBK. */
export function isGbkCharacter(character: string): boolean {
  return /^[\x20-\x7e]$/.test(character) || codePageCharacters().has(character);
}

/** Columns on paper: a GBK character takes two, an ASCII one. */
function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += character <= '\x7e' ? 1 : 2;
  return columns;
}

/** Where a line that is full ends: before its last words when those are short, else where it is full. */
function breakAt(line: string, columns: number): number {
  const blank = line.lastIndexOf(' ');
  const isShort = blank > 0 && columnsOf(line.slice(blank + 1)) <= columns / 2;
  return isShort && line.slice(0, blank).trim() !== '' ? blank : line.length;
}

/** Lines of at most `columns` columns; a short last word goes along to the next line. */
export function wrapColumns(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const character of text) {
    if (columnsOf(line) + columnsOf(character) > columns) {
      const end = character === ' ' ? line.length : breakAt(line, columns);
      lines.push(line.slice(0, end));
      line = line.slice(end).trimStart();
      if (line === '' && character === ' ') continue;
    }
    line += character;
  }
  return line === '' ? lines : [...lines, line];
}
