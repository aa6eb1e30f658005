import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { done, failure, type Outcome } from '../../shared/errors/outcome.ts';
import { migrations } from './migrations/index.ts';
import type { Schema } from './schema.ts';

/** Brings the schema to this program's version; refuses, untouched, a database written by a newer program. */
export async function migrate(db: Kysely<Schema>): Promise<Outcome<null>> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
  const unknown = await newestUnknownStep(db);
  if (unknown !== null) return failure('WORKSPACE_NEWER', { version: unknown });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
  return done(null);
}

async function newestUnknownStep(db: Kysely<Schema>): Promise<string | null> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === 'kysely_migration')) return null;
  const marks = await (db as unknown as Kysely<{ kysely_migration: { name: string } }>)
    .selectFrom('kysely_migration')
    .select('name')
    .execute();
  return (
    marks
      .map((mark) => mark.name)
      .filter((name) => !Object.hasOwn(migrations, name))
      .sort()
      .at(-1) ?? null
  );
}
