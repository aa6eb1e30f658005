import type { FileHandle } from 'node:fs/promises';
import { type Failure, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { EncodingQuestion } from './encodingQuestion.ts';

/**
 * Bytes of a file that are decoded at a time. A text of more than 128 kB (64k characters) is a large object to the engine:
 * collecting those took a quarter of the processor time of reading.
 */
export const chunkBytes = 48 * 1024;

/**
 * One cell as the person wrote it: text, never a float. `isDamaged`: digits were already lost in the file. `isStruck`: all of it, or a
 * part, is crossed out.
 */
export interface TableCell {
  readonly text: string;
  readonly isDamaged?: boolean;
  readonly isStruck?: boolean;
}

export const emptyCell: TableCell = { text: '' };

/** One row of a sheet. `rowNumber` is the one a spreadsheet program shows (1-based, gaps kept). */
export interface TableRow {
  readonly rowNumber: number;
  readonly cells: readonly TableCell[];
  readonly isHidden?: boolean;
  /** What people wrote on its cells. */
  readonly comment?: string;
}

export interface TableSheet {
  readonly name: string;
  /** The part of the file that holds it, where a file is made of parts. */
  readonly part?: string;
  /** Its tab is not shown. */
  readonly isHidden?: boolean;
  /**
   * Streams, as many rows at a time as the file's bytes arrive in: never the whole sheet in memory, and no wait for each row. Throws
   * `TableFault` for what is wrong inside the file.
   */
  rows(onShare?: ShareListener): AsyncIterable<readonly TableRow[]>;
}

type Batches<T> = AsyncIterable<readonly T[]> | Iterable<readonly T[]>;

/** One by one what comes some at a time. */
export async function* eachOf<T>(batches: Batches<T>): AsyncGenerator<T, void, void> {
  for await (const batch of batches) for (const one of batch) yield one;
}

const rowsAtOnce = 250;

/** Rows that lie in memory already, handed out as those of a stream are. */
export async function* someAtATime(
  rows: Iterable<TableRow>,
): AsyncGenerator<readonly TableRow[], void, void> {
  let some: TableRow[] = [];
  for (const row of rows) {
    some.push(row);
    if (some.length < rowsAtOnce) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}

export interface OpenTable {
  readonly format: string;
  /** Character encoding of text formats, `utf-8` for xlsx. */
  readonly encoding: string;
  /** Text formats only: `encoding` is a guess that a person must confirm before anything is stored. */
  readonly encodingQuestion?: EncodingQuestion;
  readonly sheets: readonly TableSheet[];
  close(): Promise<void>;
}

/** The bytes of one file, read once by handle or held in memory. */
export interface TableSource {
  readonly path: string;
  readonly sizeBytes: number;
  /** First 4 KiB, for sniffing. */
  readonly head: Uint8Array;
  /** The one open handle: a format reads through it and never opens the path again. Closed by `openOrderFile`. */
  readonly handle: FileHandle;
  /** What was unwrapped from the file (a member of a zip, a decrypted workbook): read instead of the handle. */
  readonly memory?: Buffer;
  /** Character encoding the operator chose for a text file, absent when it is to be found out. */
  readonly encoding?: string;
}

/**
 * One file format. A folder under `imports/formats/`, one line in `imports/index.ts`, judged by
 * `test/conformance/tableFormat`. The kind is decided by content (`sniff`), never by the name.
 */
export interface TableFormat {
  readonly id: string;
  sniff(source: TableSource): boolean;
  open(source: TableSource): Promise<Outcome<OpenTable>>;
}

/** Thrown while rows stream, because a stream has no other way to end early. Turned back into a value by `catchTableFault`. */
export class TableFault extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.code);
    this.failure = failure;
  }
}

export const corrupt = (reason: string) => new TableFault(failure('IMPORT_FILE_CORRUPT', { reason }));
export const suspicious = (reason: string) =>
  new TableFault(failure('IMPORT_ARCHIVE_SUSPICIOUS', { reason }));
export const truncated = () => new TableFault(failure('IMPORT_FILE_TRUNCATED'));

/** Turns a `TableFault` thrown while rows stream back into a failure value; other exceptions are bugs and pass. */
export async function catchTableFault<T>(work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof TableFault) return error.failure;
    throw error;
  }
}

/** Bounds of every import, checked while reading. Above each known platform export (100,000 rows, 90 columns). */
export const tableLimits = {
  fileBytes: 200 * 1024 * 1024,
  /** What all parts of a zip may unpack to, by its directory and by count. */
  expandedBytes: 1024 * 1024 * 1024,
  /** Unpacked : packed, counted above 16 MiB only: a short repetitive sheet packs better than this. */
  expansionRatio: 100,
  archiveEntries: 2000,
  rows: 1_000_000,
  columns: 256,
  /** What Excel itself allows. */
  cellCharacters: 32_767,
} as const;

export const tooManyRows = () => new TableFault(failure('IMPORT_TOO_MANY_ROWS', { limit: tableLimits.rows }));
export const tooManyColumns = (row: number) =>
  new TableFault(failure('IMPORT_TOO_MANY_COLUMNS', { row, limit: tableLimits.columns }));
export const cellTooLong = (row: number) =>
  new TableFault(failure('IMPORT_CELL_TOO_LONG', { row, limit: tableLimits.cellCharacters }));
export const quoteUnpaired = (row: number) => new TableFault(failure('IMPORT_QUOTE_UNPAIRED', { row }));

const megabyte = 1024 * 1024;
export const fileTooLarge = (sizeBytes: number, limitBytes: number) =>
  failure('IMPORT_FILE_TOO_LARGE', {
    sizeMb: Math.ceil(sizeBytes / megabyte),
    limitMb: Math.floor(limitBytes / megabyte),
  });

/** Told how far a stream is, 0..1, after each chunk. Formats that hold the whole file in memory never call it. */
export type ShareListener = (share: number) => void;

/** Passes chunks on and reports how much of `totalBytes` has been handed out. */
export async function* reportShare(
  chunks: AsyncIterable<Uint8Array>,
  totalBytes: number,
  onShare: ShareListener | undefined,
): AsyncGenerator<Uint8Array, void, void> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    yield chunk;
    onShare?.(Math.min(1, bytes / totalBytes));
  }
}
