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
    for await (const page of pagesOf(from, table)) {
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
  const isInOneOrder = [from, to].every((end) => end.sealedKey(table).length === 0);
  const others = isInOneOrder ? besideIn(to, table) : foundIn(to, table);
  let rows = 0;
  for await (const page of pagesOf(from, table)) {
    if (!isDeepStrictEqual(page.map(comparable), (await others.of(page)).map(comparable))) return null;
    rows += page.length;
    onCompared(rows);
  }
  const isNumberedAlike =
    !table.isNumbered || (await from.lastNumber(table)) === (await to.lastNumber(table));
  return isNumberedAlike && (await others.isAtEnd(rows)) ? rows : null;
}

/** Rows of one end beside a page of the other. */
interface OtherRows {
  of(page: readonly Row[]): Promise<readonly Row[]>;
  /** There are no more than these. */
  isAtEnd(rows: number): Promise<boolean>;
}

/** Both ends have them in one order: page by page. */
function besideIn(end: BookEnd, table: BookTable): OtherRows {
  const pages = pagesOf(end, table);
  const next = async (): Promise<readonly Row[]> => {
    const page = await pages.next();
    return page.done === true ? [] : page.value;
  };
  return { of: next, isAtEnd: async () => (await next()).length === 0 };
}

/** The ends have them in orders of their own: each is looked for by its key, and none may be left over. */
function foundIn(end: BookEnd, table: BookTable): OtherRows {
  const { name, key } = table;
  const sealedKey = end.sealedKey(table);
  const there = (row: Row, column: string): unknown => {
    const value = row[fieldOf(column)];
    return typeof value === 'string' && sealedKey.includes(column) ? end.sealed(table, column, value) : value;
  };
  const isRow = (row: Row) =>
    sql`(${sql.join(
      key.map((column) => sql`${sql.ref(column)} = ${there(row, column)}`),
      sql` and `,
    )})`;
  const nameOf = (row: Row): string => JSON.stringify(keyOf(row, key));
  return {
    async of(page) {
      const isAny = sql.join(page.map(isRow), sql` or `);
      const { rows } = await sql<Row>`select * from ${sql.table(name)} where ${isAny}`.execute(end.db);
      const found = new Map(rows.map((row) => [nameOf(row), row]));
      return page.map((row) => found.get(nameOf(row)) ?? {});
    },
    isAtEnd: async (rows) => (await countRows([table], end.db)) === rows,
  };
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

/** Not opened on reading, since the mark of what is sealed does not stand first. */
const rawMark = '=';

/** All rows of a table by its key as it stands there, some at a time; both engines compare text by its bytes. */
async function* pagesOf(end: BookEnd, table: BookTable): AsyncGenerator<Row[]> {
  const { name, key } = table;
  const columns = sql.join(key.map((column) => sql.ref(column)));
  const raw = end.sealedKey(table).map((column, no) => [column, `raw ${no}`] as const);
  // Text of the seal of a former key is not what the newest would make of it.
  const asItStands = raw.map(([column, as]) => sql`, ${rawMark} || ${sql.ref(column)} as ${sql.id(as)}`);
  let after = sql``;
  for (;;) {
    const { rows } = await sql<
      Record<string, unknown>
    >`select *${sql.join(asItStands, sql``)} from ${sql.table(name)} where ${goes(table)} ${after} order by ${columns} limit ${sql.lit(pageRows)}`.execute(
      end.db,
    );
    const last = { ...rows.at(-1) };
    for (const [column, as] of raw) last[fieldOf(column)] = String(last[as]).slice(rawMark.length);
    after = sql`and (${columns}) > (${sql.join(keyOf(last, key))})`;
    for (const row of rows) for (const [, as] of raw) delete row[as];
    if (rows.length > 0) yield rows;
    if (rows.length < pageRows) return;
  }
}

const keyOf = (row: Row, key: readonly string[]): unknown[] => key.map((column) => row[fieldOf(column)]);
