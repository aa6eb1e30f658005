import {
  ColumnNode,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  DummyDriver,
  Kysely,
  type KyselyPlugin,
  type OperatorNode,
  type OrderByItemNode,
  PostgresAdapter,
  PostgresDialect,
  PostgresDriver,
  PostgresIntrospector,
  type PostgresPool,
  PostgresQueryCompiler,
  type RawNode,
  ReferenceNode,
  type RootOperationNode,
  sql,
  type TransactionSettings,
} from 'kysely';
import { ExpectedError, failure } from '../../../shared/errors/outcome.ts';
import type { BookKeys } from '../../vault/bookKeys.ts';
import { tagOf } from '../../vault/taggedKeys.ts';
import { columnOf, fieldOf } from '../database/columnNames.ts';
import type { KeyWatch } from './benchKeys.ts';
import { isDefinition, serverDefinition } from './serverTables.ts';
import { serverAway, withServerTrouble } from './serverTrouble.ts';
import { keyColumns, serverFragments } from './serverWords.ts';

/** Writes statements as the embedded engine understands them: names of the database, nothing first, letters of any case alike. */
class ServerCompiler extends PostgresQueryCompiler {
  protected override sanitizeIdentifier(identifier: string): string {
    return super.sanitizeIdentifier(columnOf(identifier));
  }

  /** SQLite puts what is empty before everything else; the server's indexes are made that way as well. */
  protected override visitOrderByItem(node: OrderByItemNode): void {
    super.visitOrderByItem(node);
    if (node.nulls !== undefined || keyColumns.has(orderedColumn(node))) return;
    this.append(isDescending(node) ? ' nulls last' : ' nulls first');
  }

  protected override visitOperator(node: OperatorNode): void {
    this.append(node.operator === 'like' ? 'ilike' : node.operator);
  }

  protected override visitRaw(node: RawNode): void {
    const [statement = '', ...further] = node.sqlFragments;
    // A step that makes tables says all of it in one fragment.
    const sqlFragments =
      further.length === 0 && isDefinition(statement)
        ? [serverDefinition(statement)]
        : serverFragments(node.sqlFragments);
    super.visitRaw({ ...node, sqlFragments });
  }
}

/** Empty: it goes by more than a column. */
function orderedColumn({ orderBy }: OrderByItemNode): string {
  const column = ReferenceNode.is(orderBy) ? orderBy.column : orderBy;
  return ColumnNode.is(column) ? columnOf(column.column.name) : '';
}

function isDescending({ direction }: OrderByItemNode): boolean {
  return direction?.kind === 'RawNode' && (direction as RawNode).sqlFragments.join('') === 'desc';
}

/** Migrations of a server are made by the bench that holds the turn, which ends with their transaction. */
class ServerAdapter extends PostgresAdapter {
  override async acquireMigrationLock(db: Kysely<unknown>): Promise<void> {
    await sql`select no from write_turn for update`.execute(db);
  }
  override async releaseMigrationLock(): Promise<void> {}
}

/** Gives rows the names of the program. */
const namedRows: KyselyPlugin = {
  transformQuery: ({ node }): RootOperationNode => node,
  async transformResult({ result }) {
    const [first] = result.rows;
    if (first === undefined) return result;
    const names = Object.keys(first).map((column) => [column, fieldOf(column)] as const);
    if (names.every(([column, field]) => column === field)) return result;
    const rows = result.rows.map((row) =>
      Object.fromEntries(names.map(([column, field]) => [field, row[column]])),
    );
    return { ...result, rows };
  },
};

const pinMark = 'sealed:';
/** The tag of the key that sealed a value, or a PIN's digest; empty: not sealed, or sealed before there were several keys. */
const keyTagOf = (value: unknown): string =>
  typeof value === 'string' ? tagOf(value.startsWith(pinMark) ? value.slice(pinMark.length) : value) : '';

const sealedColumn = /^sealed_|^pin_hash$/;

/** What is sealed by a key that another bench has given the book is handed on when that key is known here. */
const openableRows = ({ keys, learn }: KeyWatch): KyselyPlugin => ({
  transformQuery: ({ node }): RootOperationNode => node,
  async transformResult({ result }) {
    const columns = Object.keys(result.rows[0] ?? {}).filter((column) => sealedColumn.test(column));
    const isKnown = (tag: string) => tag === '' || keys.knows(tag);
    const isOpenable = result.rows.every((row) => columns.every((column) => isKnown(keyTagOf(row[column]))));
    if (!isOpenable) await learn();
    return result;
  },
});

export const pluginsOf = (keys: KeyWatch | undefined): KyselyPlugin[] =>
  keys === undefined ? [namedRows] : [openableRows(keys), namedRows];

/** Statements that may leave behind the `begin` of their transaction before it is answered: done on their own they would do no harm. */
const followers = new WeakSet<CompiledQuery>();

export function followsBegin<Row>(statement: CompiledQuery<Row>): CompiledQuery<Row> {
  followers.add(statement);
  return statement;
}

/**
 * A trouble of the server is reported as that, at whichever statement it shows. Nothing is written that a key has sealed whose
 * place another one has taken meanwhile: a bench that was shut out knows the previous one.
 */
