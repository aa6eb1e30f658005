import { done, failure, type Outcome } from '../../shared/errors/outcome.ts';
import type { FileRecognition, GoodsByOrder, ImportedRow } from './kit/orderDraft.ts';
import {
  eachOf,
  type OpenTable,
  type ShareListener,
  type TableRow,
  type TableSheet,
} from './kit/tableFormat.ts';
import { type OpenOptions, openOrderFile } from './openOrderFile.ts';
import { type RecognitionOptions, recogniseTable } from './recognition/recogniseTable.ts';
import { readFileFacts } from './rows/readFileFacts.ts';
import { readGoods } from './rows/readGoods.ts';
import { readOrderRows } from './rows/readOrderRows.ts';

export interface OrderFile {
  readonly recognition: FileRecognition;
  /** Headers in the order of the file. */
  readonly header: readonly string[];
  /** One result for each order row, as many at a time as stream in. */
  rows(onShare?: ShareListener): AsyncIterable<readonly ImportedRow[]>;
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
): AsyncGenerator<readonly ImportedRow[], void, void> {
  const { goodsSheet } = recognition;
  const listed = goodsSheet === undefined ? null : await readGoods(table, goodsSheet, options);
  yield* readOrderRows(table, recognition, { ...options, ...(listed && { goods: listed.goods }), onShare });
}

/** Opens an order file, recognises it and hands out its rows. The caller closes it. */
export async function readOrderFile(path: string, options: ReadOptions = {}): Promise<Outcome<OrderFile>> {
  const table = await openUnderstood(path, options);
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
    rawRows: () => eachOf(sheetOf(table.value, recognition.value).rows()),
    close: () => table.value.close(),
  });
}

/**
 * Where the bytes alone leave the encoding open, the header may settle it: columns that are understood under one encoding,
 * and under no other, were written in that one. A header in plain ASCII says nothing, and a person is asked.
 */
async function openUnderstood(path: string, options: ReadOptions): Promise<Outcome<OpenTable>> {
  const table = await openOrderFile(path, options);
  const choices = table.ok ? table.value.encodingQuestion?.choices : undefined;
  if (!table.ok || choices === undefined) return table;
  const understood: OpenTable[] = [];
  for (const { encoding, damagedCharacters } of choices) {
    const read = damagedCharacters === 0 ? await openOrderFile(path, { ...options, encoding }) : null;
    if (read?.ok !== true) continue;
    const recognised = await recogniseTable(read.value, { ...options, allowIncomplete: false });
    if (recognised.ok && isHeaderKnown(recognised.value)) understood.push(read.value);
    else await read.value.close();
  }
  const [only, ...others] = understood;
  const isSettled = only !== undefined && others.length === 0;
  for (const open of isSettled ? [table.value] : understood) await open.close();
  return done(isSettled ? only : table.value);
}

/** Column names that are words we know; what a column holds, a phone number say, looks the same in every encoding. */
function isHeaderKnown({ mapping }: FileRecognition): boolean {
  return mapping.some(
    ({ header, field, rule }) => field !== null && rule !== 'content' && /[^\0-\x7f]/.test(header),
  );
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
