import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseFileName } from '../../../electron/store/database/openDatabase.ts';
import { openStore } from '../../../electron/store/openStore.ts';

/** By key, made once a worker. */
const made = new Map<string, Uint8Array>();

/** Into a folder without a database: one with all tables and nothing in them. All steps of the schema take ten times as long as its copy. */
export async function putReadyDatabase(folder: string, dataKey: Uint8Array): Promise<void> {
  const path = join(folder, databaseFileName);
  if (existsSync(path)) return;
  const name = Buffer.from(dataKey).toString('hex');
  const database = made.get(name) ?? (await makeDatabase(dataKey));
  made.set(name, database);
  writeFileSync(path, database, { mode: 0o600 });
}

async function makeDatabase(dataKey: Uint8Array): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'database-'));
  const opened = await openStore(folder, dataKey, 'may-create');
  if (!opened.ok) throw new Error(opened.code);
  await opened.value.close();
  const database = readFileSync(join(folder, databaseFileName));
  rmSync(folder, { recursive: true });
  return database;
}
