import { orderQueries } from '../../bridge/queries/orderQueries.ts';

/** Orders one window may hold, and labels one batch may. */
const windowRows = 500;
const maxBatch = 10_000;

/** Ids of the orders that have a number and no label yet, in the order of the table. */
export async function readUnprinted(signal: AbortSignal): Promise<readonly string[]> {
  const list = orderQueries.list({ state: 'unprinted' });
  const ids: string[] = [];
  for (let offset = 0; offset < maxBatch; offset += windowRows) {
    const { rows, total } = await list.read({ offset, limit: windowRows }, signal);
    ids.push(...rows.map(({ id }) => id));
    if (rows.length === 0 || ids.length >= total) break;
  }
  return ids;
}
