import { join } from 'node:path';
import { databaseFileName, openDatabase } from '../../../electron/store/database/openDatabase.ts';

/** Changes the database as somebody with its key would: what only keeps the program from mistakes is taken away first. */
export function tamper({ folder }: { readonly folder: string }, statement: string): void {
  const opened = openDatabase(join(folder, databaseFileName), new Uint8Array(32).fill(7), 'writer');
  if (!opened.ok) throw new Error(opened.code);
  const triggers = opened.value.prepare("select sql, name from sqlite_master where type = 'trigger'").all();
  for (const { name } of triggers as { name: string }[]) opened.value.exec(`drop trigger ${name}`);
  opened.value.exec(statement);
  for (const { sql } of triggers as { sql: string }[]) opened.value.exec(sql);
  opened.value.close();
}
