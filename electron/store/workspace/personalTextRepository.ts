import { type Kysely, sql } from 'kysely';
import { columnOf } from '../database/columnNames.ts';
import { type AnyTables, withAnyTables } from '../database/insertCompiled.ts';
import { type PersonalSeal, personalSealOf } from '../database/personalSeal.ts';
import type { Schema } from '../schema.ts';
import { kindOf, type PersonalTable, personalTables } from '../server/personalColumns.ts';

/** Whatever is resealed when the book gets another key. */
const renewedTables = Object.entries(personalTables).flatMap(([name, { renewed }]) =>
  renewed.length === 0 ? [] : [name],
);

/** Up to where a table was gone through. */
export interface ResealPlace {
  readonly table: string;
  /** First part of the key; null: from the beginning. */
  readonly after: string | number | null;
}

/** Rows of so many keys in one transaction, which keeps others waiting for some ten milliseconds. */
const keysAtOnce = 200;

type Row = Readonly<Record<string, unknown>>;
type Previous = Row & { readonly keys: readonly unknown[] };

const mark = '\u0001';
/** Not opened on reading, since the mark of what is sealed does not stand first. */
const rawMark = '=';

/** Personal columns of a book on a server: for a key that takes the place of another one. */
export function createPersonalTextRepository(schema: Kysely<Schema>) {
  const db = withAnyTables(schema);
  return {
    /** Seals some more by the newest key, in the transaction of whoever calls. Where to go on; null: it is done. */
    async reseal(from: ResealPlace | null): Promise<ResealPlace | null> {
      const seal = personalSealOf(db);
      if (seal === undefined) return null;
      const { table, after } = from ?? { table: renewedTables[0] ?? '', after: null };
      const personal = personalTables[table];
      if (personal === undefined) return null;
      const rows = await previousRows(db, { table, after }, seal);
      if (rows.length > 0) await write(db, table, personal, rows, seal);
      const last = rows.at(-1)?.keys[0];
      if (last !== undefined) return { table, after: last as string | number };
      const next = renewedTables[renewedTables.indexOf(table) + 1];
      return next === undefined ? null : { table: next, after: null };
    },
  };
}

/** Of the next keys of which some row holds a text that a previous key has sealed. */
async function previousRows(
  db: Kysely<AnyTables>,
  { table, after }: ResealPlace,
  { head }: PersonalSeal,
): Promise<Previous[]> {
  const { key, renewed } = personalTables[table] as PersonalTable;
  const first = sql.ref(columnOf(key[0] ?? ''));
  const isPrevious = sql.join(
    renewed.map((field) => {
      const column = sql.ref(columnOf(field));
      return sql`(substr(${column}, 1, 1) = ${mark} and substr(${column}, 1, ${sql.lit(head.length)}) <> ${head})`;
    }),
    sql` or `,
  );
  const isLater = after === null ? sql`` : sql`${first} > ${after} and`;
  const keys = key.map((field, no) => {
    const column = sql.ref(columnOf(field));
    const value = kindOf(table, field) === undefined ? column : sql`${rawMark} || ${column}`;
    return sql`${value} as ${sql.id(`key_${no}`)}`;
  });
  const columns = renewed.map((field) => sql.ref(columnOf(field)));
  const name = sql.table(columnOf(table));
  const { rows } = await sql<Record<string, unknown>>`
    select ${sql.join([...keys, ...columns])} from ${name} where (${isPrevious}) and ${first} in (
      select distinct ${first} from ${name} where ${isLater} (${isPrevious}) order by ${first} limit ${sql.lit(keysAtOnce)})
    order by ${first}`.execute(db);
  return rows.map((row) => ({
    ...row,
    keys: key.map((field, no) => {
      const value = row[`key_${no}`];
      return kindOf(table, field) === undefined ? value : String(value).slice(rawMark.length);
    }),
  }));
}

async function write(
  db: Kysely<AnyTables>,
  table: string,
  { key, renewed }: PersonalTable,
  rows: readonly Previous[],
  seal: PersonalSeal,
): Promise<void> {
  const given = rows.map((row) => ({
    ...Object.fromEntries(row.keys.map((value, no) => [`key_${no}`, value])),
    ...Object.fromEntries(
      renewed.map((field) => [columnOf(field), seal.sealed(table, field, row[field], row)]),
    ),
  }));
  const types = [
    ...key.map((_, no) => [`key_${no}`, typeof rows[0]?.keys[no] === 'number' ? 'bigint' : 'text'] as const),
    ...renewed.map((field) => [columnOf(field), 'text'] as const),
  ].map(([name, type]) => sql`${sql.id(name)} ${sql.raw(type)}`);
  const changes = renewed.map((field) => sql`${sql.id(columnOf(field))} = given.${sql.id(columnOf(field))}`);
  const isRow = key.map((field, no) => sql`book.${sql.id(columnOf(field))} = given.${sql.id(`key_${no}`)}`);
  const { rows: noted } = await sql<{
    last: number;
  }>`select coalesce(max(no), 0) as last from renamed_orders`.execute(db);
  await sql`update ${sql.table(columnOf(table))} as book set ${sql.join(changes)}
    from json_to_recordset(cast(${JSON.stringify(given)} as json)) as given(${sql.join(types)})
    where ${sql.join(isRow, sql` and `)}`.execute(db);
  // The same names under another key.
  if (table === 'orders') await sql`delete from renamed_orders where no > ${noted[0]?.last ?? 0}`.execute(db);
}
