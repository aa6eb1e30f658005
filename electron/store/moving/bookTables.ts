import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';

/** A table of the book, by the names of the database. */
export interface BookTable {
  readonly name: string;
  /** Its rows are read in the order of these columns; every table has some. */
  readonly key: readonly string[];
  /** Numbers its rows itself, and gives no number twice. */
  readonly isNumbered: boolean;
  /** Rows of these keys stay where they are. */
  readonly leaves?: readonly string[];
}

/** Of the place a book lies at, not of the book: the steps that made its tables, and who works there. */
const ofPlace = [
  'kysely_migration',
  'kysely_migration_lock',
  'workstations',
  'workstation_leases',
  'duties',
  'paces',
  'change_notices',
  'invitations',
  'bench_keys',
  'bench_writes',
  'renamed_orders',
];

/**
 * Keys in plain, which may stand in an encrypted file, never on a server; that a move began here; whose book a server has, and how far its
 * move is.
 */
const stayingSettings = ['recordKey', 'keptKeys', 'bookKeys', 'moveBegun', 'book', 'bookMove'];

/** The tables of an embedded book, those that others refer to first. */
export async function bookTables(embedded: Kysely<Schema>): Promise<BookTable[]> {
  const { rows } = await sql<{
    name: string;
    definition: string;
  }>`select name, sql as definition from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name`.execute(
    embedded,
  );
  const tables = [];
  for (const { name, definition } of rows) {
    if (ofPlace.includes(name)) continue;
    const { rows: key } = await sql<{
      name: string;
    }>`select name from pragma_table_info(${name}) where pk > 0 order by pk`.execute(embedded);
    const table: BookTable = {
      name,
      key: key.map((column) => column.name),
      isNumbered: /\bautoincrement\b/i.test(definition),
      ...(name === 'settings' ? { leaves: stayingSettings } : {}),
    };
    tables.push({ table, refers: /\breferences\b/i.test(definition) });
  }
  return [...tables.filter(({ refers }) => !refers), ...tables.filter(({ refers }) => refers)].map(
    ({ table }) => table,
  );
}
