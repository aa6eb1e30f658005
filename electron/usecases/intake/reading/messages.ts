import type { ReceiverColumns } from '../../../../shared/domain/receiverColumns.ts';
import type { Failure } from '../../../../shared/errors/outcome.ts';
import type { FileRecognition, OrderDraft } from '../../../imports/kit/orderDraft.ts';
import type { ReadOptions } from '../../../imports/readOrderFile.ts';
import type { ReceiverReading, UnderstoodRow } from './orderSource.ts';

/** What the reading thread is started with. */
export interface ReaderTask {
  readonly path: string;
  readonly options: ReadOptions;
  /** Where the division data in use lies: the thread reads it for itself. */
  readonly divisionFolder: string;
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
 * Rows on their way from the reading thread: one JSON text, in which a row as nearly all are stands as its bare values. Written
 * with their names they are two and a half times as long and take twice the time on either side.
 */
export function packRows(rows: readonly UnderstoodRow[]): string {
  return JSON.stringify(rows.map((row) => (isPlain(row) ? pack(row) : row)));
}

export function unpackRows(text: string): UnderstoodRow[] {
  const rows = JSON.parse(text) as (PackedRow | UnderstoodRow)[];
  return rows.map((row) => (isPacked(row) ? unpack(row) : row));
}

interface PlainRow {
  readonly kind: 'draft';
  readonly draft: Required<Omit<OrderDraft, 'isContinuation' | 'notes'>>;
  readonly understanding: NonNullable<Extract<UnderstoodRow, { kind: 'draft' }>['understanding']>;
}

/** 0: what was read is what its column says, as in most rows. */
type Read = string | 0;

type PackedRow = readonly [
  order: readonly [rowNumber: number, orderNo: string, shop: string],
  receiver: readonly [
    name: string,
    phone: string,
    tel: string,
    extension: string,
    province: string,
    city: string,
    district: string,
    town: string,
    region: string,
    address: string,
    oneLine: string,
    postcode: string,
  ],
  items: OrderDraft['items'],
  amounts: readonly [weightGrams: number | null, parcels: number, codFen: number, insuredFen: number],
  texts: readonly [buyerRemark: string, sellerRemark: string, carrier: string, waybillNo: string],
  verdict: OrderDraft['verdict'],
  complaints: OrderDraft['complaints'],
  rowHash: string,
  reading: readonly [
    name: Read,
    phone: Read,
    extension: Read,
    province: Read,
    city: Read,
    district: Read,
    town: Read,
    detail: Read,
    status: ReceiverReading['status'],
    issues: ReceiverReading['issues'],
    overall: number,
  ],
];

/** Rows with more to say go along as they are. */
function isPlain(row: UnderstoodRow): row is PlainRow {
  return (
    row.kind === 'draft' &&
    row.understanding !== null &&
    row.draft.isContinuation === undefined &&
    row.draft.notes === undefined
  );
}

function isPacked(row: PackedRow | UnderstoodRow): row is PackedRow {
  return Array.isArray(row);
}

function pack({ draft, understanding }: PlainRow): PackedRow {
  const { receiver: own } = draft;
  return [
    [draft.rowNumber, draft.orderNo, draft.shop],
    [
      own.name,
      own.phone,
      own.tel,
      own.extension,
      own.province,
      own.city,
      own.district,
      own.town,
      own.region,
      own.address,
      own.oneLine,
      own.postcode,
    ],
    draft.items,
    [draft.weightGrams, draft.parcelCount, draft.codAmountFen, draft.insuredValueFen],
    [draft.buyerRemark, draft.sellerRemark, draft.carrier, draft.waybillNo],
    draft.verdict,
    draft.complaints,
    understanding.rowHash,
    packReading(understanding.reading, own),
  ];
}

function packReading(read: ReceiverReading, own: ReceiverColumns): PackedRow[8] {
  return [
    read.name === own.name ? 0 : read.name,
    read.phone === own.phone ? 0 : read.phone,
    read.extension === own.extension ? 0 : read.extension,
    read.province === own.province ? 0 : read.province,
    read.city === own.city ? 0 : read.city,
    read.district === own.district ? 0 : read.district,
    read.town === own.town ? 0 : read.town,
    read.detail === own.address ? 0 : read.detail,
    read.status,
    read.issues,
    read.confidence.overall,
  ];
}

function unpack(packed: PackedRow): PlainRow {
  const [order, columns, items, amounts, texts, verdict, complaints, rowHash, reading] = packed;
  const receiver = unpackReceiver(columns);
  return {
    kind: 'draft',
    draft: {
      rowNumber: order[0],
      orderNo: order[1],
      shop: order[2],
      receiver,
      items,
      weightGrams: amounts[0],
      parcelCount: amounts[1],
      codAmountFen: amounts[2],
      insuredValueFen: amounts[3],
      buyerRemark: texts[0],
      sellerRemark: texts[1],
      carrier: texts[2],
      waybillNo: texts[3],
      verdict,
      complaints,
    },
    understanding: { rowHash, reading: unpackReading(reading, receiver) },
  };
}

function unpackReceiver(columns: PackedRow[1]): ReceiverColumns {
  return {
    name: columns[0],
    phone: columns[1],
    tel: columns[2],
    extension: columns[3],
    province: columns[4],
    city: columns[5],
    district: columns[6],
    town: columns[7],
    region: columns[8],
    address: columns[9],
    oneLine: columns[10],
    postcode: columns[11],
  };
}

function unpackReading(packed: PackedRow[8], own: ReceiverColumns): ReceiverReading {
  const orOwn = (read: Read, column: string): string => (read === 0 ? column : read);
  return {
    name: orOwn(packed[0], own.name),
    phone: orOwn(packed[1], own.phone),
    extension: orOwn(packed[2], own.extension),
    province: orOwn(packed[3], own.province),
    city: orOwn(packed[4], own.city),
    district: orOwn(packed[5], own.district),
    town: orOwn(packed[6], own.town),
    detail: orOwn(packed[7], own.address),
    status: packed[8],
    issues: packed[9],
    confidence: { overall: packed[10] },
  };
}
