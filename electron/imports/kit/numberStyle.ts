import { isDateFormat } from './excelDate.ts';
import { readZeroPadding, type ZeroPadding } from './zeroPadding.ts';

/** What the format of a cell makes of its number. Formats that only dress a value (thousands, 元, percent) are plain. */
export type NumberStyle = 'plain' | 'date' | ZeroPadding;

/** `code` is undefined for a built-in format; none of those pads with zeros. */
export function numberStyle(formatId: number, code: string | undefined): NumberStyle {
  if (isDateFormat(formatId, code)) return 'date';
  return (code === undefined ? null : readZeroPadding(code)) ?? 'plain';
}
