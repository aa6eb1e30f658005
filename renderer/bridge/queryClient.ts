import { type Query, QueryClient } from '@tanstack/react-query';
import type { ChangeTopic } from '../../shared/contracts/session.ts';
import { core, useConnection } from './core.ts';
import { isSignInNeeded } from './failureOf.ts';
import { callNameOf, renewedBy } from './renewedBy.ts';

/** Long: `renewAnswers` asks at once when somebody has signed in. */
const signInRetryMs = 60_000;

/**
 * The core is no network: nothing retries or goes stale automatically, the change stream says when to read again. A question
 * nobody may ask yet waits, so that a screen behind the sign-in keeps what it shows instead of turning into an error.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      retry: (_count, error) => isSignInNeeded(error),
      retryDelay: signInRetryMs,
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 5 * 60_000,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

/** Anybody may read these, whoever sits here. */
const openToAll = ['session.state', 'status.get', 'operators.state'];

const isGuarded = ({ queryKey }: Pick<Query, 'queryKey'>): boolean =>
  !openToAll.includes(callNameOf(queryKey));

/**
 * Asks again after somebody signed in: what waited for that, and what is on the screen. `forget`: nothing the previous
 * operator was shown stays in the page.
 */
export async function renewAnswers(previous: 'keep' | 'forget'): Promise<void> {
  await queryClient.cancelQueries({ predicate: isGuarded });
  if (previous === 'forget') await queryClient.resetQueries({ predicate: isGuarded });
  else await queryClient.invalidateQueries({ predicate: isGuarded });
}

declare module '@tanstack/react-query' {
  interface Register {
    /** Only of a question put together from several calls, or that needs less than its call; else the call itself tells (`renewedBy`). */
    queryMeta: { topics: readonly ChangeTopic[] };
  }
}

/** Answers under way that something has changed under: each is asked once more when it is there. */
const overtaken = new Set<string>();

/**
 * Reads again what shows these topics. An answer under way is waited for instead of being asked for again: while changes come faster
 * than answers (a long import) the page would otherwise never see one, and the core would work for nobody.
 */
export function readAgain(topics: readonly ChangeTopic[]): void {
  const concerns = ({ meta, queryKey }: Query): boolean =>
    (meta?.topics ?? renewedBy(queryKey)).some((topic) => topics.includes(topic));
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

/** Pause before a stream that ended unasked is opened again. */
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

/**
 * Reads again what the core says has changed; after a new connection, everything. Call once, before anything is asked: what was answered
 * before the changes are followed would stay as it was.
 */
export function followChanges(): void {
  let stop = new AbortController();
  useConnection.subscribe(({ state, generation }, before) => {
    if (state === before.state && generation === before.generation) return;
    stop.abort();
    if (state !== 'up') return;
    stop = new AbortController();
    void queryClient.refetchQueries({ predicate: (query) => query.state.status === 'error' });
    void keepFollowing(stop.signal, generation === 1);
  });
}
