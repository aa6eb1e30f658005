import type { Kysely } from 'kysely';
import { type OperatorActKind, operatorActKinds } from '../../../shared/domain/operator.ts';
import type { Operator, Schema, StoredOperatorAct } from '../schema.ts';

export type OperatorPatch = Partial<Omit<Operator, 'id' | 'version' | 'createdAt'>>;

export interface ActWindow {
  readonly offset: number;
  readonly limit: number;
  /** Absent: all of them. */
  readonly kinds?: readonly OperatorActKind[] | undefined;
}

/** Who works here. Nobody is ever deleted: the records name them. */
export function createOperatorRepository(db: Kysely<Schema>) {
  return {
    /** Those who work here now, in the order they came: the digit that signs somebody in stays when others are added. */
    active: () =>
      db
        .selectFrom('operators')
        .selectAll()
        .where('removedAt', 'is', null)
        .orderBy('createdAt')
        .orderBy('id')
        .execute(),
    byId: (id: string) => db.selectFrom('operators').selectAll().where('id', '=', id).executeTakeFirst(),
    async insert(row: Operator): Promise<void> {
      await db.insertInto('operators').values(row).execute();
    },
    /** false: somebody else changed it first. */
    async change({ id, version }: Pick<Operator, 'id' | 'version'>, patch: OperatorPatch): Promise<boolean> {
      const result = await db
        .updateTable('operators')
        .set({ ...patch, version: version + 1 })
        .where('id', '=', id)
        .where('version', '=', version)
        .executeTakeFirst();
      return result.numUpdatedRows === 1n;
    },
    /** Notes of PINs tried and of the last sign-in; no change of the operator. */
    async note(
      id: string,
      note: Partial<Pick<Operator, 'wrongPins' | 'triedAt' | 'signedInAt'>>,
    ): Promise<void> {
      await db.updateTable('operators').set(note).where('id', '=', id).execute();
    },
  };
}

/** Rows are added, never changed and never deleted. */
export function createOperatorActRepository(db: Kysely<Schema>) {
  return {
    last: () => db.selectFrom('operatorActs').selectAll().orderBy('no', 'desc').limit(1).executeTakeFirst(),
    async add(row: StoredOperatorAct): Promise<void> {
      await db.insertInto('operatorActs').values(row).execute();
    },
    /** Newest first. */
    window: ({ offset, limit, kinds = operatorActKinds }: ActWindow) =>
      db
        .selectFrom('operatorActs')
        .selectAll()
        .where('kind', 'in', kinds)
        .orderBy('no', 'desc')
        .offset(offset)
        .limit(limit)
        .execute(),
    async count(kinds: readonly OperatorActKind[] = operatorActKinds): Promise<number> {
      const row = await db
        .selectFrom('operatorActs')
        .where('kind', 'in', kinds)
        .select((select) => select.fn.countAll<number>().as('total'))
        .executeTakeFirstOrThrow();
      return row.total;
    },
    /** In the order they were added, for checking the chain. */
    after: (no: number, limit: number) =>
      db.selectFrom('operatorActs').selectAll().where('no', '>', no).orderBy('no').limit(limit).execute(),
  };
}
