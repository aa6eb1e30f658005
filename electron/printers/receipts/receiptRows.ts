import type { LabelFonts } from '../../labels/painter/openLabelFonts.ts';
import { cleanText } from '../../labels/text/cleanText.ts';
import { replaceUndrawable } from '../../labels/text/replaceUndrawable.ts';
import { columnsOf, wrapColumns } from './gbkText.ts';
import type { Receipt, ReceiptPart } from './receipt.ts';

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
