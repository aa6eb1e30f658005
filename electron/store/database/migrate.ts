import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { done, type Outcome } from '../../../shared/errors/outcome.ts';
import { firstStep, lastBeforeFirst, migrations, refusalOf } from '../migrations/index.ts';
import type { Schema } from '../schema.ts';

type Marks = Kysely<{ kysely_migration: { readonly name: string } }>;

/**
 * Brings the schema to this program's version; refuses, untouched, a database written by a newer program or at a state
 * before the first. A database that holds something is handed to `backUpBefore` first; when that fails, nothing is changed.
 */
export async function migrate(
  db: Kysely<Schema>,
  backUpBefore: (step: string) => Promise<Outcome<null>>,
  steps: Readonly<Record<string, Migration>> = migrations,
): Promise<Outcome<null>> {
  const marks = await readMarks(db);
  const refusal = refusalOf(marks);
  if (refusal !== null) return refusal;
  if (marks.includes(lastBeforeFirst)) await markAsFirst(db);
  const next = Object.keys(steps).find((name) => name !== firstStep && !marks.includes(name));
  if (marks.length > 0 && next !== undefined) {
    const backedUp = await backUpBefore(next);
    if (!backedUp.ok) return backedUp;
  }
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...steps }) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
  return done(null);
}

/** Names of the steps this database has seen; none for a new file. */
async function readMarks(db: Kysely<Schema>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === 'kysely_migration')) return [];
  const marks = await (db as unknown as Marks).selectFrom('kysely_migration').select('name').execute();
  return marks.map(({ name }) => name);
}

/** Its tables are those of the first step already; only the marks say so in the words of the steps before. */
async function markAsFirst(db: Kysely<Schema>): Promise<void> {
  await (db as unknown as Marks).transaction().execute(async (transaction) => {
    await transaction.deleteFrom('kysely_migration').where('name', '<', lastBeforeFirst).execute();
    await transaction
      .updateTable('kysely_migration')
      .set({ name: firstStep })
      .where('name', '=', lastBeforeFirst)
      .execute();
  });
}
