import { useEffect } from 'react';
import type { ChangeTopic } from '../../shared/contracts/statusContract.ts';
import { useConnection } from './connectionState.ts';
import { core } from './core.ts';
import { queryClient } from './queryClient.ts';

declare module '@tanstack/react-query' {
  interface Register {
    queryMeta: { topics: readonly ChangeTopic[] };
  }
}

function readAgain(topics: readonly ChangeTopic[]): void {
  void queryClient.invalidateQueries({
    predicate: (query) => query.meta?.topics.some((topic) => topics.includes(topic)) ?? false,
  });
}

async function follow(signal: AbortSignal): Promise<void> {
  const changes = await core.status.changes(undefined, { signal });
  for await (const change of changes) readAgain(change.topics);
}

/** Reads again what the core says has changed; after a new connection, everything. */
export function useChangeStream(): void {
  const { state, generation } = useConnection();
  useEffect(() => {
    if (state !== 'up') return;
    const stop = new AbortController();
    if (generation > 1) void queryClient.invalidateQueries();
    // A stream that breaks is opened again with the next generation; the status query still polls meanwhile.
    follow(stop.signal).catch(() => undefined);
    return () => stop.abort();
  }, [state, generation]);
}
