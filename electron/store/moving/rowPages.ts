import { type Kysely, sql } from 'kysely';
import { fieldOf } from '../database/columnNames.ts';
import type { Schema } from '../schema.ts';
import type { BookEnd } from './bookEnds.ts';
import type { BookTable } from './bookTables.ts';

export type Row = Readonly<Record<string, unknown>>;

/** The key of a row as it stands in its engine; null: before the first. */
export type Position = readonly unknown[] | null;

/** Of the widest rows (pictures of goods, frozen requests) some megabytes. */
const pageRows = 200;

interface Page {
  readonly rows: Row[];
  /** The position of its last row. */
  readonly last: Position;
}

/** All but what stays where it is. */
const isCopied = ({ key: [column = ''], leaves = [] }: BookTable) =>
  leaves.length === 0 ? sql`1 = 1` : sql`${sql.ref(column)} not in (${sql.join([...leaves])})`;

/** Not opened on reading, since the mark of what is sealed does not stand first. */
const rawMark = '=';

/** Rows of a table by its key as it stands there; both engines compare text by its bytes. */
export async function pageBehind(end: BookEnd, table: BookTable, position: Position): Promise<Page> {
  const { name, key } = table;
  const columns = sql.join(key.map((column) => sql.ref(column)));
  const raw = end.sealedKey(table).map((column, no) => [column, `raw ${no}`] as const);
  // Text of the seal of a previous key is not what the newest would make of it.
  const asItStands = raw.map(([column, as]) => sql`, ${rawMark} || ${sql.ref(column)} as ${sql.id(as)}`);
  const after = position === null ? sql`` : sql`and (${columns}) > (${sql.join([...position])})`;
  const { rows } = await sql<
    Record<string, unknown>
  >`select *${sql.join(asItStands, sql``)} from ${sql.table(name)} where ${isCopied(table)} ${after} order by ${columns} limit ${sql.lit(pageRows)}`.execute(
    end.db,
  );
  const last = { ...rows.at(-1) };
  for (const [column, as] of raw) last[fieldOf(column)] = String(last[as]).slice(rawMark.length);
  for (const row of rows) for (const [, as] of raw) delete row[as];
  return { rows, last: keyOf(last, key) };
}

export async function* pagesBehind(
  end: BookEnd,
  table: BookTable,
  position: Position = null,
): AsyncGenerator<Row[]> {
  let page: Page = { rows: [], last: position };
  do {
    page = await pageBehind(end, table, page.last);
    if (page.rows.length > 0) yield page.rows;
  } while (page.rows.length === pageRows);
}

const keyOf = (row: Row, key: readonly string[]): unknown[] => key.map((column) => row[fieldOf(column)]);

/** A row by its key as the program reads it. */
export const nameOf = (row: Row, { key }: BookTable): string => JSON.stringify(keyOf(row, key));

/** Those of these rows that stand at an end, whatever else they say there, by their names. */
export async function foundAt(
  end: BookEnd,
  table: BookTable,
  rows: readonly Row[],
): Promise<ReadonlyMap<string, Row>> {
  if (rows.length === 0) return new Map();
  const found =
    await sql<Row>`select * from ${sql.table(table.name)} where ${areRows(end, table, rows)}`.execute(end.db);
  return new Map(found.rows.map((row) => [nameOf(row, table), row]));
}

export async function removeAt(end: BookEnd, table: BookTable, rows: readonly Row[]): Promise<void> {
  await sql`delete from ${sql.table(table.name)} where ${areRows(end, table, rows)}`.execute(end.db);
}

function areRows(end: BookEnd, table: BookTable, rows: readonly Row[]) {
  const sealedKey = end.sealedKey(table);
  const there = (row: Row, column: string): unknown => {
    const value = row[fieldOf(column)];
    return typeof value === 'string' && sealedKey.includes(column) ? end.sealed(table, column, value) : value;
  };
  const [column = '', ...others] = table.key;
  if (others.length === 0)
    return sql`${sql.ref(column)} in (${sql.join(rows.map((row) => there(row, column)))})`;
  const isRow = (row: Row) =>
    sql`(${sql.join(
      table.key.map((part) => sql`${sql.ref(part)} = ${there(row, part)}`),
      sql` and `,
    )})`;
  return sql.join(rows.map(isRow), sql` or `);
}

/** Neither end has its rows in an order of its own. */
export const isInOneOrder = (table: BookTable, ends: readonly BookEnd[]): boolean =>
  ends.every((end) => end.sealedKey(table).length === 0);

export const isAlike = (some: readonly Row[], others: readonly Row[]): boolean =>
  some.length === others.length && some.every((row, no) => isRowAlike(row, others[no] ?? {}));

/** Engines give columns in an order of their own. */
function isRowAlike(row: Row, other: Row): boolean {
  const fields = Object.keys(row);
  return (
    fields.length === Object.keys(other).length &&
    fields.every((field) => field in other && isValueAlike(row[field], other[field]))
  );
}

/** Numbers, text, nothing, or bytes. */
const isValueAlike = (value: unknown, other: unknown): boolean =>
  value === other ||
  (value instanceof Uint8Array && other instanceof Uint8Array && Buffer.compare(value, other) === 0);

export async function countRows(table: BookTable, db: Kysely<Schema>): Promise<number> {
  const { rows } = await sql<{
    total: number;
  }>`select count(*) as total from ${sql.table(table.name)} where ${isCopied(table)}`.execute(db);
  return rows[0]?.total ?? 0;
}

/** All but what stays where it is. */
export async function emptyTable(table: BookTable, { db }: BookEnd): Promise<void> {
  await sql`delete from ${sql.table(table.name)} where ${isCopied(table)}`.execute(db);
}
