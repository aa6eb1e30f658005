import { statSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely } from 'kysely';
import type { UpgradeListener, UpgradeStep } from '../../shared/domain/upgrade.ts';
import { onlyWorkstation } from '../../shared/domain/workstation.ts';
import { done, failure, type Outcome } from '../../shared/errors/outcome.ts';
import { backupFolder } from './backup/backUpDatabase.ts';
import { type BackupHeader, backupExtension } from './backup/backupFile.ts';
import { type BackupWorks, backupWorksHere } from './backup/backupWorks.ts';
import { isSound } from './database/isSound.ts';
import { type CopierEntry, LogCopier } from './database/logCopier.ts';
import { migrate } from './database/migrate.ts';
import { databaseFileName, isAlone, openDatabase } from './database/openDatabase.ts';
import { createSqliteDialect } from './database/sqliteDialect.ts';
import { syncedTogether } from './database/syncedTogether.ts';
import type { Schema } from './schema.ts';
import { createStore, type SealHook } from './store.ts';
import { createSettingRepository } from './workspace/settingRepository.ts';
import type { WorkspaceStore } from './workspaceStore.ts';

export interface StoreHelpers {
  /** Who makes backups, that of before an upgrade too; absent: this process. */
  readonly backupWorks?: BackupWorks;
  /** The thread that copies the log while many rows are stored; absent: there is none. */
  readonly logCopier?: CopierEntry;
  /** Told how far the upgrade of a workspace is; absent: nobody looks. */
  readonly onUpgrade?: UpgradeListener;
  /** Ends an upgrade that is still at its backup. */
  readonly stopping?: AbortSignal;
}

/** Is there a database file that holds anything? */
export function hasDatabase(folder: string): boolean {
  return (statSync(join(folder, databaseFileName), { throwIfNoEntry: false })?.size ?? 0) > 0;
}

/**
 * Opens the embedded store of a workspace: key, integrity, version, in this order. Where it must exist, a missing
 * or empty file is damage, never a reason to start over.
 */
export async function openStore(
  folder: string,
  dataKey: Uint8Array,
  existing: 'may-create' | 'must-exist',
  seal?: SealHook,
  helpers: StoreHelpers = {},
): Promise<Outcome<WorkspaceStore>> {
  const { backupWorks = backupWorksHere } = helpers;
  const path = join(folder, databaseFileName);
  if (existing === 'must-exist' && !hasDatabase(folder)) return failure('WORKSPACE_DAMAGED');
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
  const migrated = await upgrade({ db: writerDb, folder, dataKey }, { ...helpers, backupWorks });
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
  const copier = new LogCopier(writer.value, { path, dataKey }, helpers.logCopier);
  let lastBackup: Promise<unknown> = Promise.resolve();
  return done({
    ...store,
    backupWorks,
    storeMany: (work) =>
      copier.beside((onStored) =>
        syncedTogether(writer.value, writerDb, (runTransaction) =>
          work({
            write: (some) => runTransaction((db) => createStore(db, readerDb, { seal }).write(some)),
            onStored,
          }),
        ),
      ),
    emptyLog: () => copier.without(store.emptyLog),
    backUp(target, stopping) {
      const make = () => backupWorks.make(folder, dataKey, target, stopping);
      const made = lastBackup.then(() => copier.without(make));
      lastBackup = made.catch(() => undefined);
      return made;
    },
    async close() {
      await copier.close();
      await store.close();
      // Kysely leaves a connection it was never asked to use open; the last one to close folds the log into the file.
      reader.value.close();
      writer.value.close();
    },
  });
}

interface Upgraded {
  readonly db: Kysely<Schema>;
  readonly folder: string;
  readonly dataKey: Uint8Array;
}

type UpgradeHelpers = StoreHelpers & Required<Pick<StoreHelpers, 'backupWorks'>>;

const backupParts = ['copy', 'write', 'check'] as const;

/** Backup and changes as one way of so many parts; each is announced before it begins, since nothing else is answered meanwhile. */
async function upgrade(
  { db, folder, dataKey }: Upgraded,
  { backupWorks, stopping, onUpgrade = () => undefined }: UpgradeHelpers,
): Promise<Outcome<null>> {
  const bytes = statSync(join(folder, databaseFileName)).size;
  const tell = async (
    step: Pick<UpgradeStep, 'part' | 'done' | 'growing'>,
    changes: number,
  ): Promise<void> => {
    onUpgrade({ ...step, total: backupParts.length + changes, bytes });
    // The announcement leaves this process before it is busy.
    await new Promise(setImmediate);
  };
  const made: BackupHeader[] = [];
  try {
    const migrated = await migrate(
      db,
      async (step, changes) => {
        const backedUp = await backUpBefore(folder, step, (target) =>
          backupWorks.make(folder, dataKey, target, stopping, (part, growing) =>
            tell({ part, done: backupParts.indexOf(part), growing }, changes),
          ),
        );
        if (!backedUp.ok) return backedUp;
        made.push(backedUp.value);
        return done(null);
      },
      undefined,
      (finished, changes) => tell({ part: 'change', done: backupParts.length + finished }, changes),
    );
    // It is a backup like any other: nobody is to hear that there is none.
    const [backup] = made;
    if (migrated.ok && backup !== undefined)
      await createSettingRepository(db, onlyWorkstation, () => undefined).put('lastBackupAt', backup.madeAt);
    return migrated;
  } finally {
    onUpgrade(null);
  }
}

/** The way back from an upgrade, under a name of its own: an older one may be of another state. */
async function backUpBefore(
  folder: string,
  step: string,
  make: (target: string) => Promise<Outcome<BackupHeader>>,
): Promise<Outcome<BackupHeader>> {
  for (let no = 1; ; no++) {
    const name = `before-${step}${no === 1 ? '' : `-${no}`}${backupExtension}`;
    const made = await make(join(backupFolder(folder), name));
    if (made.ok) return made;
    if (made.code === 'BACKUP_STOPPED') return failure('UPGRADE_STOPPED');
    if (made.code !== 'BACKUP_EXISTS') return made;
  }
}
