import { join } from 'node:path';
import { Kysely } from 'kysely';
import type { Outcome } from '../../../shared/errors/outcome.ts';
import { databaseFileName, openDatabase } from '../database/openDatabase.ts';
import { createSqliteDialect } from '../database/sqliteDialect.ts';
import type { Schema } from '../schema.ts';
import { backUpDatabase, type OnBackupPart } from './backUpDatabase.ts';
import type { BackupHeader } from './backupFile.ts';
import {
  type BackupOwner,
  copyBackup,
  dropBackups,
  type FoundBackup,
  listBackups,
  markPlace,
  type PlaceRequest,
} from './backupPlaces.ts';
import { type DatabaseFacts, inspectDatabase } from './inspectDatabase.ts';
import { type Rekeying, rekeyDatabase } from './rekeyDatabase.ts';

/** What is done with whole backup files and databases. All of it waits for disks, some of it for a disk that is far away or gone. */
export interface BackupWorks {
  /** A verified backup of the workspace in `folder`; see `backUpDatabase`. `BACKUP_STOPPED`: `stopping` ended it, and nothing is left of it. */
  make(
    folder: string,
    dataKey: Uint8Array,
    target: string,
    stopping?: AbortSignal,
    onPart?: OnBackupPart,
  ): Promise<Outcome<BackupHeader>>;
  /** Reads every page of a database that is not in use; `RESTORE_STOPPED` as above. */
  inspect(path: string, dataKey: Uint8Array, stopping?: AbortSignal): Promise<Outcome<DatabaseFacts>>;
  /** A copy under another key; see `rekeyDatabase`. `KEY_RENEW_STOPPED`: the stage holds part of it. */
  rekey(rekeying: Rekeying, stopping?: AbortSignal): Promise<Outcome<null>>;
  list(folder: string, owner: BackupOwner): Promise<readonly FoundBackup[]>;
  /** Makes a folder a place for copies of this workspace. */
  mark(request: PlaceRequest): Promise<Outcome<null>>;
  /** Copies a backup to a marked place under this name, read back there before it gets it. */
  copy(file: string, name: string, request: PlaceRequest): Promise<Outcome<null>>;
  /** Removes those of this workspace's own naming; the names of what is gone. */
  drop(folder: string, names: readonly string[], owner: BackupOwner): Promise<readonly string[]>;
}

/** In kB, for what is read and again for what is written: a copy reads each page once, and the core it runs beside stays small. */
const copyCache = -2_000;

/** In this process, which waits meanwhile and cannot be stopped in it: for whatever is done before the window is there. */
export const backupWorksHere: BackupWorks = {
  async make(folder, dataKey, target, _stopping, onPart) {
    // A connection of its own: what is committed is copied while others go on writing.
    const opened = openDatabase(join(folder, databaseFileName), dataKey, 'writer');
    if (!opened.ok) return opened;
    opened.value.pragma(`cache_size=${copyCache}`);
    const db = new Kysely<Schema>({ dialect: createSqliteDialect(opened.value) });
    try {
      return await backUpDatabase({ db, folder, dataKey }, target, onPart);
    } finally {
      await db.destroy();
      opened.value.close();
    }
  },
  inspect: async (path, dataKey) => inspectDatabase(path, dataKey),
  rekey: async (rekeying) => rekeyDatabase(rekeying),
  list: async (folder, owner) => listBackups(folder, owner),
  mark: async (request) => markPlace(request),
  copy: async (file, name, request) => copyBackup(file, name, request),
  drop: async (folder, names, owner) => dropBackups(folder, names, owner),
};
