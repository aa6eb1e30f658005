import { type QueryKey, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';

interface Window {
  readonly offset: number;
  readonly limit: number;
}

interface WindowOf<T> {
  readonly total: number;
  readonly rows: readonly T[];
}

/** A list that the core shows by windows: its name in the cache, and how to read one window. */
export interface WindowList<T> {
  readonly key: QueryKey;
  read(window: Window, signal: AbortSignal): Promise<WindowOf<T>>;
}

interface WindowQuestion<F, T> {
  key(): QueryKey;
  call(input: F & Window, options: { readonly signal: AbortSignal }): Promise<WindowOf<T>>;
}

/** The list that a question of the core shows, narrowed down by `filter`. */
export function windowList<F extends object, T>(question: WindowQuestion<F, T>, filter: F): WindowList<T> {
  return {
    key: [...question.key(), filter],
    read: (window, signal) => question.call({ ...filter, ...window }, { signal }),
  };
}

/** Rows one window holds; the contract allows five hundred, a hundred answers within a frame. */
const windowPageRows = 100;

/** Windows read ahead on both sides of what is looked at: a fast wheel passes one in half a second. */
const pagesAhead = 2;

/** About what fits on a screen: asked for before a table has said what it shows. */
const firstSight = { first: 0, last: 40 };

interface RowRange {
  readonly first: number;
  readonly last: number;
}

export interface WindowRows<T> {
  readonly list: WindowList<T>;
  readonly total: number;
  readonly isLoading: boolean;
  readonly error: Error | null;
  /** When the oldest of the rows in sight was read; null: none is. UTC ms. */
  readonly readAt: number | null;
  /** Another list begins at its top again. */
  readonly listKey: string;
  /** The list before, to look at until something of this one was read; null: it was, or there was none. */
  readonly previous: PreviousRows<T> | null;
  /** Tells which rows are looked at. */
  onRange(range: RowRange): void;
  /** undefined: not read yet; the table shows an empty bar. */
  rowAt(index: number): T | undefined;
}

export type PreviousRows<T> = Pick<WindowRows<T>, 'total' | 'listKey' | 'rowAt'>;

function windowQuery<T>(list: WindowList<T>, page: number) {
  const window = { offset: page * windowPageRows, limit: windowPageRows };
  return {
    queryKey: [...list.key, window.offset],
    queryFn: ({ signal }: { signal: AbortSignal }) => list.read(window, signal),
  };
}

/** Reads the first rows of a list that will probably be looked at, so that they are there with what decides it. */
export function useFirstRows<F extends object, T>(
  question: WindowQuestion<F, T>,
  filter: F,
  isWanted: boolean,
): void {
  useQuery({ ...windowQuery(windowList(question, filter), 0), enabled: isWanted });
}

/** Asks for the first rows of a list that a press is about to show. */
export function useAskAhead() {
  const client = useQueryClient();
  return <F extends object, T>(question: WindowQuestion<F, T>, filter: F): void =>
    void client.prefetchQuery(windowQuery(windowList(question, filter), 0));
}

/** A wheel that passes a window in half a second is still well ahead of. */
const readAheadMs = 100;

/**
 * Once what is looked at is there and drawn, the windows beside it are read: their answers would be taken in before its frame. `total` 0:
 * nothing yet.
 */
function useReadAhead<T>(
  list: WindowList<T>,
  name: string,
  {
    firstPage,
    lastPage,
    total,
  }: { readonly firstPage: number; readonly lastPage: number; readonly total: number },
): void {
  const client = useQueryClient();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `name` is the list in words
  useEffect(() => {
    const read = (): void => {
      for (let step = 1; step <= pagesAhead; step++)
        for (const page of [lastPage + step, firstPage - step])
          if (page >= 0 && page * windowPageRows < total) void client.prefetchQuery(windowQuery(list, page));
    };
    const reading = requestIdleCallback(read, { timeout: readAheadMs });
    return () => cancelIdleCallback(reading);
  }, [client, name, firstPage, lastPage, total]);
}

/** Rows are what the screen is opened for: they are asked for before what is beside them, which asks once it is drawn. */
function useAskedFirst<T>(list: WindowList<T>, name: string, firstPage: number, lastPage: number): void {
  const client = useQueryClient();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `name` is the list in words
  useLayoutEffect(() => {
    for (let page = firstPage; page <= lastPage; page++) void client.prefetchQuery(windowQuery(list, page));
  }, [client, name]);
}

/**
 * The rows that were read last, as long as none of another list are: a table that is empty in between is laid out twice more. Null as
 * soon as the cache has forgotten them.
 */
function usePreviousRows<T>(
  rows: Omit<WindowRows<T>, 'previous'>,
  readKey: QueryKey,
): PreviousRows<T> | null {
  const client = useQueryClient();
  const last = useRef({ rows, readKey });
  if (!rows.isLoading) last.current = { rows, readKey };
  const { rows: previous, readKey: previousKey } = last.current;
  const isOther = rows.isLoading && previous.listKey !== rows.listKey && previous.total > 0;
  return isOther && client.getQueryData(previousKey) !== undefined ? previous : null;
}

/**
 * The rows of a long list near what is looked at: asks for the windows that cover it and no others. `fixed`: what is
 * looked at never moves.
 */
export function useWindowRows<F extends object, T>(
  question: WindowQuestion<F, T>,
  filter: F,
  fixed?: RowRange,
): WindowRows<T> {
  const list = windowList(question, filter);
  const name = JSON.stringify(list.key);
  const [seen, setSeen] = useState({ name, range: firstSight });
  const range = fixed ?? (seen.name === name ? seen.range : firstSight);
  const onRange = useCallback((range: RowRange) => setSeen({ name, range }), [name]);
  const firstPage = Math.max(0, Math.floor(range.first / windowPageRows));
  const lastPage = Math.max(firstPage, Math.floor(range.last / windowPageRows));
  const fromPage = Math.max(0, firstPage - pagesAhead);
  useAskedFirst(list, name, firstPage, lastPage);
  // Those beside are only looked up here, so that a row has its text at once; a change does not ask for them again.
  const results = useQueries({
    queries: Array.from({ length: lastPage + pagesAhead - fromPage + 1 }, (_, step) => {
      const page = fromPage + step;
      return { ...windowQuery(list, page), enabled: firstPage <= page && page <= lastPage };
    }),
  });
  const inSight = results.slice(firstPage - fromPage, lastPage - fromPage + 1);
  const known = useRef({ name, total: 0 });
  const fresh = inSight.find((result) => result.data !== undefined)?.data;
  if (fresh !== undefined) known.current = { name, total: fresh.total };
  const total = known.current.name === name ? known.current.total : 0;
  const isRead = fixed === undefined && inSight.every((result) => result.data !== undefined);
  useReadAhead(list, name, { firstPage, lastPage, total: isRead ? total : 0 });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `name` is the list in words
  const rows = useMemo(
    () => ({
      list,
      total,
      listKey: name,
      onRange,
      isLoading: fresh === undefined && inSight.some((result) => result.isPending),
      error: inSight.find((result) => result.error !== null)?.error ?? null,
      readAt: oldest(inSight.map((result) => result.dataUpdatedAt)),
      rowAt: (index: number) =>
        results[Math.floor(index / windowPageRows) - fromPage]?.data?.rows[index % windowPageRows],
    }),
    [results, total, name, fresh, fromPage],
  );
  const previous = usePreviousRows(rows, windowQuery(list, firstPage).queryKey);
  return useMemo(() => ({ ...rows, previous }), [rows, previous]);
}

/** 0 is a window that was never read. */
function oldest(readAts: readonly number[]): number | null {
  const read = readAts.filter((at) => at > 0);
  return read.length === 0 ? null : Math.min(...read);
}

/** The most rows one action may take (contract: shipContract). */
export const maxTicks = 10_000;
/** The largest window the contract allows. */
const readRows = 500;

/** Every row of `first..last`, by as many windows as it takes. */
export async function readRange<T>(
  list: WindowList<T>,
  first: number,
  last: number,
  signal = new AbortController().signal,
): Promise<readonly T[]> {
  const read: T[] = [];
  for (let offset = first; offset <= last; offset += readRows) {
    const { rows, total } = await list.read({ offset, limit: Math.min(readRows, last - offset + 1) }, signal);
    read.push(...rows);
    if (rows.length === 0 || offset + rows.length >= total) break;
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

/**
 * The ticked rows of a windowed list; ranges reach over rows that were never shown. `onPart`: more were asked for than one action
 * may take, so many are ticked.
 */
export function useTicks<T>(
  rows: WindowRows<T>,
  rowKey: (row: T) => string,
  onPart: (ticked: number, asked: number) => void,
) {
  const [ticked, setTicked] = useState<ReadonlyMap<string, T>>(new Map());
  const [isTicking, setTicking] = useState(false);
  const lastAsk = useRef(0);
  // The same at every render: what is beside the list is not redrawn with it.
  const clear = useCallback((): void => {
    lastAsk.current += 1;
    setTicking(false);
    setTicked((before) => (before.size === 0 ? before : new Map()));
  }, []);
  const ticks = useMemo(() => {
    const put = (chosen: readonly T[]): void => setTicked(new Map(chosen.map((row) => [rowKey(row), row])));
    const withRange = (first: number, wantedLast: number, then: (chosen: readonly T[]) => void): void => {
      // Rows of the list before are only looked at.
      if (rows.previous !== null) return;
      const last = Math.min(wantedLast, first + maxTicks - 1);
      if (last < wantedLast) onPart(last - first + 1, wantedLast - first + 1);
      lastAsk.current += 1;
      const ask = lastAsk.current;
      const atHand = rowsAtHand(rows, first, last);
      if (atHand !== null) {
        then(atHand);
        return;
      }
      setTicking(true);
      readRange(rows.list, first, last)
        .then((read) => ask === lastAsk.current && then(read))
        .catch(() => undefined)
        .finally(() => ask === lastAsk.current && setTicking(false));
    };
    const tickRange = (first: number, last: number): void => withRange(first, last, put);
    const toggleRange = (first: number, last: number, isTicking: boolean): void =>
      withRange(first, last, (chosen) =>
        setTicked((before) => {
          const after = new Map(before);
          for (const row of chosen) {
            if (!isTicking) after.delete(rowKey(row));
            else if (after.size < maxTicks) after.set(rowKey(row), row);
          }
          return after;
        }),
      );
    return {
      rows: ticked,
      toggle: (row: T) =>
        setTicked((before) => {
          const after = new Map(before);
          if (!after.delete(rowKey(row)) && after.size < maxTicks) after.set(rowKey(row), row);
          return after;
        }),
      tickRange,
      toggleRange,
      tickAll: () => tickRange(0, rows.total - 1),
      clear,
    };
  }, [ticked, rows, rowKey, onPart, clear]);
  return { ticks, isTicking };
}
