import { type CreateTableBuilder, type Kysely, type SqlBool, sql } from 'kysely';

type ColumnType = 'text' | 'integer' | 'real' | 'text?' | 'integer?';

interface PartialIndex {
  readonly columns: readonly string[];
  readonly where: string;
}

export interface TableSpec {
  readonly name: string;
  /** A `?` makes the column nullable; all others are not. */
  readonly columns: Readonly<Record<string, ColumnType>>;
  readonly primaryKey: readonly string[];
  readonly unique?: readonly (readonly string[])[];
  /** With `where` (SQL without parameters) only the rows it names are indexed: the others cost nothing at an import. */
  readonly indexes?: readonly (readonly string[] | PartialIndex)[];
}

type Builder = CreateTableBuilder<string, string>;

/** Makes one table as its spec says, portable between the engines Kysely speaks. */
export async function createTable(db: Kysely<unknown>, spec: TableSpec): Promise<void> {
  let table = db.schema.createTable(spec.name) as unknown as Builder;
  for (const [column, type] of Object.entries(spec.columns)) {
    const isNullable = type.endsWith('?');
    table = table.addColumn(column, type.replace('?', '') as 'text', (built) =>
      isNullable ? built : built.notNull(),
    );
  }
  table = table.addPrimaryKeyConstraint(`${spec.name}_pk`, [...spec.primaryKey]);
  for (const columns of spec.unique ?? []) {
    table = table.addUniqueConstraint(`${spec.name}_${columns.join('_')}_key`, [...columns]);
  }
  await table.execute();
  for (const index of spec.indexes ?? []) {
    const { columns, where } = 'columns' in index ? index : { columns: index, where: null };
    const built = db.schema
      .createIndex(`${spec.name}_${columns.join('_')}`)
      .on(spec.name)
      .columns([...columns]);
    await (where === null ? built : built.where(sql.raw<SqlBool>(where))).execute();
  }
}
