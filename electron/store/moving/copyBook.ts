import { isDeepStrictEqual } from 'node:util';
import { type Kysely, sql } from 'kysely';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { fieldOf } from '../database/columnNames.ts';
import { type AnyTables, insertCompiled } from '../database/insertCompiled.ts';
import type { Schema } from '../schema.ts';
import type { BookEnd } from './bookEnds.ts';
import type { BookTable } from './bookTables.ts';

/** How far a copy is: rows copied or compared, of both together. */
export type OnCopied = (rows: number, total: number) => void;

interface CopyTold {
  readonly onCopied?: OnCopied;
  /** What must be otherwise at the new place, while nothing follows a change by itself. */
  readonly settle?: () => Promise<void>;
}

type Row = Readonly<Record<string, unknown>>;

/** Of the widest rows (pictures of goods, frozen requests) some megabytes. */
const pageRows = 200;

/**
 * Copies a whole book into another engine, then reads both row by row beside each other: how many rows there are. What stood in the
 * target is gone. To be called within one transaction of the target, and with a source that nobody writes to meanwhile: it is all
 * there or, after an end at any moment, nothing. MOVE_ROW_UNLIKE, with the table: the target did not give back what was written.
 */
export async function copyBook(
  tables: readonly BookTable[],
  from: BookEnd,
  to: BookEnd,
  { onCopied = () => undefined, settle = async () => undefined }: CopyTold = {},
): Promise<Outcome<number>> {
  const rows = await countRows(tables, from.db);
  const total = rows * 2;
  let copied = 0;
  const wake = await to.restTriggers(tables);
  for (const { name } of [...tables].reverse()) await sql`delete from ${sql.table(name)}`.execute(to.db);
  for (const table of tables) {
    for await (const page of pagesOf(from.db, table)) {
      await insertCompiled(to.db as unknown as Kysely<AnyTables>, fieldOf(table.name), page);
      copied += page.length;
      onCopied(copied, total);
    }
    if (table.isNumbered) await to.setLastNumber(table, await from.lastNumber(table));
  }
  for (const table of tables) {
    const compared = await compareTable(table, from, to, (more) => onCopied(copied + more, total));
    if (compared === null) return failure('MOVE_ROW_UNLIKE', { table: table.name });
    copied += compared;
  }
  await settle();
  await wake();
  return done(rows);
}

async function countRows(tables: readonly BookTable[], db: Kysely<Schema>): Promise<number> {
  let total = 0;
  for (const table of tables) {
    const { rows } = await sql<{
      total: number;
    }>`select count(*) as total from ${sql.table(table.name)} where ${goes(table)}`.execute(db);
    total += rows[0]?.total ?? 0;
  }
  return total;
}

/** How many rows are the same in both; null: one is not. */
async function compareTable(
  table: BookTable,
  from: BookEnd,
  to: BookEnd,
  onCompared: (rows: number) => void,
): Promise<number | null> {
  const others = pagesOf(to.db, table);
  let rows = 0;
  for await (const page of pagesOf(from.db, table)) {
    const other = await others.next();
    if (other.done === true || !isDeepStrictEqual(page.map(comparable), other.value.map(comparable)))
      return null;
    rows += page.length;
    onCompared(rows);
  }
  const isAtEnd = (await others.next()).done === true;
  const isNumberedAlike =
    !table.isNumbered || (await from.lastNumber(table)) === (await to.lastNumber(table));
  return isAtEnd && isNumberedAlike ? rows : null;
}

/** Engines give columns in an order of their own, and bytes in buffers that may be part of larger ones. */
function comparable(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([field, value]) => [field, value instanceof Uint8Array ? Buffer.from(value) : value]),
  );
}

/** All but what stays where it is. */
const goes = ({ key: [column = ''], leaves = [] }: BookTable) =>
  leaves.length === 0 ? sql`1 = 1` : sql`${sql.ref(column)} not in (${sql.join([...leaves])})`;

/** All rows of a table by its key, some at a time; both engines compare text by its bytes. */
async function* pagesOf(db: Kysely<Schema>, table: BookTable): AsyncGenerator<Row[]> {
  const { name, key } = table;
  const columns = sql.join(key.map((column) => sql.ref(column)));
  let last: Row | undefined;
  for (;;) {
    const after = last === undefined ? sql`` : sql`and (${columns}) > (${sql.join(keyOf(last, key))})`;
    const { rows } =
      await sql<Row>`select * from ${sql.table(name)} where ${goes(table)} ${after} order by ${columns} limit ${sql.lit(pageRows)}`.execute(
        db,
      );
    if (rows.length > 0) yield rows;
    if (rows.length < pageRows) return;
    last = rows.at(-1);
  }
}

const keyOf = (row: Row, key: readonly string[]): unknown[] => key.map((column) => row[fieldOf(column)]);
