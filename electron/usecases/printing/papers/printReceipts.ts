import type { Asked } from '../../../../shared/contracts/contract.ts';
import { stopCode } from '../../../../shared/domain/order.ts';
import type { ReceiptKind } from '../../../../shared/domain/printing/printJob.ts';
import { done, type Failure, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import { groupBy } from '../../../../shared/rules/groupBy.ts';
import { printerLanguage, printerLanguages } from '../../../printers/languages/index.ts';
import { pagePictures } from '../../../printers/pagePictures.ts';
import { receiptPages } from '../../../printers/receipts/composeReceipt.ts';
import { printReceipt } from '../../../printers/receipts/printReceipt.ts';
import { type Receipt, receiptRows } from '../../../printers/receipts/receiptRows.ts';
import { printerWay } from '../../../printers/transports/index.ts';
import type { Order } from '../../../store/schema.ts';
import { recordOutside } from '../../operators/outsideActs.ts';
import { notePickList } from '../../packing/pickLists.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { choosePrinter } from '../printers/choosePrinter.ts';
import { type OpenPrinter, openPrinter } from '../printers/openPrinter.ts';
import { batchSeparator, handoverList, packingSlip, pickingList, withHead } from './receipts.ts';

const receiptLanguages = printerLanguages
  .filter(({ printsReceipts }) => printsReceipts)
  .map(({ id }) => id)
  .join(', ');

export type ReceiptRequest = Asked<'receipts', 'preview'>;

export interface RefusedReceipt {
  readonly orderNo: string;
  readonly code: Failure['code'];
}

interface PrintedReceipts {
  readonly printed: number;
  readonly refused: readonly RefusedReceipt[];
  /** Why the run ended before the last receipt; empty: it did not. */
  readonly stoppedBy: Failure['code'] | '';
  /** Six characters of the record of acts, printed on each of them; empty: nothing was printed. */
  readonly head: string;
}

/** Why an order must not be packed, fetched or handed over; null: it may be. */
function refusal(order: Order | undefined, id: string, kind: ReceiptKind): RefusedReceipt | null {
  if (order === undefined) return { orderNo: id, code: 'ORDER_GONE' };
  const orderNo = order.orderNo;
  // A packing slip is for packing, a picking list for fetching.
  const stopped = stopCode(order);
  if (stopped !== null) return { orderNo, code: stopped };
  if (order.state === 'held') return { orderNo, code: 'ORDER_HELD' };
  if (kind === 'handover' && order.waybillNo === '') return { orderNo, code: 'LABEL_NO_WAYBILL' };
  return null;
}

function receiptsOf(
  orders: readonly Order[],
  request: ReceiptRequest,
  now: number,
  listCode: string,
): Receipt[] {
  const { kind, columns, pickOrder } = request;
  if (orders.length === 0) return [];
  switch (kind) {
    case 'slip':
      return orders.map((order) => packingSlip(order, columns));
    case 'pick-list':
      return [pickingList(orders, pickOrder, now, columns, listCode)];
    case 'separator':
      return [batchSeparator(orders, now, columns)];
    case 'handover':
      return [...groupBy(orders, ({ bookedCarrier }) => bookedCarrier)].map(([carrier, group]) =>
        handoverList(carrier, group, now, columns),
      );
  }
}

/** A picking list that is printed gets a code that the bench knows. */
async function plan(workspace: Workspace, request: ReceiptRequest, purpose: 'preview' | 'print') {
  const orders: Order[] = [];
  const refused: RefusedReceipt[] = [];
  for (const id of request.orderIds) {
    const order = await workspace.store.read.orders.byId(id);
    const problem = refusal(order, id, request.kind);
    if (problem !== null) refused.push(problem);
    else if (order !== undefined) orders.push(order);
  }
  const isKept = purpose === 'print' && request.kind === 'pick-list' && orders.length > 0;
  const listCode = isKept ? await notePickList(workspace, orders) : '';
  return { receipts: receiptsOf(orders, request, workspace.clock.now(), listCode), refused };
}

/** The receipts as lines of text, as they would be printed; a barcode is shown by its content. */
export async function previewReceipts(
  workspace: Workspace,
  request: ReceiptRequest,
): Promise<{
  readonly receipts: readonly (readonly string[])[];
  readonly refused: readonly RefusedReceipt[];
}> {
  const { receipts, refused } = await plan(workspace, request, 'preview');
  const lines = (receipt: Receipt): string[] =>
    receiptRows(receipt, workspace.fonts).map((row) =>
      row.kind === 'text' ? row.text : `|||| ${row.content}`,
    );
  return { receipts: receipts.map(lines), refused };
}

/**
 * Prints receipts. Unlike labels they may be printed any number of times. The first that fails ends the run, since the others have the
 * same printer; nothing printed at all is a failure.
 */
export async function printReceipts(
  workspace: Workspace,
  request: ReceiptRequest,
  namedPrinter: string,
  stopping?: AbortSignal,
): Promise<Outcome<PrintedReceipts>> {
  const papers = async () => ({ ...(await plan(workspace, request, 'print')), stopping });
  return printPapers(workspace, namedPrinter, request.kind, papers);
}

interface Papers {
  readonly receipts: readonly Receipt[];
  readonly refused: readonly RefusedReceipt[];
  /** Stops the printing of further ones. */
  readonly stopping?: AbortSignal | undefined;
}

/** The same for any papers; `kind` is their name in the record of acts. */
export async function printPapers(
  workspace: Workspace,
  namedPrinter: string,
  kind: string,
  papers: () => Promise<Papers>,
): Promise<Outcome<PrintedReceipts>> {
  const printer = await openReceiptPrinter(workspace, namedPrinter);
  if (!printer.ok) return printer;
  const { receipts, refused, stopping } = await papers();
  if (receipts.length === 0) return done({ printed: 0, refused, stoppedBy: '', head: '' });
  return recordOutside(
    workspace,
    { kind: 'receipts-printed', what: `${kind} ${receipts.length}` },
    // Acts recorded while the book is away enter its record later, with other characters.
    (head) => {
      const shown = workspace.isApart === true ? '' : head;
      return printAll(workspace, printer.value, { receipts, refused, stopping, head: shown });
    },
    ({ printed }) => `${kind} ${printed}`,
  );
}

/** A printer for receipts: a label printer would take their bytes for commands; a file only stores them. */
export async function openReceiptPrinter(
  workspace: Workspace,
  namedPrinter: string,
): Promise<Outcome<OpenPrinter>> {
  const chosen = await choosePrinter(workspace, namedPrinter);
  if (!chosen.ok) return chosen;
  const printer = openPrinter(workspace, chosen.value);
  if (!printer.ok) return printer;
  const { transport, language } = printer.value.target;
  return printerLanguage(language)?.printsReceipts === true || printerWay(transport)?.keepsFiles === true
    ? printer
    : failure('RECEIPT_PRINTER_NEEDED', { language, languages: receiptLanguages });
}

/** As text on a receipt printer, as A4 pages where the printer takes pages. */
export function printPaper(workspace: Workspace, printer: OpenPrinter, paper: Receipt) {
  const { fonts } = workspace;
  const jobId = workspace.nextId();
  const sheets = printerLanguage(printer.target.language)?.sheets;
  if (sheets === undefined) return printReceipt(paper, jobId, printer, fonts);
  const pages = receiptPages(paper, fonts);
  return printer.transport.send(printer.target, {
    jobId,
    title: paper.title,
    bytes: sheets.write(pages),
    pages: () => pagePictures(pages),
  });
}

async function printAll(
  workspace: Workspace,
  printer: OpenPrinter,
  { receipts, refused, stopping, head }: Papers & Pick<PrintedReceipts, 'head'>,
): Promise<Outcome<PrintedReceipts>> {
  let printed = 0;
  for (const receipt of receipts) {
    if (stopping?.aborted === true) return done({ printed, refused, stoppedBy: 'PRINT_STOPPED', head });
    const paper = withHead(receipt, head);
    const outcome = await printPaper(workspace, printer, paper);
    if (!outcome.ok && printed === 0) return failure(outcome.code, outcome.params);
    if (!outcome.ok) return done({ printed, refused, stoppedBy: outcome.code, head });
    printed += 1;
  }
  return done({ printed, refused, stoppedBy: '', head });
}
