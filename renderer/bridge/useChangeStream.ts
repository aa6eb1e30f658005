import type { Query } from '@tanstack/react-query';
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

/** Answers under way that something has changed under: each is asked once more when it is there. */
const overtaken = new Set<string>();

/**
 * Reads again what shows these topics. An answer under way is waited for instead of being asked for anew: while changes come faster
 * than answers (a long import) the page would otherwise never see one, and the core would work for nobody.
 */
function readAgain(topics: readonly ChangeTopic[]): void {
  const concerns = (query: Query): boolean =>
    query.meta?.topics.some((topic) => topics.includes(topic)) ?? false;
  for (const query of queryClient.getQueryCache().findAll({ predicate: concerns, fetchStatus: 'fetching' })) {
    if (overtaken.has(query.queryHash)) continue;
    overtaken.add(query.queryHash);
    const once = (): void => {
      overtaken.delete(query.queryHash);
      void queryClient.invalidateQueries({ predicate: (other) => other.queryHash === query.queryHash });
    };
    query.promise?.then(once, once);
  }
  void queryClient.invalidateQueries({
    predicate: (query) => query.state.fetchStatus === 'idle' && concerns(query),
  });
}

/** Pause before a stream that ended by itself is opened again. */
const againMs = 1_000;

/** Follows the changes until stopped. What happened before the stream was open is read again once it is. */
async function follow(signal: AbortSignal, hasMissed: boolean): Promise<void> {
  const changes = await core.status.changes(undefined, { signal });
  if (hasMissed) void queryClient.invalidateQueries();
  for await (const change of changes) readAgain(change.topics);
}

async function keepFollowing(signal: AbortSignal, isFirst: boolean): Promise<void> {
  for (let round = 0; !signal.aborted; round += 1) {
    await follow(signal, !isFirst || round > 0).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, againMs));
  }
}

/** Reads again what the core says has changed; after a new connection, everything. */
export function useChangeStream(): void {
  const { state, generation } = useConnection();
  useEffect(() => {
    if (state !== 'up') return;
    const stop = new AbortController();
    void queryClient.refetchQueries({ predicate: (query) => query.state.status === 'error' });
    void keepFollowing(stop.signal, generation === 1);
    return () => stop.abort();
  }, [state, generation]);
}
