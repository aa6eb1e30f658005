import { basename, extname, join } from 'node:path';
import { carrierName } from '../../../shared/domain/carriers/carrierTable.ts';
import { alarmCode, type OrderComplaint } from '../../../shared/domain/order.ts';
import { isPrinted } from '../../../shared/domain/printing/printJob.ts';
import { done, type Outcome } from '../../../shared/errors/outcome.ts';
import { type Language, sentencesOf } from '../../../shared/text/describeError.ts';
import { wordFor } from '../../../shared/text/words.ts';
import type { ImportedRow } from '../../imports/kit/orderDraft.ts';
import { eachOf } from '../../imports/kit/tableFormat.ts';
import type { OpenOptions } from '../../imports/openOrderFile.ts';
import { readOrderFile } from '../../imports/readOrderFile.ts';
import type { RecognitionOptions } from '../../imports/recognition/recogniseTable.ts';
import { type ResultRow, writeResultFile } from '../../imports/writers/resultFiles.ts';
import type { Order } from '../../store/schema.ts';
import { createDraftGrouper } from '../intake/groupDrafts.ts';
import { recordFile } from '../operators/outsideActs.ts';
import { isOpenQuestion } from '../orders/counts.ts';
import { complaintsOf } from '../orders/order.ts';
import { resultsFolder, type Workspace } from '../workspace/workspace.ts';

export interface ShipResultRequest {
  readonly path: string;
  readonly options: RecognitionOptions & OpenOptions;
  readonly orders: readonly Order[];
  /** Combined or split order → the orders it travels in. */
  readonly journeys: ReadonlyMap<string, readonly string[]>;
  /** Given back unsent because the account has stopped: not rejected, it waits. */
  readonly waitsForAccount: (orderId: string) => boolean;
  readonly language: Language;
}

/** States of a row that no list has. */
const ownWords = {
  printed: ['已打印', 'Printed'],
  rejected: ['未导入', 'Not imported'],
} as const satisfies Readonly<Record<string, readonly [zh: string, en: string]>>;

type RowState =
  | keyof typeof ownWords
  | 'unsure'
  | 'needs-review'
  | 'held'
  | 'cancelled'
  | 'failed'
  | 'booked'
  | 'ready';

/** States of an order, the one that wants a person first. */
const urgency: readonly RowState[] = [
  'unsure',
  'needs-review',
  'held',
  'failed',
  'ready',
  'booked',
  'printed',
  'cancelled',
];

/** The words of the lists: who filters the sheet and who filters the window look for the same. */
const stateWord = (state: RowState, language: Language): string =>
  state === 'printed' || state === 'rejected'
    ? ownWords[state][language === 'en' ? 1 : 0]
    : wordFor(language, 'order', state);

/**
 * Writes the input rows with their results: carrier, waybill number, state and reason. The person's own file is read again and never
 * changed; the result is written into the workspace.
 */
export async function writeShipResult(
  workspace: Workspace,
  request: ShipResultRequest,
): Promise<Outcome<string>> {
  const file = await readOrderFile(request.path, request.options);
  if (!file.ok) return file;
  const name = `${basename(request.path, extname(request.path))}-${workspace.nextId()}.xlsx`;
  const fates = await readFates(eachOf(file.value.rows()), request);
  const header = file.value.header;
  async function* rows(): AsyncGenerator<ResultRow, void, void> {
    if (!file.ok) return;
    for await (const row of file.value.rawRows()) {
      const fate = fates.get(row.rowNumber);
      if (fate !== undefined) yield { cells: row.cells.map((cell) => cell.text), ...fate };
    }
  }
  try {
    const written = await recordFile(workspace, { kind: 'file-written', what: 'result' }, () =>
      writeResultFile({
        path: join(resultsFolder(workspace), name),
        header,
        rows: rows(),
        language: request.language,
      }),
    );
    return written.ok ? done(written.value.path) : written;
  } finally {
    await file.value.close();
  }
}

type Fate = Omit<ResultRow, 'cells'>;

async function readFates(
  rows: AsyncIterable<ImportedRow>,
  { orders, journeys, waitsForAccount, language }: ShipResultRequest,
): Promise<Map<number, Fate>> {
  const byKey = new Map(orders.map((order) => [order.orderKey, order]));
  const byId = new Map(orders.map((order) => [order.id, order]));
  const travelling = (order: Order): readonly Order[] => {
    if (order.state !== 'merged' && order.state !== 'split') return [order];
    return (journeys.get(order.id) ?? []).flatMap((id) => byId.get(id) ?? []);
  };
  const groupOf = createDraftGrouper();
  const fates = new Map<number, Fate>();
  const notImported = (rowNumber: number, complaint: OrderComplaint | undefined) => {
    const reason = complaint === undefined ? '' : sentencesOf(complaint.code, complaint.params, language);
    fates.set(rowNumber, { carrier: '', waybillNo: '', state: stateWord('rejected', language), reason });
  };
  for await (const row of rows) {
    if (row.kind === 'rejected') notImported(row.rejected.rowNumber, row.rejected.complaint);
    else if (row.draft.verdict === 'skip') notImported(row.draft.rowNumber, row.draft.complaints[0]);
    else {
      const order = byKey.get(groupOf(row.draft).key);
      if (order !== undefined)
        fates.set(row.draft.rowNumber, fateOfAll(travelling(order), waitsForAccount, language));
    }
  }
  return fates;
}

/** Of an order in several parcels every number stands in its row, with the state of the one that wants most. */
function fateOfAll(
  orders: readonly Order[],
  waitsForAccount: ShipResultRequest['waitsForAccount'],
  language: Language,
): Fate {
  const stateOf = (order: Order) => stateKey(order, waitsForAccount(order.id));
  const worst = urgency.find((key) => orders.some((order) => stateOf(order) === key)) ?? 'ready';
  const fates = orders.map((order) => fateOf(order, stateWord(stateOf(order), language), language));
  const each = (cell: 'carrier' | 'waybillNo') =>
    [...new Set(fates.map((fate) => fate[cell]).filter((text) => text !== ''))].join(',');
  return {
    carrier: each('carrier'),
    waybillNo: each('waybillNo'),
    state: stateWord(worst, language),
    reason: fates.find(({ reason }) => reason !== '')?.reason ?? '',
  };
}

function fateOf(order: Order, state: string, language: Language): Fate {
  const [complaint] = complaintsOf(order);
  const code = whyOf(order, complaint);
  const reason =
    code === undefined || code === ''
      ? ''
      : sentencesOf(code, { orderNo: order.orderNo, ...complaint?.params }, language);
  // A number that was given back must never reach a shop's page from here.
  const waybillNo = order.shipmentState === 'voided' ? '' : order.waybillNo;
  const carrier = waybillNo === '' ? '' : carrierName(order.bookedCarrier, language);
  return { carrier, waybillNo, state, reason };
}

/** What a newer file said of a booked order comes first: its label must not be used. */
function whyOf(order: Order, complaint: OrderComplaint | undefined): string | undefined {
  if (order.state === 'needs-review') return complaint?.code;
  return order.alarm === '' ? order.errorCode : alarmCode(order.alarm, order.state);
}

function stateKey(order: Order, isUnsent: boolean): RowState {
  if (isOpenQuestion(order.shipmentState) || order.printState === 'unsure') return 'unsure';
  const { state } = order;
  if (state === 'needs-review' || state === 'held' || state === 'cancelled') return state;
  if (order.shipmentState === 'refused') return isUnsent ? 'ready' : 'failed';
  if (order.shipmentState === 'booked') return isPrinted(order.printState) ? 'printed' : 'booked';
  return 'ready';
}
