import { type Kysely, sql } from 'kysely';
import { ExpectedError, failure } from '../../../shared/errors/outcome.ts';
import type { Schema } from '../schema.ts';
import type { Repositories, Store, TakeTurn, WritePlace } from '../store.ts';
import { settingOf } from '../workspace/settings.ts';
import type { KeyWatch } from './benchKeys.ts';
import { repeatAborted } from './repeatAborted.ts';
import { followsBegin } from './serverDialect.ts';
import { serverAway } from './serverTrouble.ts';

/** The book lacks what this bench has committed. */
class BookWentBack extends Error {}

type Write = Store['write'];

/**
 * Rereads what the bench knows besides the book, by writes of its own: all others wait until it is done. Where it throws, the next write
 * starts it over.
 */
export type OnWentBack = (write: Write) => Promise<void>;

interface TurnParts {
  readonly benchId: string;
  /** Absent: nothing sealed is read or written. */
  readonly keys: KeyWatch | undefined;
  readonly onWentBack: OnWentBack | undefined;
}

interface BookTurn {
  /** What each transaction of the bench begins with. */
  readonly take: TakeTurn;
  /** The writes of a store whose transactions begin so. */
  guarded(write: Write): Write;
}

export const takeTurn = async (transaction: Kysely<Schema>): Promise<void> => {
  await transaction.executeQuery(
    followsBegin(sql`select no from write_turn for update`.compile(transaction)),
  );
};

interface TurnRow {
  readonly moved: string | null;
  readonly tag: string | null;
  readonly number: number;
}

/**
 * The turn of one bench. Checked before anything is written: a book that was moved away, or comes back in parts, takes no change from a
 * bench that still has it open; what is sealed is sealed by the newest key; and a book that went back is noticed (a replica without the
 * last commits took its place, or an older copy was restored). Each transaction counts itself in a row that only this bench writes, so
 * that one that is missing shows in the next.
 */
export function createBookTurn({ benchId, keys, onWentBack }: TurnParts): BookTurn {
  const isSealed = keys?.keys.list.isPersonalSealed;
  /** Number of the transaction that has the turn: there is one at a time. */
  let current = 0;
  /** The last that is committed for sure. */
  let committed = 0;
  let isBack = false;
  let rereading: Promise<void> | null = null;
  const write = async <T>(
    plain: Write,
    work: (repositories: Repositories) => Promise<T>,
    { place, isRereading }: { readonly place?: WritePlace | undefined; readonly isRereading: boolean },
  ): Promise<T> => {
    let number = 0;
    const worked = await plain((repositories) => {
      number = current;
      if (number <= committed) isBack = true;
      if (isBack && !isRereading) throw new BookWentBack();
      return work(repositories);
    }, place);
    committed = number;
    return worked;
  };
  const reread = async (plain: Write): Promise<void> => {
    committed = 0;
    await onWentBack?.((work) => repeatAborted(() => write(plain, work, { isRereading: true })));
    isBack = false;
  };
  return {
    async take(transaction) {
      const [, seen] = await Promise.all([takeTurn(transaction), lookAtBook(transaction, benchId)]);
      current = seen.number;
      // Without a row it is shut out, as its lease tells it.
      if (keys !== undefined && seen.tag !== null && !keys.keys.knows(seen.tag)) await keys.learn();
      // It was away and has come back sealed, or in plain: it must be opened again before anything is written.
      if (keys?.keys.list.isPersonalSealed !== isSealed) throw serverAway();
      const moved = settingOf('bookMove', seen.moved ?? undefined);
      if (moved === null) return;
      const code = moved.state === 'coming' ? 'SERVER_BOOK_COMING' : 'SERVER_BOOK_MOVED';
      throw new ExpectedError(failure(code, { name: moved.benchName }));
    },
    guarded: (plain) => async (work, place) => {
      for (;;) {
        if (rereading !== null) await rereading;
        try {
          return await repeatAborted(() => write(plain, work, { place, isRereading: false }));
        } catch (error) {
          if (!(error instanceof BookWentBack)) throw error;
        }
        rereading ??= reread(plain).finally(() => {
          rereading = null;
        });
      }
    },
  };
}

/** A statement of its own, done behind it: one that waits for the turn sees the book as it was before the wait. */
async function lookAtBook(transaction: Kysely<Schema>, benchId: string): Promise<TurnRow> {
  const statement = sql<TurnRow>`
    with own as (insert into bench_writes (workstation_id, number) values (${benchId}, 1)
      on conflict (workstation_id) do update set number = bench_writes.number + 1 returning number)
    select (select value_json from settings where key = 'bookMove' and value_json not like '%"state":"arriving"%') as moved,
      (select key_tag from bench_keys where workstation_id = ${benchId}) as tag, number from own`;
  const { rows } = await transaction.executeQuery(followsBegin(statement.compile(transaction)));
  return rows[0] as TurnRow;
}
