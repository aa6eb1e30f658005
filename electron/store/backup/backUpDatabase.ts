import { existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import {
  done,
  type ErrorParams,
  failure,
  failureFrom,
  type Outcome,
} from '../../../shared/errors/outcome.ts';
import { systemCodeOf } from '../../platform/expectedFailure.ts';
import { makeOwnerOnlyFolder, syncFolder } from '../../platform/ownerOnlyFiles.ts';
import { renamePatiently } from '../../platform/patientFiles.ts';
import { databasePath } from '../../platform/windows/fileNames.ts';
import { readSealedText } from '../../vault/sealedState.ts';
import { deriveKey } from '../../vault/sealing.ts';
import { readKeyFile } from '../../vault/workspaceKey.ts';
import type { Schema } from '../schema.ts';
import { type BackupHeader, openBackupFile, writeBackupFile } from './backupFile.ts';
import { inspectDatabase } from './inspectDatabase.ts';

export interface BackupSource {
  readonly db: Kysely<Schema>;
  readonly folder: string;
  readonly dataKey: Uint8Array;
}

/** Where backups lie that nobody named a place for. */
export const backupFolder = (folder: string): string => join(folder, 'backups');

/** What a process of this id has not finished yet; nobody's, once it has ended. */
const unfinished = (folder: string, target: string, pid: number) => ({
  copyPath: join(backupFolder(folder), `copy-${pid}.tmp`),
  aside: `${target}.${pid}.tmp`,
});

/** Removes what a process that was ended in the middle of a backup left of it. */
export function clearUnfinished(folder: string, target: string, pid: number): void {
  const { copyPath, aside } = unfinished(folder, target, pid);
  // SQLite keeps a journal of the copy while it makes it.
  for (const path of [copyPath, `${copyPath}-journal`, aside]) {
    try {
      rmSync(path, { force: true });
    } catch (error) {
      // A disk that refuses this as well has its refusal told already.
      if (!isDiskTrouble(error)) throw error;
    }
  }
}

/** Told before each part of it begins, with the file that grows to the size of the database meanwhile. */
export type OnBackupPart = (part: 'copy' | 'write' | 'check', growing?: string) => Promise<void>;

const ignoreProgress: OnBackupPart = async () => undefined;

/**
 * A verified copy of the whole workspace in one file. It is made by `VACUUM INTO`, since a copy of the live file would miss or tear what
 * its log holds. Every page is read back with the key, and the finished backup is hashed once more from disk before it gets its name.
 * Waits for a running transaction. `BACKUP_EXISTS`, `BACKUP_NOT_WRITABLE`, `BACKUP_DAMAGED`: no file is left behind.
 */
export async function backUpDatabase(
  source: BackupSource,
  target: string,
  onPart: OnBackupPart = ignoreProgress,
): Promise<Outcome<BackupHeader>> {
  if (existsSync(target)) return failure('BACKUP_EXISTS', { file: target });
  const keyFile = readKeyFile(source.folder);
  if (keyFile?.ok !== true) return failure('WORKSPACE_DAMAGED');
  const { copyPath, aside } = unfinished(source.folder, target, process.pid);
  // The copy lies beside the workspace, on a disk that may be another one than that of the backup.
  let writing = copyPath;
  try {
    makeOwnerOnlyFolder(backupFolder(source.folder));
    rmSync(copyPath, { force: true });
    await onPart('copy', copyPath);
    await sql`vacuum into ${databasePath(copyPath)}`.execute(source.db);
    const facts = inspectDatabase(copyPath, source.dataKey);
    if (!facts.ok) return facts;
    const { orders, schemaVersion, journal } = facts.value;
    const { workspaceId } = keyFile.value;
    const sealed = readSealedText(source.folder, deriveKey(source.dataKey, 'sealed state'), workspaceId);
    await onPart('write');
    writing = target;
    const header = writeBackupFile(
      copyPath,
      aside,
      { workspaceId, schemaVersion, orders, keyFile: keyFile.value, sealed, journal },
      deriveKey(source.dataKey, 'backup header'),
    );
    await onPart('check', copyPath);
    writing = copyPath;
    const checked = await readBack(aside, copyPath);
    if (!checked.ok) return checked;
    writing = target;
    renamePatiently(aside, target);
    syncFolder(dirname(target));
    return done(header);
  } catch (error) {
    if (!isDiskTrouble(error)) throw error;
    return failureFrom(error, failure('BACKUP_NOT_WRITABLE', { file: writing, ...diskCause(error) }));
  } finally {
    clearUnfinished(source.folder, target, process.pid);
  }
}

/** What was written is read once more from the disk, hash and all. */
async function readBack(file: string, copyPath: string): Promise<Outcome<null>> {
  const opened = openBackupFile(file);
  if (!opened.ok) return opened;
  rmSync(copyPath, { force: true });
  try {
    return await opened.value.extractTo(copyPath);
  } finally {
    opened.value.close();
  }
}

const enginesWords: readonly (readonly [code: RegExp, cause: string])[] = [
  [/^(SQLITE_FULL|EDQUOT)$/, 'ENOSPC'],
  [/^SQLITE_READONLY/, 'EROFS'],
  [/^SQLITE_IOERR/, 'EIO'],
];

/** What the disk has against it, where there is a word for it. */
export function diskCause(error: unknown): ErrorParams {
  const code = systemCodeOf(error);
  const cause = enginesWords.find(([codes]) => codes.test(code))?.[1] ?? code;
  return /^E(NOSPC|ROFS|IO|ACCES|PERM|BUSY)$/.test(cause) ? { cause } : {};
}

/** Is this what the disk or its rights say (full, read-only, gone), whoever passed it on? */
export function isDiskTrouble(error: unknown): boolean {
  return /^(E[A-Z]+|SQLITE_(FULL|IOERR.*|CANTOPEN.*|READONLY.*))$/.test(systemCodeOf(error));
}
