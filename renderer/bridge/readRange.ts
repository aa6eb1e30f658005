import type { WindowList } from './windowList.ts';

/** The most rows one action may take (contract: shipContract). */
export const maxTicks = 10_000;
/** The largest window the contract allows. */
const readRows = 500;

/** Every row of `first..last`, by as many windows as it takes. */
export async function readRange<T>(list: WindowList<T>, first: number, last: number): Promise<readonly T[]> {
  const read: T[] = [];
  const { signal } = new AbortController();
  for (let offset = first; offset <= last; offset += readRows) {
    const { rows } = await list.read({ offset, limit: Math.min(readRows, last - offset + 1) }, signal);
    read.push(...rows);
    if (rows.length === 0) break;
  }
  return read;
}
