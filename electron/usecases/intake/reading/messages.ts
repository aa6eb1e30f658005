import { emptyParty } from '../../../../shared/domain/party.ts';
import { emptyReceiverColumns } from '../../../../shared/domain/receiverColumns.ts';
import type { Failure } from '../../../../shared/errors/outcome.ts';
import { blankDraft, type FileRecognition } from '../../../imports/kit/orderDraft.ts';
import type { ReadOptions } from '../../../imports/readOrderFile.ts';
import type { ReceiverReading, UnderstoodRow } from './orderSource.ts';

/** What the reading thread is started with. */
export interface ReaderTask {
  readonly path: string;
  readonly options: ReadOptions;
  /** Where the division data in use lies: the thread reads it for itself. */
  readonly divisionFolder: string;
  /** What the thread may hold outside its heap, which its limits do not count. */
  readonly buffersMb: number;
  /** Everything else that runs comes before it. */
  readonly isBehind: boolean;
}

export type ReaderMessage =
  | { readonly kind: 'opened'; readonly recognition: FileRecognition }
  /** `rows` as `packRows` writes them: cloning the same records field by field takes three times as long on either side. */
  | { readonly kind: 'rows'; readonly rows: string; readonly share: number | null }
  /** Nothing new, but still at work: a thread that says nothing for seconds is ended. */
  | { readonly kind: 'alive' }
  | { readonly kind: 'end'; readonly share: number | null }
  /** The file is bad, at its opening or further down. */
  | { readonly kind: 'failed'; readonly failure: Failure };

/** The store's answer to each batch of rows taken: read on. */
export type ReaderRequest = 'more';

/** How often a thread without news says that it is alive. */
export const aliveIntervalMs = 1000;

/**
 * Batches of 250 rows under way between the threads, 2 MB of text: reading goes on while 2,000 orders are stored and has the
 * next as many ready after it, and memory stays flat when storing lags.
 */
export const batchesAhead = 16;

/**
 * Rows, and what their file was taken for, as they are kept sealed until a book takes them: by their names, since another version of the
 * program may read them.
 */
export const keptRows = {
  write: (rows: readonly UnderstoodRow[]): string => JSON.stringify(rows),
  read: (text: string) => JSON.parse(text) as readonly UnderstoodRow[],
};
export const keptRecognition = {
  write: (recognition: FileRecognition): string => JSON.stringify(recognition),
  read: (text: string) => JSON.parse(text) as FileRecognition,
};

/** Records of one kind as bare values, in the order of the names of a blank one. */
function valuesOf<T extends object>(blank: T) {
  const names = Object.keys(blank) as (keyof T)[];
  return {
    pack: (record: T): unknown[] => names.map((name) => record[name]),
    unpack(values: readonly unknown[]): T {
      const record = { ...blank };
      for (let at = 0; at < names.length; at += 1) record[names[at] as keyof T] = values[at] as T[keyof T];
      return record;
    },
  };
}

const columns = valuesOf(emptyReceiverColumns);
const readings = valuesOf<ReceiverReading>({
  ...emptyParty,
  status: 'ok',
  issues: [],
  confidence: { overall: 0 },
});
const drafts = valuesOf(blankDraft);

type PackedRow = readonly [draft: unknown[], receiver: unknown[], rowHash: string, reading: unknown[]];

/**
 * Rows on their way from the reading thread: one JSON text, in which a row as nearly all are stands as its bare values; one with
 * more to say goes along as it is. Written with their names rows are two and a half times as long and take twice the time on
 * either side.
 */
export function packRows(rows: readonly UnderstoodRow[]): string {
  return JSON.stringify(rows.map((row) => pack(row) ?? row));
}

export function unpackRows(text: string): UnderstoodRow[] {
  const rows = JSON.parse(text) as (PackedRow | UnderstoodRow)[];
  return rows.map((row) => ('kind' in row ? row : unpack(row)));
}

function pack(row: UnderstoodRow): PackedRow | null {
  if (row.kind !== 'draft' || row.understanding === null) return null;
  const { draft, understanding } = row;
  if (draft.isContinuation !== undefined || draft.notes !== undefined) return null;
  const { rowHash, reading } = understanding;
  return [drafts.pack(draft), columns.pack(draft.receiver), rowHash, readings.pack(reading)];
}

function unpack([draft, receiver, rowHash, reading]: PackedRow): UnderstoodRow {
  return {
    kind: 'draft',
    draft: { ...drafts.unpack(draft), receiver: columns.unpack(receiver) },
    understanding: { rowHash, reading: readings.unpack(reading) },
  };
}
