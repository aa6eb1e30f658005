import type Database from 'better-sqlite3';

export interface TableDescription {
  readonly columns: readonly string[];
  /** Unique sets of columns, the primary key among them. */
  readonly unique: readonly string[];
  readonly indexes: readonly string[];
}

interface IndexRow {
  readonly name: string;
  readonly unique: number;
}

/** What a database can hold and how it finds it, whatever words it was made with. */
export function describeSchema(database: Database.Database): Record<string, TableDescription> {
  const names = database
    .prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name")
    .pluck()
    .all() as string[];
  return Object.fromEntries(names.map((name) => [name, describeTable(database, name)]));
}

function describeTable(database: Database.Database, table: string): TableDescription {
  const columns = database.pragma(`table_info(${table})`) as {
    readonly name: string;
    readonly type: string;
    readonly notnull: number;
    readonly dflt_value: string | null;
    readonly pk: number;
  }[];
  const indexes = database.pragma(`index_list(${table})`) as IndexRow[];
  const isOwn = ({ name }: IndexRow): boolean => !name.startsWith('sqlite_');
  return {
    columns: columns.map(
      ({ name, type, notnull, dflt_value, pk }) =>
        `${name} ${type.toLowerCase()}${notnull ? ' not null' : ''}${dflt_value === null ? '' : ` default ${dflt_value}`}${pk ? ` key ${pk}` : ''}`,
    ),
    unique: indexes
      .filter((index) => index.unique === 1)
      .map(({ name }) => columnsOf(database, name))
      .sort(),
    indexes: indexes
      .filter(isOwn)
      .map(({ name }) => `${name}: ${columnsOf(database, name)}${conditionOf(database, name)}`)
      .sort(),
  };
}

function columnsOf(database: Database.Database, index: string): string {
  const columns = database.pragma(`index_info(${index})`) as { readonly name: string }[];
  return columns.map(({ name }) => name).join(', ');
}

/** Of a partial index: which rows it holds. */
function conditionOf(database: Database.Database, index: string): string {
  const sql = database.prepare('select sql from sqlite_master where name = ?').pluck().get(index) as string;
  const [, condition] = sql.split(/\swhere\s/i);
  return condition === undefined ? '' : ` where ${condition.replace(/\s+/g, ' ').trim()}`;
}
