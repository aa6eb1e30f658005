import { type Kysely, type RawBuilder, type SelectQueryBuilder, sql, type WhereInterface } from 'kysely';
import type { Schema } from '../schema.ts';
import { type AnyTables, insertCompiled } from './insertCompiled.ts';

/** Columns and what they say; null: nothing stands there. */
type Columns<Row> = { readonly [Column in keyof Row]?: Row[Column] };
/** undefined: whatever stands there. */
type Filter<Row> = { readonly [Column in keyof Row]?: Row[Column] | undefined };

/** What a row must still be. */
type Seen<Row> = Columns<Row> & { readonly version: number };

/** What can be done with the rows of any table alike. */
export interface Table<Name extends keyof Schema, Row = Schema[Name]> {
  /** Whole rows, in no order yet. */
  rows(filter?: Filter<Row>): SelectQueryBuilder<Schema, Name, Row>;
  row(match: Columns<Row>): Promise<Row | undefined>;
  count(filter?: Filter<Row>): Promise<number>;
  insert(row: Row): Promise<void>;
  /** However many there are. */
  insertMany(rows: readonly Row[]): Promise<void>;
  /** false: one that may stand only once stands there already. */
  insertIfNew(row: Row): Promise<boolean>;
  /** Where a row of this key stands already, `changes` are written to it; unless given, all but its key. */
  put(row: Row, key: readonly (keyof Row)[], changes?: Columns<Row>): Promise<void>;
  /** false: no row matches. */
  update(match: Columns<Row>, changes: Columns<Row>): Promise<boolean>;
  /** Changes a row with versions, if it is still as it was seen. As it is then; undefined: it is not. */
  change(seen: Seen<Row>, changes: Columns<Row>): Promise<Row | undefined>;
  /** false: no row matches. */
  remove(match: Columns<Row>): Promise<boolean>;
}

export function tableOf<Name extends keyof Schema>(schema: Kysely<Schema>, name: Name): Table<Name> {
  type Row = Schema[Name];
  // Kysely types a statement by its table's name; which columns this one has, `Table` says.
  const db = schema as unknown as Kysely<AnyTables>;
  const table: string = name;
  const from = (filter: object = {}) => matching(db.selectFrom(table), filter);
  const inserting = (row: Row) => db.insertInto(table).values({ ...row });
  return {
    rows: (filter) => from(filter).selectAll() as unknown as SelectQueryBuilder<Schema, Name, Row>,
    row: (match) => from(match).selectAll().executeTakeFirst() as Promise<Row | undefined>,
    count: (filter) => countRows(from(filter)),
    async insert(row) {
      await inserting(row).execute();
    },
    insertMany: (rows) =>
      insertCompiled(db, table, rows as readonly object[] as readonly AnyTables[string][]),
    async insertIfNew(row) {
      const insert = inserting(row).onConflict((conflict) => conflict.doNothing());
      return (await insert.executeTakeFirst()).numInsertedOrUpdatedRows === 1n;
    },
    async put(row, key, changes = without(row, key)) {
      const columns = key.map(String);
      await inserting(row)
        .onConflict((conflict) => conflict.columns(columns).doUpdateSet({ ...changes }))
        .execute();
    },
    async update(match, changes) {
      const update = matching(db.updateTable(table).set({ ...changes }), match);
      return (await update.executeTakeFirst()).numUpdatedRows > 0n;
    },
    change({ version, ...seen }, changes) {
      const next = db.updateTable(table).set({ ...changes, version: version + 1 });
      const update = matching(next, { ...seen, version });
      return update.returningAll().executeTakeFirst() as Promise<Row | undefined>;
    },
    async remove(match) {
      return (await matching(db.deleteFrom(table), match).executeTakeFirst()).numDeletedRows > 0n;
    },
  };
}

/** Column by column: Kysely builds the same condition from an object several times slower, and every booking asks a dozen. */
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

/** How many rows there are, or how many in each group. */
export const rowTotal = sql<number>`count(*)`.as('total');

/** How many rows a statement would give. */
export async function countRows<Tables, Names extends keyof Tables, Row>(
  query: SelectQueryBuilder<Tables, Names, Row>,
): Promise<number> {
  // Of tables it does not know by name, Kysely cannot say what a row of the answer holds.
  const row: unknown = await query.clearSelect().select(rowTotal).executeTakeFirstOrThrow();
  return (row as { readonly total: number }).total;
}

/** One parameter however many values: no limit of parameters, and one statement is prepared for lists of any length. */
export function listed<Value extends string>(values: readonly Value[]): RawBuilder<Value> {
  return sql<Value>`(select value from json_each(${JSON.stringify(values)}))`;
}
