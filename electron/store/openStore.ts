import { statSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely } from 'kysely';
import type { UpgradeListener, UpgradeStep } from '../../shared/domain/upgrade.ts';
import { done, failure, type Outcome } from '../../shared/errors/outcome.ts';
import {
  type BackupSource,
  backUpDatabase,
  backupFolder,
  type OnBackupPart,
} from './backup/backUpDatabase.ts';
import { backupExtension } from './backup/backupFile.ts';
import { type BackupWorks, backupWorksHere } from './backup/backupWorks.ts';
import { isSound } from './database/isSound.ts';
import { migrate } from './database/migrate.ts';
import { databaseFileName, isAlone, openDatabase } from './database/openDatabase.ts';
import { createSqliteDialect } from './database/sqliteDialect.ts';
import type { Schema } from './schema.ts';
import { createStore, type SealHook } from './store.ts';
import type { WorkspaceStore } from './workspaceStore.ts';

export interface StoreHelpers {
  /** Who makes backups once it is open; absent: this process. */
  readonly backupWorks?: BackupWorks;
  readonly onUpgrade?: UpgradeListener;
}

/** Is there a database file that holds anything? */
export function hasDatabase(folder: string): boolean {
  return (statSync(join(folder, databaseFileName), { throwIfNoEntry: false })?.size ?? 0) > 0;
}

/**
 * Opens the embedded store of a workspace: key, integrity, version, in this order. `mayCreate` false: a missing or
 * empty file is damage, never a reason to start anew.
 */
export async function openStore(
  folder: string,
  dataKey: Uint8Array,
  mayCreate: boolean,
  seal?: SealHook,
  { backupWorks = backupWorksHere, onUpgrade = () => undefined }: StoreHelpers = {},
): Promise<Outcome<WorkspaceStore>> {
  const path = join(folder, databaseFileName);
  if (!mayCreate && !hasDatabase(folder)) return failure('WORKSPACE_DAMAGED');
  const writer = openDatabase(path, dataKey, 'writer');
  if (!writer.ok) return writer;
  if (!isAlone(writer.value)) {
    writer.value.close();
    return failure('WORKSPACE_BUSY', { pid: '?' });
  }
  if (!isSound(writer.value)) {
    writer.value.close();
    return failure('WORKSPACE_DAMAGED');
  }
  const writerDb = new Kysely<Schema>({ dialect: createSqliteDialect(writer.value) });
  const source: BackupSource = { db: writerDb, folder, dataKey };
  const migrated = await upgrade(source, onUpgrade);
  if (!migrated.ok) {
    await writerDb.destroy();
    return migrated;
  }
  const reader = openDatabase(path, dataKey, 'reader');
  if (!reader.ok) {
    await writerDb.destroy();
    return reader;
  }
  const readerDb = new Kysely<Schema>({ dialect: createSqliteDialect(reader.value) });
  const store = createStore(writerDb, readerDb, { seal });
  let lastBackup: Promise<unknown> = Promise.resolve();
  return done({
    ...store,
    backupWorks,
    backUp(target, stopping) {
      const made = lastBackup.then(() => backupWorks.make(folder, dataKey, target, stopping));
      lastBackup = made.catch(() => undefined);
      return made;
    },
    async close() {
      await store.close();
      // Kysely leaves a connection it was never asked to use open; the last one to close folds the log into the file.
      reader.value.close();
      writer.value.close();
    },
  });
}

const backupParts = ['copy', 'write', 'check'] as const;

/** Backup and changes as one way of so many parts; each is told before it begins, since nothing else is answered meanwhile. */
async function upgrade(source: BackupSource, onUpgrade: UpgradeListener): Promise<Outcome<null>> {
  const bytes = statSync(join(source.folder, databaseFileName)).size;
  const tell = async (
    step: Pick<UpgradeStep, 'part' | 'done' | 'growing'>,
    changes: number,
  ): Promise<void> => {
    onUpgrade({ ...step, total: backupParts.length + changes, bytes });
    // What was told leaves this process before it is busy.
    await new Promise(setImmediate);
  };
  try {
    return await migrate(
      source.db,
      (step, changes) =>
        backUpBefore(source, step, (part, growing) =>
          tell({ part, done: backupParts.indexOf(part), growing }, changes),
        ),
      undefined,
      (finished, changes) => tell({ part: 'change', done: backupParts.length + finished }, changes),
    );
  } finally {
    onUpgrade(null);
  }
}

/** The way back from an upgrade, under a name of its own: an older one may be of another state. */
async function backUpBefore(
  source: BackupSource,
  step: string,
  onPart: OnBackupPart,
): Promise<Outcome<null>> {
  for (let no = 1; ; no++) {
    const name = `before-${step}${no === 1 ? '' : `-${no}`}${backupExtension}`;
    const made = await backUpDatabase(source, join(backupFolder(source.folder), name), onPart);
    if (made.ok) return done(null);
    if (made.code !== 'BACKUP_EXISTS') return made;
  }
}
