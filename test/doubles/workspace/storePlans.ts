import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CompiledQuery, Kysely } from 'kysely';
import { migrate } from '../../../electron/store/database/migrate.ts';
import { openDatabase } from '../../../electron/store/database/openDatabase.ts';
import { createSqliteDialect } from '../../../electron/store/database/sqliteDialect.ts';
import type { Schema } from '../../../electron/store/schema.ts';
import { done } from '../../../shared/errors/outcome.ts';
import { storeKey } from './storeDesk.ts';

export interface StorePlans {
  readonly db: Kysely<Schema>;
  /** How SQLite goes about everything that `does` asks, a line a step. */
  planOf(does: () => Promise<unknown>): Promise<string[]>;
  close(): Promise<void>;
}

/** An empty database of today's schema, whose reads can be explained: which index each goes along. */
export async function openStorePlans(): Promise<StorePlans> {
  const folder = mkdtempSync(join(tmpdir(), 'plans-'));
  const opened = openDatabase(join(folder, 'a.db'), storeKey, 'writer');
  if (!opened.ok) throw new Error(opened.code);
  let asked: CompiledQuery[] = [];
  const db = new Kysely<Schema>({
    dialect: createSqliteDialect(opened.value),
    log: (event) => {
      if (event.level === 'query') asked.push(event.query);
    },
  });
  await migrate(db, async () => done(null));
  return {
    db,
    async planOf(does) {
      asked = [];
      await does();
      const steps: string[] = [];
      const queries = asked;
      asked = [];
      for (const query of queries) {
        const explained = await db.executeQuery<{ readonly detail: string }>({
          ...query,
          sql: `explain query plan ${query.sql}`,
        });
        steps.push(...explained.rows.map(({ detail }) => detail));
      }
      return steps;
    },
    async close() {
      await db.destroy();
      rmSync(folder, { recursive: true });
    },
  };
}
