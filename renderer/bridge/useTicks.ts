import { useMemo, useState } from 'react';
import type { WindowRows } from './useWindowRows.ts';
import type { WindowList } from './windowList.ts';

/** The most rows one action may take (contract: shipContract). */
export const maxTicks = 10_000;
const readRows = 500;

/** Reads the keys of `first..last`, by the largest windows the contract allows. */
async function readKeys<T>(
  list: WindowList<T>,
  first: number,
  last: number,
  rowKey: (row: T) => string,
): Promise<readonly string[]> {
  const keys: string[] = [];
  const signal = new AbortController().signal;
  for (let offset = first; offset <= last; offset += readRows) {
    const { rows } = await list.read({ offset, limit: Math.min(readRows, last - offset + 1) }, signal);
    keys.push(...rows.map(rowKey));
    if (rows.length === 0) break;
  }
  return keys;
}

/** The ticked rows of a windowed list; ranges reach over rows that were never shown. */
export function useTicks<T>(list: WindowList<T>, rows: WindowRows<T>, rowKey: (row: T) => string) {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const [isTicking, setTicking] = useState(false);
  const { total } = rows;
  const ticks = useMemo(() => {
    const tickRange = (first: number, last: number): void => {
      const end = Math.min(last, first + maxTicks - 1);
      setTicking(true);
      readKeys(list, first, end, rowKey)
        .then((read) => setKeys(new Set(read)))
        .catch(() => undefined)
        .finally(() => setTicking(false));
    };
    return {
      keys,
      toggle: (key: string) =>
        setKeys((before) => {
          const after = new Set(before);
          if (!after.delete(key) && after.size < maxTicks) after.add(key);
          return after;
        }),
      tickRange,
      tickAll: () => tickRange(0, total - 1),
      clear: () => setKeys(new Set()),
    };
  }, [keys, list, rowKey, total]);
  return { ticks, isTicking };
}
