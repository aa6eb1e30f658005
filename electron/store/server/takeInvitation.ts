import { type Kysely, sql } from 'kysely';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { newestStep, refusalOf } from '../migrations/index.ts';
import type { Schema } from '../schema.ts';
import {
  createInvitationRepository,
  createWorkstationRepository,
} from '../workstations/workstationRepository.ts';
import { connectServer, takeTurn } from './openServerStore.ts';
import { orTrouble } from './serverTrouble.ts';
import type { ServerConnection } from './writableHost.ts';

interface Joining {
  readonly id: string;
  readonly name: string;
  /** Version of the program. */
  readonly program: string;
}

/** Gives the wrapped key of the book for an invitation that is good, and notes the bench that joins, in one transaction. */
export async function takeInvitation(
  server: ServerConnection,
  digest: string,
  bench: Joining,
): Promise<Outcome<string>> {
  const db = connectServer(server, 1);
  try {
    return await orTrouble(() => take(db, digest, bench));
  } finally {
    await db.destroy();
  }
}

/** Undoes the transaction it is thrown in. */
class NameTaken extends Error {}

async function take(db: Kysely<Schema>, digest: string, bench: Joining): Promise<Outcome<string>> {
  const { rows } = await sql<{ readonly name: string }>`select name from kysely_migration`.execute(db);
  const refusal = refusalOf(rows.map(({ name }) => name));
  if (refusal !== null) return refusal;
  try {
    return await db.transaction().execute(async (transaction) => {
      await takeTurn(transaction);
      const taken = await createInvitationRepository(transaction).take(digest);
      if (taken === undefined) return failure('INVITATION_SPENT');
      const workstations = createWorkstationRepository(transaction);
      if ((await workstations.byName(bench.name)) !== undefined) throw new NameTaken();
      await workstations.add({ ...bench, newestStep });
      return done(taken.wrappedKey);
    });
  } catch (error) {
    if (error instanceof NameTaken) return failure('WORKSTATION_NAME_TAKEN', { name: bench.name });
    throw error;
  }
}
