import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Schema } from '../schema.ts';
import { executeText, isSynchronous } from './keptStatement.ts';
import { personalSealOf } from './personalSeal.ts';

interface CompiledInsert {
  readonly sql: string;
  /** Indexes of columns whose one value for all rows is bound first. */
  readonly shared: readonly number[];
  /** Columns whose values are bound per row; the others are part of the text. */
  readonly bound: readonly number[];
}

type Row = Readonly<Record<string, unknown>>;
/** Tables whose names are not known at compile time. */
export type AnyTables = Readonly<Record<string, Row>>;

/** Kysely types a statement by its table's name; where that is only known at run time, the caller knows the columns. */
export const withAnyTables = (db: Kysely<Schema>): Kysely<AnyTables> => db as unknown as Kysely<AnyTables>;

interface Compiled {
  /** Statements by table and length. */
  readonly plain: Map<string, CompiledInsert>;
  /** Statements for full chunks, by table and by the columns that are empty in all of their rows. */
  readonly shaped: Map<string, CompiledInsert>;
}

/** Compiled statements per engine, keyed by its adapter, which lives as long as its connection. */
const compiledInserts = new WeakMap<object, Compiled>();

/** Statements kept per engine: one for 200 orders takes some 150 KB, and rows of a table come in few shapes. */
const maxShapes = 16;
/** Rows inserted with one statement: 200 × 48 columns stays below SQLite's 32,766 parameters. */
const fullChunk = 200;
/** Chunk sizes for the remaining rows, the largest first. */
const smallerChunks = [40, 8, 1] as const;

/** Inserts rows, up to 200 per statement. On an error the whole transaction is rolled back, as a server does anyway. */
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
 * Building a statement for 200 rows costs a fifth of running it, so the text for each chunk size is built once and kept. Columns that are
 * empty (or 0) in every row of a full chunk are part of the text: half of a new order's are, and binding 200 × 24 such values costs a
 * tenth of the insert. Seven more have one value in all rows (import, times, source), bound once.
 */
async function insertChunk(db: Kysely<AnyTables>, table: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const values = valuesOf(rows, columns);
  const insert = compiled(db, table, rows, columns, values);
  const seal = personalSealOf(db);
  const stored =
    seal === undefined
      ? values
      : rows.flatMap((row) => columns.map((column) => seal.sealed(table, column, row[column], row)));
  await executeText(db, insert.sql, parametersOf(stored, columns.length, insert));
}

/**
 * Row by row. The columns are read in the row's own order: looking them up by name takes twice as long. Kept out of the async function:
 * the engine does not optimise loops of async functions, where each step costs 40 bytes.
 */
function valuesOf(rows: readonly Row[], columns: readonly string[]): readonly unknown[] {
  // Allocated at full length: a growing array of several thousand values is copied again and again.
  const values = new Array<unknown>(rows.length * columns.length);
  let start = 0;
  for (const row of rows) {
    let at = 0;
    for (const column in row) {
      if (column !== columns[at]) break;
      values[start + at++] = row[column];
    }
    // A row with its columns in another order.
    for (; at < columns.length; at++) values[start + at] = row[columns[at] as string];
    start += columns.length;
  }
  return values;
}

function parametersOf(
  values: readonly unknown[],
  width: number,
  { shared, bound }: CompiledInsert,
): unknown[] {
  const parameters = new Array<unknown>(shared.length + (values.length / width) * bound.length);
  let no = 0;
  for (const at of shared) parameters[no++] = values[at];
  for (let start = 0; start < values.length; start += width)
    for (const at of bound) parameters[no++] = values[start + at];
  return parameters;
}

function compiled(
  db: Kysely<AnyTables>,
  table: string,
  rows: readonly Row[],
  columns: readonly string[],
  values: readonly unknown[],
): CompiledInsert {
  const engine = db.getExecutor().adapter;
  const known = compiledInserts.get(engine) ?? { plain: new Map(), shaped: new Map() };
  compiledInserts.set(engine, known);
  if (rows.length === fullChunk) {
    const literals = columns.map((_column, at) =>
      sharedLiteral(values, columns.length, at, isSynchronous(engine)),
    );
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

/** The value that all rows share, as SQL: an empty value itself, `?` for another where it is bound once. Empty where rows differ. */
type Literal = '' | 'null' | "''" | '0' | '?';

function sharedLiteral(values: readonly unknown[], width: number, at: number, isSaidOnce: boolean): Literal {
  const value = values[at];
  for (let no = at + width; no < values.length; no += width) if (values[no] !== value) return '';
  if (value === null) return 'null';
  if (value === '') return "''";
  if (value === 0) return '0';
  return isSaidOnce ? '?' : '';
}

function compile(
  db: Kysely<AnyTables>,
  table: string,
  rows: readonly Row[],
  columns: readonly string[],
  literals: readonly Literal[],
): CompiledInsert {
  const placesOf = (literal: Literal) =>
    columns.flatMap((_column, at) => ((literals[at] ?? '') === literal ? [at] : []));
  const [shared, bound] = [placesOf('?'), placesOf('')];
  if (!isSynchronous(db.getExecutor().adapter)) {
    const fixed = Object.fromEntries(
      columns.flatMap((column, at) =>
        bound.includes(at) ? [] : [[column, sql.raw(literals[at] as string)]],
      ),
    );
    const values = rows.map((row) => ({ ...row, ...fixed }));
    return { sql: db.insertInto(table).values(values).compile().sql, shared, bound };
  }
  // Otherwise SQLite saves each page the statement changes, in case it must undo that statement alone.
  const insert = db.insertInto(table).orRollback().columns(columns);
  const once = valuesOnce(rows.length, columns.length, literals);
  return { sql: insert.expression(once).compile().sql, shared, bound };
}

/** A value common to all rows is selected once: in each row it would be a step of SQLite's program. */
function valuesOnce(rowCount: number, width: number, literals: readonly Literal[]): RawBuilder<Row> {
  let no = 0;
  const list = Array.from({ length: width }, (_, at) => literals[at] || `column${++no}`).join(', ');
  const row = `(${new Array(no).fill('?').join(', ')})`;
  return sql.raw(`select ${list} from (values ${new Array(rowCount).fill(row).join(', ')})`);
}
