import { type Dialect, SqliteAdapter, SqliteDialect, SqliteDriver } from 'kysely';
import type { SqliteDatabase } from './openDatabase.ts';

/** Prepared statements kept for each connection; the product has fewer distinct ones than this. */
const statementCacheSize = 300;

/** SQLite runs DDL inside transactions, so a migration step and its mark are one; Kysely's own adapter says it does not. */
class TransactionalDdlAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** The dialect over an opened (encrypted) connection, with every SQL text prepared once. */
export function createSqliteDialect(database: SqliteDatabase): Dialect {
  const statements = new Map<string, ReturnType<SqliteDatabase['prepare']>>();
  const cached = {
    close: () => database.close(),
    prepare(sql: string) {
      const known = statements.get(sql);
      if (known !== undefined) return known;
      const statement = database.prepare(sql);
      if (statements.size >= statementCacheSize) statements.clear();
      statements.set(sql, statement);
      return statement;
    },
  };
  const plain = new SqliteDialect({ database: cached });
  return {
    createAdapter: () => new TransactionalDdlAdapter(),
    createDriver: () => new SqliteDriver({ database: cached }),
    createIntrospector: (db) => plain.createIntrospector(db),
    createQueryCompiler: () => plain.createQueryCompiler(),
  };
}
