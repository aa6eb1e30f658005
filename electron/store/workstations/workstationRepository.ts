import { type Kysely, sql } from 'kysely';
import { tableOf } from '../database/table.ts';
import type { Schema, StoredBenchKey, StoredWorkstation } from '../schema.ts';
import { storeNow } from './storeTime.ts';

/** The PCs that work on the book. */
export function createWorkstationRepository(db: Kysely<Schema>) {
  const workstations = tableOf(db, 'workstations');
  return {
    all: () => workstations.rows().orderBy('joinedAt').orderBy('id').execute(),
    byId: (id: string) => workstations.row({ id }),
    byName: (name: string) => workstations.row({ name }),
    async add({ id, name, program, newestStep }: Pick<StoredWorkstation, 'id' | 'name' | Program>) {
      const now = { joinedAt: storeNow, seenAt: storeNow, shutOutAt: null };
      await db
        .insertInto('workstations')
        .values({ id, name, program, newestStep, ...now })
        .execute();
    },
    /** The bench that took the book home comes back with it, under another id. */
    async comesBack(previous: string, { id, name }: Pick<StoredWorkstation, 'id' | 'name'>): Promise<void> {
      await db.updateTable('workstations').set({ id, name }).where('id', '=', previous).execute();
    },
    /** It is there, with this program. false: it is none of the book, or shut out. */
    async seen(id: string, { program, newestStep }: Pick<StoredWorkstation, Program>): Promise<boolean> {
      const { numUpdatedRows } = await db
        .updateTable('workstations')
        .set({ seenAt: storeNow, program, newestStep })
        .where('id', '=', id)
        .where('shutOutAt', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    /** Benches that do not know this migration, among those that are not shut out and were at work within this time. */
    async withoutStep(step: string, withinMs: number): Promise<readonly StoredWorkstation[]> {
      return workstations
        .rows()
        .where('newestStep', '<', step)
        .where('shutOutAt', 'is', null)
        .where(({ or, eb }) =>
          or([
            eb('seenAt', '>', sql<number>`${storeNow} - ${sql.lit(withinMs)}`),
            eb(
              'id',
              'in',
              db.selectFrom('workstationLeases').select('workstationId').where('leaseUntil', '>', storeNow),
            ),
          ]),
        )
        .execute();
    },
    /** false: it is shut out already, or there is none. */
    async shutOut(id: string, shutOutProof: string): Promise<boolean> {
      const { numUpdatedRows } = await db
        .updateTable('workstations')
        .set({ shutOutAt: storeNow, shutOutProof })
        .where('id', '=', id)
        .where('shutOutAt', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
  };
}

type Program = 'program' | 'newestStep';

/** What a PC that joins finds the key of the book by, once and within its time. */
export function createInvitationRepository(db: Kysely<Schema>) {
  return {
    async add({ digest, wrappedKey, madeBy }: Invited, lastsMs: number): Promise<void> {
      const expiresAt = sql<number>`${storeNow} + ${sql.lit(lastsMs)}`;
      await db.insertInto('invitations').values({ digest, wrappedKey, madeBy, expiresAt }).execute();
    },
    count: () => tableOf(db, 'invitations').count(),
    /** The wrapped key of one that nobody can use any more is of use to nobody but a thief. */
    async forgetExpired(): Promise<void> {
      await db.deleteFrom('invitations').where('expiresAt', '<=', storeNow).execute();
    },
    /** What they hold is not the key of the book any more. */
    async forgetAll(): Promise<void> {
      await db.deleteFrom('invitations').execute();
    },
    /** Takes it out in one statement: of two that come with the same code one gets it. undefined: used, expired or none. */
    take: (digest: string) =>
      db
        .deleteFrom('invitations')
        .where('digest', '=', digest)
        .where('expiresAt', '>', storeNow)
        .returning('wrappedKey')
        .executeTakeFirst(),
  };
}

/** The rows by which each bench gets the keys of the book. */
export function createBenchKeyRepository(db: Kysely<Schema>) {
  const keys = tableOf(db, 'benchKeys');
  return {
    all: () => keys.rows().execute(),
    of: (workstationId: string) => keys.row({ workstationId }),
    put: (row: StoredBenchKey) => keys.put(row, ['workstationId']),
    remove: (workstationId: string) => keys.remove({ workstationId }),
  };
}

export interface Invited {
  readonly digest: string;
  readonly wrappedKey: string;
  readonly madeBy: string;
}
