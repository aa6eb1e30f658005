import { emptyParty, type Party } from '../../../../shared/domain/party.ts';
import { emptyReceiverColumns, type ReceiverColumns } from '../../../../shared/domain/receiverColumns.ts';
import type { Failure } from '../../../../shared/errors/outcome.ts';
import { giveBack } from '../../../imports/kit/giveBack.ts';
import { blankDraft, type FileRecognition, type OrderDraft } from '../../../imports/kit/orderDraft.ts';
import type { ReadOptions } from '../../../imports/readOrderFile.ts';
import type { ReceiverReading, Understanding, UnderstoodRow } from './orderSource.ts';

/** What the reading thread gets at its start. */
export interface ReaderTask {
  readonly path: string;
  readonly options: ReadOptions;
  /** Path of the division data in use: the thread loads it itself. */
  readonly divisionFolder: string;
  /** What the thread may hold outside its heap, which its limits do not count. */
  readonly buffersMb: number;
  /** Everything else runs first. */
  readonly isBehind: boolean;
}

export type ReaderMessage =
  | { readonly kind: 'opened'; readonly recognition: FileRecognition }
  /** `rows` as `packRows` writes them: cloning the same records field by field takes three times as long on either side. */
  | { readonly kind: 'rows'; readonly rows: PackedBytes; readonly share: number | null }
  /** Nothing new, but still at work: a thread silent for seconds is ended. */
  | { readonly kind: 'alive' }
  | { readonly kind: 'end'; readonly share: number | null }
  /** The file is bad, found when opening it or later. */
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Transferred between the threads, not copied. */
export type PackedBytes = Uint8Array<ArrayBuffer>;

/** The store's answer: this many batches were taken, read on. */
export type ReaderRequest = number;

/** How often a thread without news reports that it is alive. */
export const aliveIntervalMs = 1000;

/**
 * Batches of 100 rows in transit between the threads, 2 MB of text: reading continues while 2,000 orders are stored and has as many ready
 * afterwards, and memory stays flat when storing lags.
 */
export const batchesAhead = 40;

/** Batches taken before the store answers: each answer is a system call on both sides. */
export const batchesPerAnswer = 8;

/**
 * Rows and their file's recognition, as they are kept sealed until a book imports them: with field names, since another version of the
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

/** Records of one kind, column by column: a field with the same value in all of them is stored once. */
interface PackedRecords<T> {
  readonly count: number;
  readonly same: Partial<T>;
  readonly each: { readonly [Name in keyof T]?: readonly T[Name][] };
}

/** Records of one kind have the fields of a blank one, in its order: the engine then treats them all alike. */
function columnsOf<T extends object>(blank: T) {
  const names = Object.keys(blank) as (keyof T)[];
  return {
    pack(records: readonly T[]): PackedRecords<T> {
      const same: Partial<T> = {};
      const each: { [Name in keyof T]?: readonly T[Name][] } = {};
      for (const name of names) {
        const first = records[0]?.[name];
        if (records.every((record) => isSame(record[name], first))) same[name] = first;
        else each[name] = records.map((record) => record[name]);
      }
      return { count: records.length, same, each };
    },
    unpack({ count, same, each }: PackedRecords<T>): T[] {
      const shared = { ...blank, ...same };
      const records: T[] = [];
      for (let at = 0; at < count; at++) records.push({ ...shared });
      for (const name of names) {
        const values = each[name];
        if (values === undefined) continue;
        for (let at = 0; at < count; at++) (records[at] as T)[name] = values[at] as T[keyof T];
      }
      return records;
    },
  };
}

/** Lists are only compared for being empty, as nearly all are. */
function isSame(left: unknown, right: unknown): boolean {
  return left === right || (isEmptyList(left) && isEmptyList(right));
}

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

type PlainDraft = Omit<OrderDraft, 'receiver' | 'isContinuation' | 'notes'>;

/** A reading relative to its columns; null: the same as in its column. */
type BesideColumns = { readonly [Name in keyof Party]: string | null } & {
  readonly status: ReceiverReading['status'];
  readonly issues: ReceiverReading['issues'];
  readonly confidence: number;
};

