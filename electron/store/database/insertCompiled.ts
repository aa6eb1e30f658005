import { CompiledQuery, type Kysely, sql } from 'kysely';
import { personalSealOf } from './personalSeal.ts';

interface CompiledInsert {
  readonly sql: string;
  /** Columns whose values are handed over with each chunk; the others stand in the text. */
  readonly bound: readonly string[];
}

type Row = Readonly<Record<string, unknown>>;
/** Tables that are not known by name here. */
export type AnyTables = Readonly<Record<string, Row>>;

interface Compiled {
  /** By table and length. */
  readonly plain: Map<string, CompiledInsert>;
  /** Of full chunks, by table and which columns are empty in all of their rows. */
  readonly shaped: Map<string, CompiledInsert>;
}

/** Of each engine: its adapter lives as long as its connection. */
const compiledInserts = new WeakMap<object, Compiled>();

/** Kept for each engine: a statement of 200 rows takes some 200 KB, and tables of rows all alike in form have few shapes. */
const maxShapes = 16;
/** Rows inserted with one statement: 200 × 48 columns stays below SQLite's 32,766 parameters. */
const fullChunk = 200;
/** The statements that what is left is inserted with, the largest first. */
const smallerChunks = [40, 8, 1] as const;

/** Inserts rows, up to 200 with one statement. */
export async function insertCompiled(
  db: Kysely<AnyTables>,
  table: string,
  rows: readonly Row[],
): Promise<void> {
  let start = 0;
  for (const size of [fullChunk, ...smallerChunks])
    for (; rows.length - start >= size; start += size)
      await insertChunk(db, table, rows.slice(start, start + size));
}

/**
 * Building a statement for 200 rows costs a fifth of running it, so the text of each size of chunk is built once and kept. Columns
 * that are empty (or 0) in every row of a full chunk are part of the text: half of a new order's are, and handing 200 × 24 such
 * values over costs a tenth of the insert.
 */
async function insertChunk(db: Kysely<AnyTables>, table: string, rows: readonly Row[]): Promise<void> {
  const insert = compiled(db, table, rows);
  await db.executeQuery(
    CompiledQuery.raw(insert.sql, parametersOf(rows, insert.bound, valuesFor(db, table))),
  );
}

type StoredValue = (row: Row, column: string) => unknown;

/** As they lie in the database: an engine may seal some columns. */
function valuesFor(db: Kysely<AnyTables>, table: string): StoredValue {
  const seal = personalSealOf(db);
  return seal === undefined
    ? (row, column) => row[column]
    : (row, column) => seal.sealed(table, column, row[column], row);
}

/** Apart from what waits for the database: the engine compiles no loop of a function that waits, and each step of one costs 40 bytes. */
function parametersOf(rows: readonly Row[], bound: readonly string[], stored: StoredValue): unknown[] {
  // Of its length from the start: one that grows is copied again and again, and is several thousand values long.
  const parameters = new Array<unknown>(rows.length * bound.length);
  let no = 0;
  for (const row of rows) for (const column of bound) parameters[no++] = stored(row, column);
  return parameters;
}

function compiled(db: Kysely<AnyTables>, table: string, rows: readonly Row[]): CompiledInsert {
  const engine = db.getExecutor().adapter;
  const known = compiledInserts.get(engine) ?? { plain: new Map(), shaped: new Map() };
  compiledInserts.set(engine, known);
  const columns = Object.keys(rows[0] ?? {});
  if (rows.length === fullChunk) {
    const literals = columns.map((column) => sharedLiteral(rows, column));
    const shape = `${table} ${literals.join()}`;
    const isKept = known.shaped.has(shape) || known.shaped.size < maxShapes;
    if (isKept) return keptIn(known.shaped, shape, () => compile(db, table, rows, columns, literals));
  }
  const shape = `${table} ${rows.length} ${columns.join()}`;
  return keptIn(known.plain, shape, () => compile(db, table, rows, columns, []));
}

function keptIn<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const known = map.get(key) ?? make();
  map.set(key, known);
  return known;
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
