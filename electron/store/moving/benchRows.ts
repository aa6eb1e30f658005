import { type Kysely, sql } from 'kysely';
import { placedAt, standOf } from '../../../shared/domain/printing/placedPrinter.ts';
import { onlyWorkstation } from '../../../shared/domain/workstation.ts';
import type { Schema } from '../schema.ts';
import { benchSettings } from '../workspace/settings.ts';

const keys = sql.join([...benchSettings]);

/** Rows that lie at a bench, and work that is in its hands or for its devices. */
const places = ['packed_parcels', 'bench_gestures', 'bench_intents', 'bench_list_acts', 'recorder_words'];
const hands = [
  ['jobs', 'workstation_id'],
  ['jobs', 'claimed_by'],
  ['pickups', 'claimed_by'],
] as const;

/** Where an address of a printer stands; a lane of jobs may be one. */
const addresses = [
  ['printers', 'uri'],
  ['paper_rolls', 'printer_uri'],
  ['print_routes', 'printer_uri'],
  ['shipments', 'printer_uri'],
  ['print_jobs', 'printer_uri'],
  ['print_jobs', 'moved_from'],
  ['print_totals', 'printer_uri'],
  ['jobs', 'lane'],
] as const;

/** What was the only bench's is this bench's now, its printers too, so that others may come beside it. */
export async function giveToBench(db: Kysely<Schema>, benchId: string): Promise<void> {
  const bench = { id: benchId, isShared: true };
  await sql`update settings set key = key || ${`@${benchId}`} where key in (${keys})`.execute(db);
  for (const table of places) await replace(db, [table, 'workstation_id'], onlyWorkstation.id, benchId);
  for (const column of hands) await replace(db, column, onlyWorkstation.id, benchId);
  await sql`update jobs set workstation_id = ${benchId} where kind in ('print', 'slip', 'film')`.execute(db);
  for (const column of addresses) await rename(db, column, (uri) => placedAt(bench, uri));
}

/**
 * What was this bench's is the only one's; what other benches had set for themselves is nobody's any more. Work in the hands of others
 * is this one's: it is looked at again when the book is opened. What lies open on another's bench and its printers stay named as they are.
 */
export async function takeFromBench(db: Kysely<Schema>, benchId: string): Promise<void> {
  const end = `@${benchId}`;
  const ending = sql`substr(key, ${sql.lit(-end.length)})`;
  await sql`delete from settings where key like '%@%' and ${ending} <> ${end}`.execute(db);
  await sql`update settings set key = substr(key, 1, length(key) - ${sql.lit(end.length)}) where ${ending} = ${end}`.execute(
    db,
  );
  for (const table of places) await replace(db, [table, 'workstation_id'], benchId, onlyWorkstation.id);
  for (const column of hands) await rename(db, column, (id) => (id === '' ? id : onlyWorkstation.id));
  for (const column of addresses)
    await rename(db, column, (uri) => {
      const { workstationId, address } = standOf(uri);
      return workstationId === benchId ? address : uri;
    });
}

type Column = readonly [table: string, column: string];

async function replace(db: Kysely<Schema>, [table, column]: Column, from: string, to: string): Promise<void> {
  const ref = sql.ref(column);
  await sql`update ${sql.table(table)} set ${ref} = ${to} where ${ref} = ${from}`.execute(db);
}

/**
 * Whatever stands in a column, each value once. Where the new value stands there already, it was left by an earlier stay and nobody has
 * used it since: what is renamed takes its place, and counts are added.
 */
async function rename(db: Kysely<Schema>, column: Column, renamed: (value: string) => string): Promise<void> {
  const [table, name] = column;
  const known = new Set<string>();
  const { rows } = await sql<{
    value: string | null;
  }>`select distinct ${sql.ref(name)} as value from ${sql.table(table)}`.execute(db);
  for (const { value } of rows) if (value !== null) known.add(value);
  for (const value of known) {
    const wanted = renamed(value);
    if (wanted === value) continue;
    if (known.has(wanted) && table === 'print_totals') await addTotals(db, wanted, value);
    else {
      if (known.has(wanted) && ofOneRow.includes(table))
        await sql`delete from ${sql.table(table)} where ${sql.ref(name)} = ${wanted}`.execute(db);
      await replace(db, column, value, wanted);
    }
  }
}

/** Tables with one row a printer. */
const ofOneRow: readonly string[] = ['printers', 'paper_rolls'];

async function addTotals(db: Kysely<Schema>, to: string, from: string): Promise<void> {
  await sql`insert into print_totals (printer_uri, state, is_cancelled, total)
    select ${to}, state, is_cancelled, total from print_totals where printer_uri = ${from}
    on conflict (printer_uri, state, is_cancelled) do update set total = print_totals.total + excluded.total`.execute(
    db,
  );
  await sql`delete from print_totals where printer_uri = ${from}`.execute(db);
}
