import { useQueries } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import type { WindowList } from './windowList.ts';

/** Rows one window holds; the contract allows five hundred, a hundred answers within a frame. */
export const windowPageRows = 100;

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
