import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { databaseFileName, openDatabase } from '../../../electron/store/database/openDatabase.ts';

const practiceKeys = z.object({
  slots: z.array(z.object({ kind: z.literal('practice'), key: z.string() })).min(1),
});

/** Makes a practice workspace one that a newer program has been at; what is returned takes that back. */
export function makeNewer(folder: string): () => void {
  const [slot] = practiceKeys.parse(JSON.parse(readFileSync(join(folder, 'keys.json'), 'utf8'))).slots;
  const change = (sql: string): void => {
    const opened = openDatabase(
      join(folder, databaseFileName),
      Buffer.from(slot?.key ?? '', 'hex'),
      'writer',
    );
    if (!opened.ok) throw new Error(opened.code);
    opened.value.exec(sql);
    opened.value.pragma('wal_checkpoint(truncate)');
    opened.value.close();
  };
  change("insert into kysely_migration (name, timestamp) values ('9990_later', 'x')");
  return () => change("delete from kysely_migration where name = '9990_later'");
}
