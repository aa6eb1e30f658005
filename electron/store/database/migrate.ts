import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { migrations } from '../migrations/index.ts';
import type { Schema } from '../schema.ts';

/**
 * Brings the schema to this program's version; refuses, untouched, a database written by a newer program. A database
 * that holds something is handed to `backUpBefore` first; when that fails, nothing is changed.
 */
export async function migrate(
  db: Kysely<Schema>,
  backUpBefore: (step: string) => Promise<Outcome<null>>,
): Promise<Outcome<null>> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
  const marks = await readMarks(db);
  const newer = marks.filter((name) => !Object.hasOwn(migrations, name)).sort();
  if (newer.length > 0) return failure('WORKSPACE_NEWER', { version: newer.at(-1) ?? '' });
  const next = Object.keys(migrations).find((name) => !marks.includes(name));
  if (marks.length > 0 && next !== undefined) {
    const backedUp = await backUpBefore(next);
    if (!backedUp.ok) return backedUp;
  }
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
  return done(null);
}

/** Names of the steps this database has seen; none for a new file. */
async function readMarks(db: Kysely<Schema>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === 'kysely_migration')) return [];
  const marks = await (db as unknown as Kysely<{ kysely_migration: { name: string } }>)
    .selectFrom('kysely_migration')
    .select('name')
    .execute();
  return marks.map(({ name }) => name);
}
