import { useMemo, useRef, useState } from 'react';
import { maxTicks, readRange } from './readRange.ts';
import type { WindowRows } from './useWindowRows.ts';
import type { WindowList } from './windowList.ts';

/** The rows of a range when all of them are at hand, null otherwise. */
function rowsAtHand<T>(rows: WindowRows<T>, first: number, last: number): readonly T[] | null {
  const found: T[] = [];
  for (let index = first; index <= last; index += 1) {
    const row = rows.rowAt(index);
    if (row === undefined) return null;
    found.push(row);
  }
  return found;
}

/** The ticked rows of a windowed list; ranges reach over rows that were never shown. */
export function useTicks<T>(list: WindowList<T>, rows: WindowRows<T>, rowKey: (row: T) => string) {
  const [ticked, setTicked] = useState<ReadonlyMap<string, T>>(new Map());
  const [isTicking, setTicking] = useState(false);
  const lastAsk = useRef(0);
  const ticks = useMemo(() => {
    const put = (chosen: readonly T[]): void => setTicked(new Map(chosen.map((row) => [rowKey(row), row])));
    const tickRange = (first: number, wantedLast: number): void => {
      const last = Math.min(wantedLast, first + maxTicks - 1);
      lastAsk.current += 1;
      const ask = lastAsk.current;
      const atHand = rowsAtHand(rows, first, last);
      if (atHand !== null) {
        put(atHand);
        return;
      }
      setTicking(true);
      readRange(list, first, last)
        .then((read) => ask === lastAsk.current && put(read))
        .catch(() => undefined)
        .finally(() => ask === lastAsk.current && setTicking(false));
    };
    return {
      rows: ticked,
      toggle: (row: T) =>
        setTicked((before) => {
          const after = new Map(before);
          if (!after.delete(rowKey(row)) && after.size < maxTicks) after.set(rowKey(row), row);
          return after;
        }),
      tickRange,
      tickAll: () => tickRange(0, rows.total - 1),
      clear: () => {
        lastAsk.current += 1;
        setTicking(false);
        setTicked(new Map());
      },
    };
  }, [ticked, list, rows, rowKey]);
  return { ticks, isTicking };
}
