import type { PrinterView } from '../../../shared/contracts/printing.ts';
import { type PrinterKinds, placeOfUri } from '../../../shared/domain/printing/printerAddress.ts';
import type { PickOrder, ReceiptKind } from '../../../shared/domain/printing/printJob.ts';
import { ask } from '../../bridge/core.ts';
import type { PrintFilter } from '../../bridge/questions.ts';
import { readRange, windowList } from '../../bridge/windowRows.ts';

/** Whose papers: orders that still lack a label, or those of the labels in the table. */
export const paperScopes = ['unprinted', 'listed'] as const;
type PaperScope = (typeof paperScopes)[number];

/** Rows of one window, and orders one request may name. */
const windowRows = 500;
const maxOrders = 10_000;

/** The orders of the labels the table shows, each once, in the order of their serials on paper. */
async function readListed(filter: PrintFilter, signal: AbortSignal): Promise<readonly string[]> {
  const list = windowList(ask.print.window, filter);
  const ids = new Set<string>();
  for (let offset = 0; ids.size < maxOrders; offset += windowRows) {
    const { rows, total } = await list.read({ offset, limit: windowRows }, signal);
    for (const { orderId } of rows) ids.add(orderId);
    if (rows.length === 0 || offset + rows.length >= total) break;
  }
  return [...ids].slice(0, maxOrders).reverse();
}

export function readPaperOrders(
  scope: PaperScope,
  filter: PrintFilter,
  signal: AbortSignal,
): Promise<readonly string[]> {
  return scope === 'unprinted' ? readUnprinted(signal) : readListed(filter, signal);
}

/** What a person chose for papers of the receipt printer. */
export interface PaperChoice {
  readonly kind: ReceiptKind;
  readonly scope: PaperScope;
  readonly pickOrder: PickOrder;
  /** 32 on 58 mm paper, 48 on 80 mm paper. */
  readonly columns: 32 | 48;
  readonly printerUri: string | null;
}

/** A picking list is for what is still to be packed; the others go with labels that are out. */
export function usualScope(kind: ReceiptKind): PaperScope {
  return kind === 'pick-list' ? 'unprinted' : 'listed';
}

/** Receipts come out of a receipt printer: one that speaks its language, when there is one. */
export function receiptPrinter(
  printers: readonly Pick<PrinterView, 'uri'>[],
  { languages, ways }: PrinterKinds,
): string | null {
  const speaks = printers.find(({ uri }) => {
    const language = placeOfUri(uri, ways).options.get('lang');
    return languages.some(({ id, printsReceipts }) => printsReceipts && id === language);
  });
  return (speaks ?? printers[0])?.uri ?? null;
}

/** Ids of the orders that have a number and no label yet, in the order of the table. */
export async function readUnprinted(signal?: AbortSignal): Promise<readonly string[]> {
  const rows = await readRange(
    windowList(ask.orders.window, { filter: { state: 'unprinted' as const } }),
    0,
    maxOrders - 1,
    signal,
  );
  return rows.map(({ id }) => id);
}
