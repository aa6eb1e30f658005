import { CompiledQuery, type Insertable, type Kysely } from 'kysely';
import type { Schema } from './schema.ts';

interface CompiledInsert {
  readonly sql: string;
  readonly columns: readonly string[];
}

/** Of each engine (its adapter lives as long as its connection), by table: the statement of one full chunk. */
const compiledInserts = new WeakMap<object, Map<keyof Schema, CompiledInsert>>();

/**
 * Inserts rows with one statement. Building it for 200 rows costs a fifth of running it, so the text of a full chunk
 * is built once and kept; a shorter last chunk is built anew.
 */
export async function insertCompiled<Table extends keyof Schema>(
  db: Kysely<Schema>,
  table: Table,
  rows: readonly Insertable<Schema[Table]>[],
  fullChunk: number,
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  if (rows.length !== fullChunk) {
    await db.insertInto(table).values(rows).execute();
    return;
  }
  const engine = db.getExecutor().adapter;
  const known = compiledInserts.get(engine) ?? new Map<keyof Schema, CompiledInsert>();
  compiledInserts.set(engine, known);
  const insert = known.get(table) ?? {
    sql: db.insertInto(table).values(rows).compile().sql,
    columns: Object.keys(first),
  };
  known.set(table, insert);
  const parameters: unknown[] = [];
  for (const row of rows) {
    for (const column of insert.columns) parameters.push(row[column as keyof typeof row]);
  }
  await db.executeQuery(CompiledQuery.raw(insert.sql, parameters));
}