const drafts = columnsOf<PlainDraft>(blankDraft);
/** With the receiver, which travels beside them. */
const wholeDrafts = columnsOf({ ...blankDraft, receiver: emptyReceiverColumns });
const receivers = columnsOf(emptyReceiverColumns);
const readings = columnsOf<BesideColumns>({ ...emptyParty, status: 'ok', issues: [], confidence: 0 });

interface PackedRows {
  readonly drafts: PackedRecords<PlainDraft>;
  readonly receivers: PackedRecords<ReceiverColumns>;
  readonly readings: PackedRecords<BesideColumns>;
  readonly rowHashes: readonly string[];
  /** Rows with more content, unpacked, each with its index. */
  readonly others: readonly (readonly [at: number, row: UnderstoodRow])[];
}

/**
 * Rows sent by the reading thread: one JSON text of columns. Of a row's forty fields some ten differ from the row before and the file's
 * columns; the rest need not be written and read for each.
 */
export function packRows(rows: readonly UnderstoodRow[]): PackedBytes {
  const plain: PlainRow[] = [];
  const others: [number, UnderstoodRow][] = [];
  for (const [at, row] of rows.entries()) {
    if (isPlain(row)) plain.push(row);
    else others.push([at, row]);
  }
  const packed: PackedRows = {
    drafts: drafts.pack(plain.map(({ draft }) => draft)),
    receivers: receivers.pack(plain.map(({ draft }) => draft.receiver)),
    readings: readings.pack(
      plain.map(({ draft, understanding }) => beside(understanding.reading, draft.receiver)),
    ),
    rowHashes: plain.map(({ understanding }) => understanding.rowHash),
    others,
  };
  return bytesOf(JSON.stringify(packed));
}

/** Queued outside the heap: such texts were a fifth of what an import left to expensive garbage collection. */
function bytesOf(text: string): PackedBytes {
  const bytes = Buffer.allocUnsafeSlow(text.length * 2);
  bytes.write(text, 'utf16le');
  return bytes;
}

/** This also releases the bytes. */
export function unpackRows({ buffer }: PackedBytes): UnderstoodRow[] {
  const packed = JSON.parse(Buffer.from(buffer).toString('utf16le')) as PackedRows;
  giveBack(buffer);
  const columns = receivers.unpack(packed.receivers);
  const read = readings.unpack(packed.readings);
  const { count, same, each } = packed.drafts;
  const rows = wholeDrafts
    .unpack({ count, same, each: { ...each, receiver: columns } })
    .map((draft, at): UnderstoodRow => {
      const reading = wholeReading(read[at] as BesideColumns, draft.receiver);
      return { kind: 'draft', draft, understanding: { rowHash: packed.rowHashes[at] ?? '', reading } };
    });
  for (const [at, row] of packed.others) rows.splice(at, 0, row);
  return rows;
}

type PlainRow = UnderstoodRow & { readonly draft: OrderDraft; readonly understanding: Understanding };

/** True for nearly all rows: the order ships and has no messages. */
function isPlain(row: UnderstoodRow): row is PlainRow {
  if (row.kind !== 'draft' || row.understanding === null) return false;
  return row.draft.isContinuation === undefined && row.draft.notes === undefined;
}

function beside(reading: ReceiverReading, columns: ReceiverColumns): BesideColumns {
  return {
    name: unless(columns.name, reading.name),
    phone: unless(columns.phone, reading.phone),
    extension: unless(columns.extension, reading.extension),
    province: unless(columns.province, reading.province),
    city: unless(columns.city, reading.city),
    district: unless(columns.district, reading.district),
    town: unless(columns.town, reading.town),
    detail: unless(columns.address, reading.detail),
    status: reading.status,
    issues: reading.issues,
    confidence: reading.confidence.overall,
  };
}

const unless = (known: string, text: string): string | null => (text === known ? null : text);

function wholeReading(read: BesideColumns, columns: ReceiverColumns): ReceiverReading {
  return {
    name: read.name ?? columns.name,
    phone: read.phone ?? columns.phone,
    extension: read.extension ?? columns.extension,
    province: read.province ?? columns.province,
    city: read.city ?? columns.city,
    district: read.district ?? columns.district,
    town: read.town ?? columns.town,
    detail: read.detail ?? columns.address,
    status: read.status,
    issues: read.issues,
    confidence: { overall: read.confidence },
  };
}
