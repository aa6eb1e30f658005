import {
  type Compilable,
  type Kysely,
  type RawBuilder,
  type SelectQueryBuilder,
  sql,
  type WhereInterface,
} from 'kysely';
import type { Schema } from '../schema.ts';
import { type AnyTables, insertCompiled, withAnyTables } from './insertCompiled.ts';
import { executeKept } from './keptStatement.ts';

/** Columns and values to match; null: empty. */
type Columns<Row> = { readonly [Column in keyof Row]?: Row[Column] };
/** undefined: any value. */
type Filter<Row> = { readonly [Column in keyof Row]?: Row[Column] | undefined };

/** What a row must still be. */
type Seen<Row> = Columns<Row> & { readonly version: number };

/** The operations common to all tables. */
export interface Table<Name extends keyof Schema, Row = Schema[Name]> {
  /** Whole rows, unordered. */
  rows(filter?: Filter<Row>): SelectQueryBuilder<Schema, Name, Row>;
  row(match: Columns<Row>): Promise<Row | undefined>;
  count(filter?: Filter<Row>): Promise<number>;
  insert(row: Row): Promise<void>;
  /** Any number of rows. */
  insertMany(rows: readonly Row[]): Promise<void>;
  /** false: a row with this unique key exists. */
  insertIfNew(row: Row): Promise<boolean>;
  /** If a row with this key exists, `changes` are written to it; by default all columns but the key. */
  put(row: Row, key: readonly (keyof Row)[], changes?: Columns<Row>): Promise<void>;
  /** false: no row matches. */
  update(match: Columns<Row>, changes: Columns<Row>): Promise<boolean>;
  /** Changes a row with a version, if it is unchanged since it was read. Returns the new row; undefined: it had changed. */
  change(seen: Seen<Row>, changes: Columns<Row>): Promise<Row | undefined>;
  /** false: no row matches. */
  remove(match: Columns<Row>): Promise<boolean>;
}

export function tableOf<Name extends keyof Schema>(schema: Kysely<Schema>, name: Name): Table<Name> {
  type Row = Schema[Name];
  const db = withAnyTables(schema);
  const table: string = name;
  const from = (filter: object = {}) => matching(db.selectFrom(table), filter);
  const kept = (words: string, parts: readonly Part[], build: () => Compilable<unknown>) =>
    executeKept(
      db,
      [table, words, ...parts.map(({ columns }) => columns)].join(' '),
      parts.flatMap(({ values }) => values),
      () => build().compile(),
    );
  const inserting = (row: Row) => db.insertInto(table).values({ ...row });
  const updating = (match: object, changes: object) =>
    matching(db.updateTable(table).set({ ...changes }), match);
  return {
    rows: (filter) => from(filter).selectAll() as unknown as SelectQueryBuilder<Schema, Name, Row>,
    async row(match) {
      const found = await kept('row', [asked(match)], () => from(match).selectAll());
      return found.rows[0] as Row | undefined;
    },
    async count(filter = {}) {
      const counted = await kept('count', [asked(filter)], () => from(filter).select(rowTotal));
      return (counted.rows[0] as Total).total;
    },
    async insert(row) {
      await kept('insert', [given(row)], () => inserting(row));
    },
    insertMany: (rows) =>
      insertCompiled(db, table, rows as readonly object[] as readonly AnyTables[string][]),
    async insertIfNew(row) {
      const insert = () => inserting(row).onConflict((conflict) => conflict.doNothing());
      return (await kept('insert if new', [given(row)], insert)).numAffectedRows === 1n;
    },
    async put(row, key, changes = without(row, key)) {
      const columns = key.map(String);
      await kept(`put by ${columns.join()}`, [given(row), given(changes)], () =>
        inserting(row).onConflict((conflict) => conflict.columns(columns).doUpdateSet({ ...changes })),
      );
    },
    async update(match, changes) {
      const update = () => updating(match, changes);
      return ((await kept('update', [given(changes), asked(match)], update)).numAffectedRows ?? 0n) > 0n;
    },
    async change(seen, changes) {
      const next = { ...changes, version: seen.version + 1 };
      const change = () => updating(seen, next).returningAll();
      return (await kept('change', [given(next), asked(seen)], change)).rows[0] as Row | undefined;
    },
    async remove(match) {
      const remove = () => matching(db.deleteFrom(table), match);
      return ((await kept('remove', [asked(match)], remove)).numAffectedRows ?? 0n) > 0n;
    },
  };
}

/** Part of a statement: what its text depends on, and its parameters. */
interface Part {
  readonly columns: string;
  readonly values: readonly unknown[];
}

/** For values to write; undefined ones are left out. */
function given(row: object): Part {
  let columns = '';
  const values: unknown[] = [];
  for (const [column, value] of Object.entries(row)) {
    if (value === undefined) continue;
    columns += `,${column}`;
    values.push(value);
  }
  return { columns, values };
}

/** For values to match; "is empty" needs no parameter. */
function asked(match: object): Part {
  let columns = '';
  const values: unknown[] = [];
  for (const [column, value] of Object.entries(match)) {
    if (value === undefined) continue;
    columns += value === null ? `,no ${column}` : `,${column}`;
    if (value !== null) values.push(value);
  }
  return { columns, values };
}

/** Column by column: Kysely builds the same condition from an object several times slower, and every booking needs a dozen. */
function matching<Query extends WhereInterface<AnyTables, string>>(query: Query, match: object): Query {
  let narrowed = query;
  for (const [column, value] of Object.entries(match))
    if (value !== undefined) narrowed = narrowed.where(column, value === null ? 'is' : '=', value) as Query;
  return narrowed;
}

function without<Row extends object>(row: Row, key: readonly (keyof Row)[]): Columns<Row> {
  const rest = Object.entries(row).filter(([column]) => !key.includes(column as keyof Row));
  return Object.fromEntries(rest) as Columns<Row>;
}

/** The number of rows, or of rows per group. */
export const rowTotal = sql<number>`count(*)`.as('total');

interface Total {
  readonly total: number;
}

/** The number of rows a statement would return. */
export async function countRows<Tables, Names extends keyof Tables, Row>(
  query: SelectQueryBuilder<Tables, Names, Row>,
): Promise<number> {
  // For tables known only at run time, Kysely cannot type the rows.
  const row: unknown = await query.clearSelect().select(rowTotal).executeTakeFirstOrThrow();
  return (row as Total).total;
}

/** One parameter for any number of values: no parameter limit, and one prepared statement for lists of any length. */
export function listed<Value extends string>(values: readonly Value[]): RawBuilder<Value> {
  return sql<Value>`(select value from json_each(${JSON.stringify(values)}))`;
}
