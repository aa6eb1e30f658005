import { type PrintFilter, printQueries } from '../../bridge/queries/printQueries.ts';
import { readUnprinted } from './readUnprinted.ts';

/** Whose papers: orders that still lack a label, or those of the labels in the table. */
export const paperScopes = ['unprinted', 'listed'] as const;
export type PaperScope = (typeof paperScopes)[number];

/** Rows of one window, and orders one request may name. */
const windowRows = 500;
const maxOrders = 10_000;

/** The orders of the labels the table shows, each once, in the order of their serials on paper. */
async function readListed(filter: PrintFilter, signal: AbortSignal): Promise<readonly string[]> {
  const list = printQueries.list(filter);
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
