import type { TableCell } from './tableFormat.ts';

/** How Excel shows a long number and saves it to text files: `1.23E+17`. The digits are gone. */
const shownAsExponent = /^\s*\d(?:\.\d+)?E\+\d{1,3}\s*$/;

/** What U+FFFD becomes when UTF-8 is read as GBK: text that another program destroyed earlier. */
const LOST_TWICE = '锟斤拷';

/** A cell of a text format. Damaged: a number saved in exponent form, or a character another program already lost. */
export function textCell(text: string): TableCell {
  const isDamaged =
    text.includes('\uFFFD') ||
    text.includes(LOST_TWICE) ||
    (text.includes('E+') && shownAsExponent.test(text));
  return isDamaged ? { text, isDamaged } : { text };
}
