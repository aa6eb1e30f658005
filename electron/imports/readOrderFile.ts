import { done, failure, type Outcome } from '../../shared/errors/outcome.ts';
import type { FileRecognition, GoodsByOrder, ImportedRow } from './kit/orderDraft.ts';
import type { OpenTable, ShareListener, TableRow, TableSheet } from './kit/tableFormat.ts';
import { type OpenOptions, openOrderFile } from './openOrderFile.ts';
import { type RecognitionOptions, recogniseTable } from './recognition/recogniseTable.ts';
import { readFileFacts } from './rows/readFileFacts.ts';
import { readGoods } from './rows/readGoods.ts';
import { readOrderRows } from './rows/readOrderRows.ts';

export interface OrderFile {
  readonly recognition: FileRecognition;
  /** Headers in the order of the file. */
  readonly header: readonly string[];
  /** One result for each order row, as they stream. */
  rows(onShare?: ShareListener): AsyncIterable<ImportedRow>;
  /** Of a report that only lists goods: those of each order. */
  goods(): ReturnType<typeof readGoods>;
  /** The same rows as they stand in the file, for writing results beside them. */
  rawRows(): AsyncIterable<TableRow>;
  close(): Promise<void>;
}

/** `now`: what day it is, for dates that have passed; absent: nothing is said about them. */
export type ReadOptions = RecognitionOptions &
  OpenOptions & {
    readonly now?: number;
    /** Goods of these orders from another file. */
    readonly goods?: GoodsByOrder;
  };

async function* rowsOf(
  table: OpenTable,
  recognition: FileRecognition,
  options: ReadOptions,
  onShare: ShareListener | undefined,
): AsyncGenerator<ImportedRow, void, void> {
  const { goodsSheet } = recognition;
  const listed = goodsSheet === undefined ? null : await readGoods(table, goodsSheet, options);
  yield* readOrderRows(table, recognition, { ...options, ...(listed && { goods: listed.goods }), onShare });
}

/** Opens an order file, recognises it and hands out its rows. The caller closes it. */
export async function readOrderFile(path: string, options: ReadOptions = {}): Promise<Outcome<OrderFile>> {
  const table = await openOrderFile(path, options);
  if (!table.ok) return table;
  const recognition = await recogniseOrAsk(table.value, options);
  if (!recognition.ok) {
    await table.value.close();
    return recognition;
  }
  return done({
    recognition: withNotes(recognition.value),
    header: recognition.value.mapping.map((column) => column.header),
    rows: (onShare) => rowsOf(table.value, recognition.value, options, onShare),
    goods: () => readGoods(table.value, recognition.value, options),
    rawRows: () => sheetOf(table.value, recognition.value).rows(),
    close: () => table.value.close(),
  });
}

function withNotes(recognition: FileRecognition): FileRecognition {
  const { notes } = readFileFacts(recognition);
  return notes.length === 0 ? recognition : { ...recognition, notes };
}

/** An open question of encoding stops an import, and is part of the answer where a person is asked about the mapping. */
async function recogniseOrAsk(
  table: OpenTable,
  options: RecognitionOptions,
): Promise<Outcome<FileRecognition>> {
  const { encodingQuestion } = table;
  if (encodingQuestion === undefined) return recogniseTable(table, options);
  if (options.allowIncomplete !== true) return failure('IMPORT_ENCODING_UNKNOWN');
  const recognition = await recogniseTable(table, options);
  // In the wrong encoding a table may look broken; the question must be seen all the same.
  return done({ ...(recognition.ok ? recognition.value : nothingRecognised(table)), encodingQuestion });
}

function nothingRecognised({ format, encoding, sheets }: OpenTable): FileRecognition {
  return {
    format,
    encoding,
    sheet: sheets[0]?.name ?? '',
    headerRowNumber: 0,
    profile: 'generic',
    mapping: [],
  };
}

function sheetOf(table: OpenTable, recognition: FileRecognition): TableSheet {
  const sheet = table.sheets.find(({ name }) => name === recognition.sheet);
  if (sheet === undefined) throw new Error('the recognised sheet is gone');
  return sheet;
}