class BookServerDriver extends PostgresDriver {
  /** Refuse those that wait for a connection. */
  readonly #refusals = new Set<() => void>();
  /** Transactions whose beginning is not answered yet. */
  readonly #beginnings: Beginnings;

  constructor(pool: PostgresPool, keys: BookKeys | undefined) {
    const beginnings: Beginnings = new WeakMap();
    super({
      pool,
      async onCreateConnection(connection) {
        const execute = connection.executeQuery.bind(connection);
        Object.assign(connection, {
          executeQuery(...asked: Parameters<typeof execute>) {
            const [{ parameters }] = asked;
            if (keys !== undefined && parameters.some((value) => keys.isPrevious(keyTagOf(value))))
              throw new ExpectedError(failure('SERVER_KEY_RENEWED'));
            return withServerTrouble(
              executeBegun(beginnings.get(connection), asked[0], () => execute(...asked)),
            );
          },
        });
      },
    });
    this.#beginnings = beginnings;
  }

  /** Waits for no answer: the first statements leave together with it, and each waits until the transaction has begun. */
  override async beginTransaction(
    connection: DatabaseConnection,
    settings: TransactionSettings,
  ): Promise<void> {
    const begun = super.beginTransaction(connection, settings);
    this.#beginnings.set(connection, begun);
    begun.then(
      () => this.#beginnings.delete(connection),
      () => undefined,
    );
  }

  override async rollbackTransaction(
    connection: Parameters<PostgresDriver['rollbackTransaction']>[0],
  ): Promise<void> {
    this.#beginnings.delete(connection);
    await super.rollbackTransaction(connection);
  }

  override acquireConnection(): Promise<DatabaseConnection> {
    const acquired = super.acquireConnection();
    const answered = new Promise<DatabaseConnection>((resolve, reject) => {
      let isRefused = false;
      const refuse = (): void => {
        isRefused = true;
        reject(serverAway());
      };
      const give = (connection: DatabaseConnection): void => {
        this.#refusals.delete(refuse);
        // The pool waits for whatever it has given.
        if (isRefused)
          void this.releaseConnection(connection as Parameters<typeof this.releaseConnection>[0]);
        else resolve(connection);
      };
      this.#refusals.add(refuse);
      acquired.then(give, (error: unknown) => {
        this.#refusals.delete(refuse);
        reject(error);
      });
    });
    return withServerTrouble(answered);
  }

  /** Its pool answers nobody any more who still waits when it ends. */
  override async destroy(): Promise<void> {
    for (const refuse of this.#refusals) refuse();
    await super.destroy();
  }
}

type Beginnings = WeakMap<DatabaseConnection, Promise<void>>;

/** `begun`: absent, where its transaction has begun, or there is none. */
async function executeBegun<Result>(
  begun: Promise<void> | undefined,
  statement: CompiledQuery,
  execute: () => Promise<Result>,
): Promise<Result> {
  if (begun === undefined) return execute();
  if (!followers.has(statement)) {
    await begun;
    return execute();
  }
  const answered = execute();
  answered.catch(() => undefined);
  await begun;
  return answered;
}

/**
 * The same transaction for work whose statements need not wait for each other's answers: what is asked together leaves together, and is
 * done in that order.
 */
export function sideBySide<Tables, T>(
  transaction: Kysely<Tables>,
  work: (together: Kysely<Tables>) => Promise<T>,
): Promise<T> {
  const executor = transaction.getExecutor();
  const { dialect, driver } = noConnections;
  return executor.provideConnection((connection) =>
    work(
      new Kysely<Tables>({
        config: { dialect },
        dialect,
        driver,
        executor: executor.withConnectionProvider({ provideConnection: (consumer) => consumer(connection) }),
      }),
    ),
  );
}

/** Of a Kysely that has all it needs in its executor. */
const unconnected: Dialect = {
  createAdapter: () => new ServerAdapter(),
  createDriver: () => new DummyDriver(),
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => new ServerCompiler(),
};
const noConnections = { dialect: unconnected, driver: unconnected.createDriver() };

export function createServerDialect(pool: PostgresPool, keys?: BookKeys): Dialect {
  const plain = new PostgresDialect({ pool });
  return {
    createAdapter: () => new ServerAdapter(),
    createDriver: () => new BookServerDriver(pool, keys),
    createIntrospector: (db) => plain.createIntrospector(db),
    createQueryCompiler: () => new ServerCompiler(),
  };
}

const typeCodes = { bool: 16, int8: 20, float4: 700, float8: 701, numeric: 1700 } as const;

/** Values as the embedded engine gives them: numbers for what PostgreSQL sends as text, 1 and 0 for yes and no. */
export function serverTypeParser(code: number): ((text: string) => unknown) | undefined {
  if (code === typeCodes.bool) return (text) => (text === 't' ? 1 : 0);
  const isNumber = (
    [typeCodes.int8, typeCodes.float4, typeCodes.float8, typeCodes.numeric] as number[]
  ).includes(code);
  return isNumber ? Number : undefined;
}
