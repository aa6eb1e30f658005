import { csvFormat } from './formats/csv/csvFormat.ts';
import { htmlFormat } from './formats/html/htmlFormat.ts';
import { xlsFormat } from './formats/xls/xlsFormat.ts';
import { xlsxFormat } from './formats/xlsx/xlsxFormat.ts';
import type { TableFormat, TableSource } from './kit/tableFormat.ts';

/** Every file format, asked in this order: the ones with a signature first, plain text last. */
export const tableFormats: readonly TableFormat[] = [xlsxFormat, xlsFormat, htmlFormat, csvFormat];

/** Recognised by content, whatever the name says. */
export function formatOf(source: TableSource): TableFormat | undefined {
  return tableFormats.find((format) => format.sniff(source));
}
