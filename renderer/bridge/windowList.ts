import type { QueryKey } from '@tanstack/react-query';
import type { ChangeTopic } from '../../shared/contracts/statusContract.ts';

/** A list that the core shows by windows: its name in the cache, when to read again, and how to read one window. */
export interface WindowList<T> {
  readonly key: QueryKey;
  readonly topics: readonly ChangeTopic[];
  read(
    window: { readonly offset: number; readonly limit: number },
    signal: AbortSignal,
  ): Promise<{ readonly total: number; readonly rows: readonly T[] }>;
}
