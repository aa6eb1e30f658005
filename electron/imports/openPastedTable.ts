import { csvRows } from './formats/csv/csvRows.ts';
import { findDelimiter } from './formats/csv/findDelimiter.ts';
import type { OpenTable } from './kit/tableFormat.ts';

const SAMPLE_CHARACTERS = 65_536;

/** Cells or lines somebody pasted, as a table: what a spreadsheet puts on the clipboard is tab-separated text. */
export function openPastedTable(text: string): OpenTable {
  const delimiter = findDelimiter(text.slice(0, SAMPLE_CHARACTERS));
  return {
    format: 'clipboard',
    encoding: 'utf-16le',
    sheets: [{ name: '', rows: () => csvRows([text], delimiter) }],
    close: async () => {},
  };
}
