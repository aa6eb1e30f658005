import { done, type Outcome } from '../../shared/errors/outcome.ts';
import type { FileRecognition, ImportedRow } from './kit/orderDraft.ts';
import type { ShareListener } from './kit/reportShare.ts';
import type { OpenTable, TableRow, TableSheet } from './kit/tableFormat.ts';
import { type OpenOptions, openOrderFile } from './openOrderFile.ts';
import { type RecognitionOptions, recogniseTable } from './recognition/recogniseTable.ts';
import { readOrderRows } from './rows/readOrderRows.ts';

export interface OrderFile {
  readonly recognition: FileRecognition;
  /** Headers in the order of the file. */
  readonly header: readonly string[];
  /** One result for each order row, as they stream. */
  rows(onShare?: ShareListener): AsyncIterable<ImportedRow>;
  /** The same rows as they stand in the file, for writing results beside them. */
  rawRows(): AsyncIterable<TableRow>;
  close(): Promise<void>;
}

/** Opens an order file, recognises it and hands out its rows. The caller closes it. */
export async function readOrderFile(
  path: string,
  options: RecognitionOptions & OpenOptions = {},
): Promise<Outcome<OrderFile>> {
  const table = await openOrderFile(path, options);
  if (!table.ok) return table;
  const recognition = await recogniseTable(table.value, options);
  if (!recognition.ok) {
    await table.value.close();
    return recognition;
  }
  return done({
    recognition: recognition.value,
    header: recognition.value.mapping.map((column) => column.header),
    rows: (onShare) => readOrderRows(table.value, recognition.value, onShare, options.own),
    rawRows: () => sheetOf(table.value, recognition.value).rows(),
    close: () => table.value.close(),
  });
}

function sheetOf(table: OpenTable, recognition: FileRecognition): TableSheet {
  const sheet = table.sheets.find(({ name }) => name === recognition.sheet);
  if (sheet === undefined) throw new Error('the recognised sheet is gone');
  return sheet;
}
