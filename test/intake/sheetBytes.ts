import * as XLSX from '@e965/xlsx';
import { encodeGb18030 } from '../../resources/samples/encodeGb18030.ts';

export type Row = Readonly<Record<string, string>>;
export type Table = readonly (readonly string[])[];

/** Names of columns as a list is written down: commas between. */
export function columns(header: string): string[] {
  return header.split(',').map((name) => name.replace(/^ /, ''));
}

/** Rows that name only the columns they fill, laid out under the header. */
export function layOut(header: readonly string[], rows: readonly Row[]): string[][] {
  return [
    [...header],
    ...rows.map((row) => {
      for (const name of Object.keys(row)) if (!header.includes(name)) throw new Error(`no column ${name}`);
      return header.map((name) => row[name] ?? '');
    }),
  ];
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

export function csvText(table: Table, delimiter = ','): string {
  return `${table.map((row) => row.map(quoted).join(delimiter)).join('\r\n')}\r\n`;
}

export const utf8 = (table: Table): Uint8Array => Buffer.from(`\uFEFF${csvText(table)}`);
export const gb18030 = (table: Table): Uint8Array => encodeGb18030(csvText(table));
export const tabs = (table: Table): Uint8Array => Buffer.from(csvText(table, '\t'));

export interface SheetSpec {
  readonly name: string;
  readonly rows: readonly (readonly (string | number)[])[];
  /** `A2:A4`. */
  readonly merges?: readonly string[];
}

/** A workbook as another program writes it: numbers stay numbers, texts stay texts. */
export function workbook(sheets: readonly SheetSpec[], type: 'xlsx' | 'biff8' = 'xlsx'): Uint8Array {
  const book = XLSX.utils.book_new();
  for (const { name, rows, merges = [] } of sheets) {
    const sheet = XLSX.utils.aoa_to_sheet(rows.map((row) => [...row]));
    sheet['!merges'] = merges.map((range) => XLSX.utils.decode_range(range));
    XLSX.utils.book_append_sheet(book, sheet, name);
  }
  return XLSX.write(book, { type: 'buffer', bookType: type, compression: true }) as Uint8Array;
}

export const xlsx = (table: Table, name = 'Sheet1'): Uint8Array => workbook([{ name, rows: table }]);

/** A web page that calls itself a spreadsheet. */
export function htmlTable(table: Table): Uint8Array {
  const cell = (text: string): string => `<td>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</td>`;
  const rows = table.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('\n');
  return Buffer.from(
    `<html><head><meta charset="utf-8"></head><body><table border="1">\n${rows}\n</table></body></html>`,
  );
}
