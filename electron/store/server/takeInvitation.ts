import { type Kysely, sql } from 'kysely';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { newestStep, refusalOf } from '../migrations/index.ts';
import type { Schema, StoredBenchKey } from '../schema.ts';
import {
  createBenchKeyRepository,
  createInvitationRepository,
  createWorkstationRepository,
} from '../workstations/workstationRepository.ts';
import { takeTurn } from './bookTurn.ts';
import { connectServer } from './openServerStore.ts';
import { orTrouble } from './serverTrouble.ts';
import type { ServerConnection } from './writableHost.ts';

interface Joining<T> {
  readonly id: string;
  readonly name: string;
  /** Version of the program. */
  readonly program: string;
  /** What the invitation holds, opened, and the row by which others seal for this bench; null: it does not open. */
  readonly open: (wrapped: string) => { readonly opened: T; readonly row: StoredBenchKey } | null;
}

/** Gives the keys of the book for an invitation that is good, and notes the bench that joins, in one transaction. */
export async function takeInvitation<T>(
  server: ServerConnection,
  digest: string,
  bench: Joining<T>,
): Promise<Outcome<T>> {
  const db = connectServer(server, 1);
  try {
    return await orTrouble(() => take(db, digest, bench));
  } finally {
    await db.destroy();
  }
}

/** Undoes the transaction it is thrown in. */
class NameTaken extends Error {}

async function take<T>(
  db: Kysely<Schema>,
  digest: string,
  { open, ...bench }: Joining<T>,
): Promise<Outcome<T>> {
  const { rows } = await sql<{ readonly name: string }>`select name from kysely_migration`.execute(db);
  const refusal = refusalOf(rows.map(({ name }) => name));
  if (refusal !== null) return refusal;
  try {
    return await db.transaction().execute(async (transaction) => {
      await takeTurn(transaction);
      const taken = await createInvitationRepository(transaction).take(digest);
      if (taken === undefined) return failure('INVITATION_SPENT');
      const keys = open(taken.wrappedKey);
      // Somebody wrote it there by hand.
      if (keys === null) return failure('SERVER_BOOK_CHANGED');
      const workstations = createWorkstationRepository(transaction);
      if ((await workstations.byName(bench.name)) !== undefined) throw new NameTaken();
      await workstations.add({ ...bench, newestStep });
      await createBenchKeyRepository(transaction).put(keys.row);
      return done(keys.opened);
    });
  } catch (error) {
    if (error instanceof NameTaken) return failure('WORKSTATION_NAME_TAKEN', { name: bench.name });
    throw error;
  }
}
