import { excelDateText } from './excelDate.ts';
import type { NumberStyle } from './numberStyle.ts';
import { numericCell } from './numericCell.ts';
import { padWithZeros } from './padWithZeros.ts';
import type { TableCell } from './tableFormat.ts';

/** A stored number as its cell shows it: a date, with its leading zeros, or the plain number. */
export function styledNumber(stored: string, style: NumberStyle | undefined, is1904: boolean): TableCell {
  if (style === undefined || style === 'plain') return numericCell(stored);
  if (style === 'date') {
    const text = excelDateText(stored, is1904);
    return text === null ? numericCell(stored) : { text };
  }
  const plain = numericCell(stored);
  const text = plain.isDamaged === true ? null : padWithZeros(plain.text, style);
  return text === null ? plain : { text };
}
