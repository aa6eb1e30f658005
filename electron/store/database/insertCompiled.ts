import { CompiledQuery, type Kysely, sql } from 'kysely';

interface CompiledInsert {
  readonly sql: string;
  /** Columns whose values are handed over with each chunk; the others stand in the text. */
  readonly bound: readonly string[];
}

type Row = Readonly<Record<string, unknown>>;
/** Tables that are not known by name here. */
export type AnyTables = Readonly<Record<string, Row>>;

/** Of each engine (its adapter lives as long as its connection): the statements of full chunks, by table and shape. */
const compiledInserts = new WeakMap<object, Map<string, CompiledInsert>>();

/** Kept for each engine: a statement of 200 rows takes some 200 KB, and tables of rows all alike in form have few shapes. */
const maxShapes = 16;
/** Rows inserted with one statement: 200 × 48 columns stays below SQLite's 32,766 parameters. */
const fullChunk = 200;

/** Inserts rows, 200 with one statement. */
export async function insertCompiled(
  db: Kysely<AnyTables>,
  table: string,
  rows: readonly Row[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += fullChunk)
    await insertChunk(db, table, rows.slice(start, start + fullChunk));
}

/**
 * Building a statement for 200 rows costs a fifth of running it, so the text of a full chunk is built once and kept; a
 * shorter last chunk is built anew. Columns that are empty (or 0) in every row of a chunk are part of the text: half of a
 * new order's are, and handing 200 × 24 such values over costs a tenth of the insert.
 */
async function insertChunk(db: Kysely<AnyTables>, table: string, rows: readonly Row[]): Promise<void> {
  if (rows.length !== fullChunk) {
    await db.insertInto(table).values(rows).execute();
    return;
  }
  const insert = compiled(db, table, rows);
  const parameters: unknown[] = [];
  for (const row of rows) {
    for (const column of insert.bound) parameters.push(row[column]);
  }
  await db.executeQuery(CompiledQuery.raw(insert.sql, parameters));
}

function compiled(db: Kysely<AnyTables>, table: string, rows: readonly Row[]): CompiledInsert {
  const engine = db.getExecutor().adapter;
  const known = compiledInserts.get(engine) ?? new Map<string, CompiledInsert>();
  compiledInserts.set(engine, known);
  const columns = Object.keys(rows[0] ?? {});
  let literals = columns.map((column) => sharedLiteral(rows, column));
  let shape = `${table} ${literals.join()}`;
  if (!known.has(shape) && known.size >= maxShapes) {
    literals = columns.map(() => '');
    shape = table;
  }
  const insert = known.get(shape) ?? compile(db, table, rows, columns, literals);
  known.set(shape, insert);
  return insert;
}

/** The value as SQL where all rows have the same empty one, otherwise empty. */
function sharedLiteral(rows: readonly Row[], column: string): '' | 'null' | "''" | '0' {
  const value = rows[0]?.[column];
  if (value !== null && value !== '' && value !== 0) return '';
  if (rows.some((row) => row[column] !== value)) return '';
  if (value === null) return 'null';
  return value === '' ? "''" : '0';
}

function compile(
  db: Kysely<AnyTables>,
  table: string,
  rows: readonly Row[],
  columns: readonly string[],
  literals: readonly string[],
): CompiledInsert {
  const fixed = Object.fromEntries(
    columns.flatMap((column, index) => {
      const literal = literals[index] ?? '';
      return literal === '' ? [] : [[column, sql.raw(literal)]];
    }),
  );
  const values = rows.map((row) => ({ ...row, ...fixed }));
  return {
    sql: db.insertInto(table).values(values).compile().sql,
    bound: columns.filter((column) => !(column in fixed)),
  };
}
