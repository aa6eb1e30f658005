import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { done, type Outcome } from '../../../shared/errors/outcome.ts';
import { firstStep, lastBeforeFirst, migrations, refusalOf } from '../migrations/index.ts';
import type { Schema } from '../schema.ts';

type Marks = Kysely<{ kysely_migration: { readonly name: string } }>;

type Steps = Readonly<Record<string, Migration>>;

/** Called before each change of an upgrade: how many are done, of how many. */
type OnChange = (done: number, total: number) => Promise<void>;

/**
 * Upgrades the schema to this program's version. Refuses, without touching it, a database of a newer program or from before the first
 * release. A database with data is first passed to `backUpBefore`; if that fails nothing is changed.
 */
export async function migrate(
  db: Kysely<Schema>,
  backUpBefore: (step: string, changes: number) => Promise<Outcome<null>>,
  steps: Steps = migrations,
  onChange: OnChange = async () => undefined,
): Promise<Outcome<null>> {
  const marks = await readMarks(db);
  const refusal = refusalOf(marks);
  if (refusal !== null) return refusal;
  if (marks.includes(lastBeforeFirst)) await markAsFirst(db);
  const changes = changesOf(marks, steps);
  // The usual case: the migrator would read each column of each table four times.
  if (isUpToDate(marks, steps)) return done(null);
  const [next] = changes;
  const isUpgrade = marks.length > 0 && next !== undefined;
  if (isUpgrade) {
    const backedUp = await backUpBefore(next, changes.length);
    if (!backedUp.ok) return backedUp;
  }
  const migrations = isUpgrade ? tellingOf(steps, changes, onChange) : { ...steps };
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
  return done(null);
}

const changesOf = (marks: readonly string[], steps: Steps): string[] =>
  Object.keys(steps).filter((name) => name !== firstStep && !marks.includes(name));

/** A database with these marks has all steps, and none that this program does not know. */
export const isUpToDate = (marks: readonly string[], steps: Steps = migrations): boolean =>
  refusalOf(marks) === null &&
  !marks.includes(lastBeforeFirst) &&
  marks.includes(firstStep) &&
  changesOf(marks, steps).length === 0;

/** The same steps, each reporting before it starts how many are done. */
function tellingOf(steps: Steps, changes: readonly string[], onChange: OnChange): Record<string, Migration> {
  return Object.fromEntries(
    Object.entries(steps).map(([name, step]) => [
      name,
      {
        async up(db: Kysely<unknown>) {
          await onChange(changes.indexOf(name), changes.length);
          await step.up(db);
        },
      },
    ]),
  );
}

/** The steps this database has applied; none for a new file. */
export async function readMarks(db: Kysely<Schema>): Promise<string[]> {
  try {
    const marks = await (db as unknown as Marks).selectFrom('kysely_migration').select('name').execute();
    return marks.map(({ name }) => name);
  } catch (error) {
    const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
    if (tables.some((table) => table.name === 'kysely_migration')) throw error;
    return [];
  }
}

/** Its tables already equal those of the first step; only its marks have the names of earlier steps. */
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
