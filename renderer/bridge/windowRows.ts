import { type QueryKey, useQueries } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import type { ChangeTopic } from '../../shared/contracts/session.ts';

/** A list that the core shows by windows: its name in the cache, when to read again, and how to read one window. */
export interface WindowList<T> {
  readonly key: QueryKey;
  readonly topics: readonly ChangeTopic[];
  read(
    window: { readonly offset: number; readonly limit: number },
    signal: AbortSignal,
  ): Promise<{ readonly total: number; readonly rows: readonly T[] }>;
}

/** Rows one window holds; the contract allows five hundred, a hundred answers within a frame. */
const windowPageRows = 100;

export interface WindowRows<T> {
  readonly total: number;
  readonly isLoading: boolean;
  readonly error: Error | null;
  /** undefined: not read yet; the table shows an empty bar. */
  rowAt(index: number): T | undefined;
}

/** The rows of a long list near what is looked at: asks for the windows that cover `first..last` and no others. */
export function useWindowRows<T>(
  list: WindowList<T>,
  range: { readonly first: number; readonly last: number },
): WindowRows<T> {
  const firstPage = Math.max(0, Math.floor(range.first / windowPageRows));
  const lastPage = Math.max(firstPage, Math.floor(range.last / windowPageRows));
  const results = useQueries({
    queries: Array.from({ length: lastPage - firstPage + 1 }, (_, step) => {
      const window = { offset: (firstPage + step) * windowPageRows, limit: windowPageRows };
      return {
        queryKey: [...list.key, window.offset],
        queryFn: ({ signal }: { signal: AbortSignal }) => list.read(window, signal),
        meta: { topics: list.topics },
      };
    }),
  });
  const name = JSON.stringify(list.key);
  const known = useRef({ name, total: 0 });
  const fresh = results.find((result) => result.data !== undefined)?.data;
  if (fresh !== undefined) known.current = { name, total: fresh.total };
  const total = known.current.name === name ? known.current.total : 0;
  return useMemo(
    () => ({
      total,
      isLoading: fresh === undefined && results.some((result) => result.isPending),
      error: results.find((result) => result.error !== null)?.error ?? null,
      rowAt: (index) =>
        results[Math.floor(index / windowPageRows) - firstPage]?.data?.rows[index % windowPageRows],
    }),
    [results, total, fresh, firstPage],
  );
}

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
