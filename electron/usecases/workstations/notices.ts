import { type ChangeTopic, changeTopics } from '../../../shared/contracts/session.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Store } from '../../store/store.ts';
import { isWaitedFor } from './serverAway.ts';

/** What others changed is read again within a second: this, and the way there and back. */
const lookMs = 500;
/** What is changed in one go is announced together. */
const gatherMs = 100;
const keptMs = 5 * 60_000;
const sweepMs = 60_000;

export interface Notices {
  /** Tells the pages here and the other workstations what to read again. */
  readonly changed: (...topics: ChangeTopic[]) => void;
  /** Tells the other workstations that calls of an account go out again: somebody takes its trouble as fixed. */
  readonly resumed: (accountId: string) => void;
  /** Tells the pages here what others changed, and whoever follows it, until `signal` aborts. */
  follow(onOthers: (news: News) => void, signal: AbortSignal): Promise<void>;
  /** The book went back: numbers that were read already are given once more, and all of it counts as changed. */
  beginAnew(): void;
  /** Tells what was changed last, before the book is closed. */
  leave(): Promise<void>;
}

/** What others did. */
interface News {
  readonly topics: readonly ChangeTopic[];
  /** Accounts whose calls go out again. */
  readonly resumed: readonly string[];
}

const everything: News = { topics: changeTopics, resumed: [] };

/** Words of a notice that are no topic; programs that do not know them pass over them. */
const resumedMark = 'resumed:';

interface NoticeParts {
  readonly store: Store;
  readonly clock: Clock;
  /** The pages of this workstation. */
  readonly tellHere: (...topics: ChangeTopic[]) => void;
  readonly onBug: (error: unknown) => void;
}

/**
 * Changes of a book that several workstations share, as rows with a number that each reads again and again. One that is lost with the
 * store costs an old list until the next one.
 */
export function createNotices({ store, clock, tellHere, onBug }: NoticeParts): Notices {
  let pending = new Set<string>();
  let isLeft = false;
  let isAnew = false;
  /** Whoever closes the book waits for what is on its way to it. */
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
  const unlessAway = (error: unknown): void => {
    if (!isWaitedFor(error)) onBug(error);
  };
  const tell = (...words: string[]): void => {
    if (isLeft) return;
    const isFirst = pending.size === 0;
    for (const word of words) pending.add(word);
    if (isFirst && pending.size > 0) void tellOthers().catch(unlessAway);
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
          if (!signal.aborted) unlessAway(error);
        }
        await clock.sleep(lookMs, signal);
      }
    },
  };
}

/** Reads each notice of others once, also one that is seen after a later number. */
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
