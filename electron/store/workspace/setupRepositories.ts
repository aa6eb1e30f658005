import type { Kysely } from 'kysely';
import type { WindowRequest } from '../orders/orderRepository.ts';
import type { Account, Draft, Import, Schema } from '../schema.ts';

export function createAccountRepository(db: Kysely<Schema>) {
  return {
    all: () => db.selectFrom('accounts').selectAll().orderBy('id').execute(),
    byId: (id: string) => db.selectFrom('accounts').selectAll().where('id', '=', id).executeTakeFirst(),
    byName: (name: string) =>
      db.selectFrom('accounts').selectAll().where('name', '=', name).executeTakeFirst(),
    async insert(row: Account): Promise<void> {
      await db.insertInto('accounts').values(row).execute();
    },
    async setFields(id: string, sealedFields: string): Promise<void> {
      await db.updateTable('accounts').set({ sealedFields }).where('id', '=', id).execute();
    },
    async remove(id: string): Promise<void> {
      await db.deleteFrom('accounts').where('id', '=', id).execute();
    },
  };
}

export function createSettingRepository(db: Kysely<Schema>) {
  return {
    all: () => db.selectFrom('settings').selectAll().execute(),
    async put(key: string, valueJson: string): Promise<void> {
      await db
        .insertInto('settings')
        .values({ key, valueJson })
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ valueJson }))
        .execute();
    },
  };
}

export function createImportRepository(db: Kysely<Schema>) {
  return {
    async insert(row: Import): Promise<void> {
      await db.insertInto('imports').values(row).execute();
    },
    byId: (id: string) => db.selectFrom('imports').selectAll().where('id', '=', id).executeTakeFirst(),
    /** false: it is undone already. */
    async markUndone(id: string, at: number): Promise<boolean> {
      const result = await db
        .updateTable('imports')
        .set({ undoneAt: at })
        .where('id', '=', id)
        .where('undoneAt', 'is', null)
        .executeTakeFirst();
      return result.numUpdatedRows === 1n;
    },
    window: ({ offset, limit }: WindowRequest) =>
      db.selectFrom('imports').selectAll().orderBy('id', 'desc').limit(limit).offset(offset).execute(),
    async count(): Promise<number> {
      const row = await db
        .selectFrom('imports')
        .select((select) => select.fn.countAll<number>().as('total'))
        .executeTakeFirstOrThrow();
      return row.total;
    },
  };
}

/** What was typed and not saved: outlives the page and the process, encrypted like all else. */
export function createDraftRepository(db: Kysely<Schema>) {
  return {
    byName: (name: string) => db.selectFrom('drafts').selectAll().where('name', '=', name).executeTakeFirst(),
    async put(row: Draft): Promise<void> {
      await db
        .insertInto('drafts')
        .values(row)
        .onConflict((conflict) =>
          conflict.column('name').doUpdateSet({ valueJson: row.valueJson, at: row.at }),
        )
        .execute();
    },
    async removeBefore(at: number): Promise<void> {
      await db.deleteFrom('drafts').where('at', '<', at).execute();
    },
    async remove(name: string): Promise<void> {
      await db.deleteFrom('drafts').where('name', '=', name).execute();
    },
  };
}
