import type { Statement as BetterSqliteStatement } from 'better-sqlite3';
import {
  type DatabaseConnection,
  type Dialect,
  type LimitNode,
  type QueryResult,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  SqliteQueryCompiler,
  ValueNode,
} from 'kysely';
import { columnOf, fieldOf } from './columnNames.ts';
import type { SynchronousEngine } from './keptStatement.ts';
import type { SqliteDatabase } from './openDatabase.ts';

/** Prepared statements kept per connection; the product has fewer distinct ones. */
const statementCacheSize = 300;

class EmbeddedAdapter extends SqliteAdapter implements SynchronousEngine {
  readonly #prepare: (text: string) => NamedStatement;

  constructor(prepare: (text: string) => NamedStatement) {
    super();
    this.#prepare = prepare;
  }

  /** SQLite runs DDL in transactions, so a migration step and its mark are atomic; Kysely's own adapter says it does not. */
  override get supportsTransactionalDdl(): boolean {
    return true;
  }

  /**
   * Each value as its own argument: binding values from a list takes longer. (A list of one value would pass for that value here; the
   * types of rows have none.)
   */
  answer<Row>(text: string, values: readonly unknown[]): QueryResult<Row> {
    const statement = this.#prepare(text);
    if (statement.reader) return { rows: statement.all(...values) as Row[] };
    return { numAffectedRows: BigInt(statement.run(...values).changes), rows: [] };
  }
}

/** SQLite has already rolled back what a full disk refused: a second rollback would fail and hide the reason. */
class DriverOfFullDisks extends SqliteDriver {
  readonly #database: SqliteDatabase;

  constructor(config: ConstructorParameters<typeof SqliteDriver>[0], database: SqliteDatabase) {
    super(config);
    this.#database = database;
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.inTransaction) await super.rollbackTransaction(connection);
  }
}

/** Translates the program's names to the database's. */
class ColumnCompiler extends SqliteQueryCompiler {
  readonly #columns = new Map<string, string>();

  protected override sanitizeIdentifier(identifier: string): string {
    const known = this.#columns.get(identifier);
    if (known !== undefined) return known;
    const column = super.sanitizeIdentifier(columnOf(identifier));
    this.#columns.set(identifier, column);
    return column;
  }

  /** SQLite inspects the value of a bound limit, and plans the statement again at each run. */
  protected override visitLimit(node: LimitNode): void {
    if (ValueNode.is(node.limit) && node.limit.value === 1) this.append('limit 1');
    else super.visitLimit(node);
  }
}

type Statement = BetterSqliteStatement<unknown[]>;
type NamedStatement = ReturnType<typeof prepareNamed>;

/** A statement whose rows have the program's names. For whole rows of a table SQLite itself renames them. */
function prepareNamed(database: SqliteDatabase, sql: string) {
  const plain = database.prepare<unknown[]>(sql);
  const columns = plain.reader ? plain.columns().map(({ name }) => name) : [];
  if (columns.every((column) => fieldOf(column) === column)) return plain;
  const list = columns.map((column) => `"${column}" as "${fieldOf(column)}"`).join(', ');
  const named = sql.replace(/(?<=^select )\*(?= from )|(?<= returning )\*$/, list);
  return named === sql ? renamed(plain, columns.map(fieldOf)) : database.prepare<unknown[]>(named);
}

function renamed(statement: Statement, fields: readonly string[]) {
  statement.raw(true);
  const rowOf = (values: unknown): unknown => {
    const row: Record<string, unknown> = {};
    for (let no = 0; no < fields.length; no++) row[fields[no] as string] = (values as unknown[])[no];
    return row;
  };
  return {
    reader: true as const,
    all: (...parameters: readonly unknown[]) => statement.all(...parameters).map(rowOf),
    run: (...parameters: readonly unknown[]) => statement.run(...parameters),
    *iterate(...parameters: readonly unknown[]) {
      for (const values of statement.iterate(...parameters)) yield rowOf(values);
    },
  };
}

/** The dialect over an opened (encrypted) connection, with every SQL text prepared once. */
export function createSqliteDialect(database: SqliteDatabase): Dialect {
  const statements = new Map<string, NamedStatement>();
  const cached = {
    close: () => database.close(),
    prepare(sql: string) {
      const known = statements.get(sql);
      if (known !== undefined) return known;
      const statement = prepareNamed(database, sql);
      if (statements.size >= statementCacheSize) statements.clear();
      statements.set(sql, statement);
      return statement;
    },
  };
  const plain = new SqliteDialect({ database: cached });
  return {
    createAdapter: () => new EmbeddedAdapter(cached.prepare),
    createDriver: () => new DriverOfFullDisks({ database: cached }, database),
    createIntrospector: (db) => plain.createIntrospector(db),
    createQueryCompiler: () => new ColumnCompiler(),
  };
}
