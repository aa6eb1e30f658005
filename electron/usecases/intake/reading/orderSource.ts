import type { AddressReading } from '../../../../shared/domain/addressReading.ts';
import { done, type Outcome } from '../../../../shared/errors/outcome.ts';
import type { Divisions } from '../../../addresses/divisions/loadDivisions.ts';
import { readReceiver } from '../../../addresses/readReceiver.ts';
import type {
  FileRecognition,
  ImportedRow,
  OrderDraft,
  RejectedRow,
} from '../../../imports/kit/orderDraft.ts';
import type { ShareListener } from '../../../imports/kit/tableFormat.ts';
import { type GivenOrder, readGivenOrders } from '../../../imports/readGivenOrders.ts';
import { type ReadOptions, readOrderFile } from '../../../imports/readOrderFile.ts';
import { rowHash } from '../groupDrafts.ts';

/** The part of a receiver's reading that an order row stores; positions and alternatives are read again when shown. */
export type ReceiverReading = Pick<
  AddressReading,
  'name' | 'phone' | 'extension' | 'province' | 'city' | 'district' | 'town' | 'detail' | 'status' | 'issues'
> & { readonly confidence: Pick<AddressReading['confidence'], 'overall'> };

/** The expensive part of reading a row: it does not need the order book, so another thread can do it. */
export interface Understanding {
  readonly rowHash: string;
  readonly reading: ReceiverReading;
}

export type UnderstoodRow =
  | { readonly kind: 'rejected'; readonly rejected: RejectedRow }
  | {
      readonly kind: 'draft';
      readonly draft: OrderDraft;
      /** null: the row does not ship, so its receiver is not read. */
      readonly understanding: Understanding | null;
    };

/** An order file being read: its rows come in file order, understood, about a hundred at a time. */
export interface OrderSource {
  readonly recognition: FileRecognition;
  /** May throw `TableFault`. */
  batches(onShare: ShareListener): AsyncIterable<readonly UnderstoodRow[]>;
  /** Stops reading at once. */
  close(): Promise<void>;
}

/**
 * Opens a file for an import. The workspace provides this: reading in the same thread, or ahead in another. A reading thread ends with
 * `signal`; in the same thread the consumer checks it between two batches.
 */
export type OpenOrderSource = (
  path: string,
  options: ReadOptions,
  divisions: Divisions,
  signal?: AbortSignal,
) => Promise<Outcome<OrderSource>>;

/** Small enough that a cancel takes effect at once and that their packed text is no large object (`chunkBytes`). */
const batchRows = 100;

/** Reads in this thread. */
export const openOrderSource: OpenOrderSource = async (path, options, divisions) => {
  const opened = await readOrderFile(path, options);
  if (!opened.ok) return opened;
  const { recognition, rows, close } = opened.value;
  return done({
    recognition,
    batches: (onShare) => understandRows(rows(onShare), divisions),
    close,
  });
};

/** Orders that a program hands over, read in this thread: a call has few of them. */
export function givenOrderSource(
  orders: readonly GivenOrder[],
  now: number,
  divisions: Divisions,
): OrderSource {
  const { recognition, rows } = readGivenOrders(orders, now);
  return { recognition, batches: () => understandRows([rows], divisions), close: async () => {} };
}

async function* understandRows(
  read: AsyncIterable<readonly ImportedRow[]> | Iterable<readonly ImportedRow[]>,
  divisions: Divisions,
): AsyncGenerator<readonly UnderstoodRow[], void, void> {
  let batch: UnderstoodRow[] = [];
  for await (const rows of read) {
    for (const row of rows) {
      batch.push(row.kind === 'rejected' ? row : understandDraft(row.draft, divisions));
      if (batch.length < batchRows) continue;
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

function understandDraft(draft: OrderDraft, divisions: Divisions): UnderstoodRow {
  if (draft.verdict === 'skip') return { kind: 'draft', draft, understanding: null };
  const reading = keptOf(readReceiver(draft.receiver, divisions));
  return { kind: 'draft', draft, understanding: { rowHash: rowHash(draft), reading } };
}

/** Messages between threads are copied field by field: only needed fields are sent. */
function keptOf(reading: AddressReading): ReceiverReading {
  const { name, phone, extension, province, city, district, town, detail, status, issues } = reading;
  const confidence = { overall: reading.confidence.overall };
  return { name, phone, extension, province, city, district, town, detail, status, issues, confidence };
}
