import { csvRows } from './formats/csv/csvRows.ts';
import { findDelimiter } from './formats/csv/findDelimiter.ts';
import { htmlRows } from './formats/html/htmlRows.ts';
import { htmlTables } from './formats/html/htmlTables.ts';
import type { OpenTable, TableSheet } from './kit/tableFormat.ts';

const SAMPLE_CHARACTERS = 65_536;

/** Excel, WPS and browsers put a page with the table on the clipboard beside the text. */
function sheetsOf(pasted: string): TableSheet[] {
  const tables = /^\s*</.test(pasted) ? htmlTables(pasted) : [];
  if (tables.length > 0) return tables.map(({ name, markup }) => ({ name, rows: () => htmlRows(markup) }));
  const delimiter = findDelimiter(pasted.slice(0, SAMPLE_CHARACTERS));
  return [{ name: '', rows: () => csvRows([pasted], delimiter) }];
}

/**
 * Cells or lines somebody pasted, as a table: the tab-separated text of a spreadsheet, or its page, which keeps merged cells
 * and the digits of long numbers.
 */
export function openPastedTable(pasted: string): OpenTable {
  return { format: 'clipboard', encoding: 'utf-16le', sheets: sheetsOf(pasted), close: async () => {} };
}
