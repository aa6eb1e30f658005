import { createHash } from 'node:crypto';
import { closeSync, fstatSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { syncFolder } from '../../platform/ownerOnlyFiles.ts';
import { type BackupHeader, backupMagic, writeHeader } from './backupFile.ts';
import { readChunks } from './readChunks.ts';

/**
 * Composes a backup from a finished copy of the database: hash, then header and bytes into a file aside, on disk
 * before it gets its name. `facts` is the header without what is measured here. Throws what the disk says.
 */
export function writeBackupFile(
  copyPath: string,
  target: string,
  facts: Omit<BackupHeader, 'databaseBytes' | 'databaseSha256' | 'madeAt'>,
): BackupHeader {
  const copy = openSync(copyPath, 'r');
  const temporary = `${target}.${process.pid}.tmp`;
  try {
    const { size, mtimeMs } = fstatSync(copy);
    const hash = createHash('sha256');
    for (const chunk of readChunks(copy, 0, size)) hash.update(chunk);
    const header: BackupHeader = {
      ...facts,
      madeAt: Math.round(mtimeMs),
      databaseBytes: size,
      databaseSha256: hash.digest('hex'),
    };
    const file = openSync(temporary, 'wx', 0o600);
    try {
      writeSync(file, backupMagic + writeHeader(header));
      for (const chunk of readChunks(copy, 0, size)) writeSync(file, chunk);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, target);
    syncFolder(dirname(target));
    return header;
  } finally {
    closeSync(copy);
    rmSync(temporary, { force: true });
  }
}
