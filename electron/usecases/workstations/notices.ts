import { type ChangeTopic, changeTopics } from '../../../shared/contracts/session.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Store } from '../../store/store.ts';
import { isWaitedFor } from './serverAway.ts';

/** Changes by others are read again within a second: this interval, and the way there and back. */
const pollMs = 500;
/** Changes within this time are announced together. */
const gatherMs = 100;
const keptMs = 5 * 60_000;
const sweepMs = 60_000;

export interface Notices {
  /** Announces to the pages here and to other workstations what to read again. */
  readonly changed: (...topics: ChangeTopic[]) => void;
  /** Announces to other workstations that an account makes calls again: a person takes its problem as fixed. */
  readonly resumed: (accountId: string) => void;
  /** Passes changes by others to the pages here and to other listeners, until `signal` aborts. */
  follow(onOthers: (news: News) => void, signal: AbortSignal): Promise<void>;
  /** The book was rolled back: numbers already read are used again, and everything counts as changed. */
  beginAnew(): void;
  /** Announces the last changes before the book is closed. */
  leave(): Promise<void>;
}

/** What others did. */
interface News {
  readonly topics: readonly ChangeTopic[];
  /** Accounts that make calls again. */
  readonly resumed: readonly string[];
}

const everything: News = { topics: changeTopics, resumed: [] };

/** Words of a notice that are no topic; earlier programs ignore them. */
const resumedMark = 'resumed:';

interface NoticeParts {
  readonly store: Store;
  readonly clock: Clock;
  /** The pages of this workstation. */
  readonly tellHere: (...topics: ChangeTopic[]) => void;
  readonly onBug: (error: unknown) => void;
}

/**
 * Changes of a shared book, as numbered rows that each workstation polls. If one is lost with the store, a list stays outdated until the
 * next one.
 */
export function createNotices({ store, clock, tellHere, onBug }: NoticeParts): Notices {
  let pending = new Set<string>();
  let isLeft = false;
  let isAnew = false;
  /** Closing the book waits for notices being written. */
  let telling: Promise<unknown> = Promise.resolve();
  const tellNow = async (): Promise<void> => {
    const topics = [...pending].join(' ');
    pending = new Set();
    const before = telling;
    const sent = before.then(async () => {
      if (topics !== '') await store.apart(({ notices }) => notices.add(topics));
    });
    telling = sent.catch(() => undefined);
    await sent;
  };
  const tellOthers = async (): Promise<void> => {
    await clock.sleep(gatherMs);
    await tellNow();
  };
  const reportUnlessAway = (error: unknown): void => {
    if (!isWaitedFor(error)) onBug(error);
  };
  const tell = (...words: string[]): void => {
    if (isLeft) return;
    const isFirst = pending.size === 0;
    for (const word of words) pending.add(word);
    if (isFirst && pending.size > 0) void tellOthers().catch(reportUnlessAway);
  };
  return {
    changed(...topics) {
      tellHere(...topics);
      tell(...topics);
    },
    resumed: (accountId) => tell(`${resumedMark}${accountId}`),
    leave() {
      isLeft = true;
      return tellNow();
    },
    beginAnew() {
      isAnew = true;
    },
    async follow(onOthers, signal) {
      let reader = createReader(store);
      let sweptAt = 0;
      while (!signal.aborted) {
        try {
          if (isAnew) reader = createReader(store);
          const news = isAnew ? everything : await reader.news();
          isAnew = false;
          if (news !== null) {
            tellHere(...news.topics);
            onOthers(news);
          }
          if (clock.now() - sweptAt > sweepMs) {
            sweptAt = clock.now();
            await store.apart(({ notices }) => notices.forget(keptMs));
          }
        } catch (error) {
          if (!signal.aborted) reportUnlessAway(error);
        }
        await clock.sleep(pollMs, signal);
      }
    },
  };
}

/** Reads each notice of others once, even one that appears after a higher number. */
function createReader(store: Store) {
  let last: number | null = null;
  let seen = new Set<number>();
  return {
    /** null: there is none. */
    async news(): Promise<News | null> {
      const isFirst = last === null;
      last ??= await store.read.notices.lastNo();
      const around = await store.read.notices.around(last);
      const fresh = isFirst ? [] : around.filter(({ no }) => !seen.has(no));
      seen = new Set(around.map(({ no }) => no));
      last = Math.max(last, ...seen);
      if (fresh.length === 0) return null;
      const words = new Set(fresh.flatMap((notice) => notice.topics.split(' ')));
      return {
        topics: changeTopics.filter((topic) => words.has(topic)),
        resumed: [...words]
          .filter((word) => word.startsWith(resumedMark))
          .map((word) => word.slice(resumedMark.length)),
      };
    },
  };
}
