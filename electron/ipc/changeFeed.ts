import type { ChangeTopic } from '../../shared/contracts/session.ts';
import type { Clock } from '../platform/clock.ts';

export interface ChangeFeed {
  /** Raised with each change of stored data; an equal number means that nothing changed since. */
  readonly revision: number;
  publish(...topics: ChangeTopic[]): void;
  /** Ends when `signal` aborts. Changes while the reader is busy are folded into the next event. */
  subscribe(signal: AbortSignal | undefined): AsyncGenerator<{ topics: ChangeTopic[] }, void, void>;
}

/** A page re-reads at most this often; the first change after a rest is sent at once. */
const foldMs = 500;

/** Topics about the program's state, not about stored data. */
const passing: ReadonlySet<ChangeTopic> = new Set(['status', 'session', 'backups', 'door', 'updates']);

/** Tells every page which topics changed, not the data: the page then reads what it shows. */
export function createChangeFeed(clock: Clock): ChangeFeed {
  let revision = 0;
  const readers = new Set<(topics: readonly ChangeTopic[]) => void>();
  return {
    get revision() {
      return revision;
    },
    publish(...topics) {
      if (topics.some((topic) => !passing.has(topic))) revision++;
      for (const reader of readers) reader(topics);
    },
    async *subscribe(signal) {
      let pending = new Set<ChangeTopic>();
      let arrived: () => void = () => undefined;
      const reader = (topics: readonly ChangeTopic[]) => {
        for (const topic of topics) pending.add(topic);
        arrived();
      };
      const stop = () => arrived();
      readers.add(reader);
      signal?.addEventListener('abort', stop, { once: true });
      try {
        while (signal?.aborted !== true) {
          if (pending.size === 0)
            await new Promise<void>((resolve) => {
              arrived = resolve;
            });
          if (pending.size === 0) continue;
          const topics = [...pending];
          pending = new Set();
          yield { topics };
          await clock.sleep(foldMs, signal);
        }
      } finally {
        readers.delete(reader);
        signal?.removeEventListener('abort', stop);
      }
    },
  };
}
