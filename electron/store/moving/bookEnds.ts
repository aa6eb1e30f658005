import { type Kysely, sql } from 'kysely';
import type { TextSeal } from '../../vault/sealedText.ts';
import type { Schema } from '../schema.ts';
import { kindOf } from '../server/personalColumns.ts';
import { sealedBy } from '../server/sealPersonal.ts';
import type { BookTable } from './bookTables.ts';

/** What the two engines do in ways of their own while a book is copied into them. */
export interface BookEnd {
  readonly db: Kysely<Schema>;
  /** What follows a change of these automatically (counts, events) rests; what is called with the result lets it follow again. */
  restTriggers(tables: readonly BookTable[]): Promise<() => Promise<void>>;
  /** The highest number a table has ever given; 0: none yet. */
  lastNumber(table: BookTable): Promise<number>;
  setLastNumber(table: BookTable, no: number): Promise<void>;
  /** Parts of the key that stand there sealed: rows are in another order than by what is read, and found by the sealed text. */
  sealedKey(table: BookTable): readonly string[];
  /** The text as it stands there. */
  sealed(table: BookTable, column: string, text: string): string;
}

export const embeddedEnd = (db: Kysely<Schema>): BookEnd => ({
  db,
  sealedKey: () => [],
  sealed: (_table, _column, text) => text,
  async restTriggers(tables) {
    const names = sql.join(tables.map((table) => table.name));
    const { rows } = await sql<{
      name: string;
      definition: string;
    }>`select name, sql as definition from sqlite_master where type = 'trigger' and tbl_name in (${names})`.execute(
      db,
    );
    for (const { name } of rows) await sql`drop trigger ${sql.id(name)}`.execute(db);
    return async () => {
      for (const { definition } of rows) await sql.raw(definition).execute(db);
    };
  },
  async lastNumber({ name }) {
    const { rows } = await sql<{ seq: number }>`select seq from sqlite_sequence where name = ${name}`.execute(
      db,
    );
    return rows[0]?.seq ?? 0;
  },
  async setLastNumber({ name }, no) {
    await sql`delete from sqlite_sequence where name = ${name}`.execute(db);
    await sql`insert into sqlite_sequence (name, seq) values (${name}, ${no})`.execute(db);
  },
});

/** `seal`: of a book whose personal columns are sealed there. */
export const serverEnd = (db: Kysely<Schema>, seal?: TextSeal): BookEnd => {
  const sequenceOf = ({ name, key: [column = ''] }: BookTable) =>
    sql`pg_get_serial_sequence(${name}, ${column})`;
  const setTriggers = async (tables: readonly BookTable[], word: 'disable' | 'enable'): Promise<void> => {
    for (const { name } of tables)
      await sql`alter table ${sql.table(name)} ${sql.raw(word)} trigger user`.execute(db);
  };
  return {
    db: sealedBy(db, seal),
    sealedKey: ({ name, key }) =>
      seal === undefined ? [] : key.filter((column) => kindOf(name, column) !== undefined),
    sealed: ({ name }, column, text) => seal?.seal(text, kindOf(name, column) ?? 'renewed') ?? text,
    async restTriggers(tables) {
      await setTriggers(tables, 'disable');
      return () => setTriggers(tables, 'enable');
    },
    async lastNumber(table) {
      const { rows } = await sql<{ last: number | null }>`
        select pg_sequence_last_value(cast(${sequenceOf(table)} as regclass)) as last`.execute(db);
      return rows[0]?.last ?? 0;
    },
    async setLastNumber(table, no) {
      await sql`select setval(cast(${sequenceOf(table)} as regclass), ${Math.max(no, 1)}, ${no > 0})`.execute(
        db,
      );
    },
  };
};
