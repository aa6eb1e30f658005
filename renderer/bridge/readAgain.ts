import type { Query } from '@tanstack/react-query';
import type { ChangeTopic } from '../../shared/contracts/statusContract.ts';
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
export function readAgain(topics: readonly ChangeTopic[]): void {
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
