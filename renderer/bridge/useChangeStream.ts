import { useEffect } from 'react';
import { useConnection } from './connectionState.ts';
import { core } from './core.ts';
import { queryClient } from './queryClient.ts';
import { readAgain } from './readAgain.ts';

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
