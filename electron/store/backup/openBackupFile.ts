import { createHash } from 'node:crypto';
import { closeSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { type BackupHeader, backupMagic, maxHeaderBytes, readHeader } from './backupFile.ts';
import { readChunks } from './readChunks.ts';

export interface OpenBackup {
  readonly header: BackupHeader;
  /** Writes the database to a new file, on disk when it returns; bytes that do not add up: `BACKUP_DAMAGED`. */
  extractTo(path: string): Outcome<null>;
  close(): void;
}

/** Opens a backup by its content, whatever it is called. Not ours, cut off or altered is told apart; nothing is written. */
export function openBackupFile(path: string): Outcome<OpenBackup> {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return failure('BACKUP_UNREADABLE', { file: path });
  }
  const opened = readBackup(file, path);
  if (!opened.ok) closeSync(file);
  return opened;
}

function readBackup(file: number, path: string): Outcome<OpenBackup> {
  const facts = fstatSync(file);
  if (!facts.isFile()) return failure('BACKUP_UNREADABLE', { file: path });
  const head = Buffer.alloc(Math.min(facts.size, backupMagic.length + maxHeaderBytes));
  readSync(file, head, 0, head.length, 0);
  if (!head.subarray(0, backupMagic.length).equals(Buffer.from(backupMagic)))
    return failure('BACKUP_NOT_OURS', { file: path });
  const lineEnd = head.indexOf(0x0a, backupMagic.length);
  const header = lineEnd === -1 ? null : readHeader(head.toString('utf8', backupMagic.length, lineEnd));
  if (header === null || facts.size !== lineEnd + 1 + header.databaseBytes)
    return failure('BACKUP_DAMAGED', { file: path });
  return done({
    header,
    extractTo: (target) => extract(file, lineEnd + 1, header, target),
    close: () => closeSync(file),
  });
}

function extract(file: number, start: number, header: BackupHeader, target: string): Outcome<null> {
  const hash = createHash('sha256');
  const out = openSync(target, 'wx', 0o600);
  try {
    for (const chunk of readChunks(file, start, header.databaseBytes)) {
      hash.update(chunk);
      writeSync(out, chunk);
    }
    fsyncSync(out);
  } finally {
    closeSync(out);
  }
  return hash.digest('hex') === header.databaseSha256 ? done(null) : failure('BACKUP_DAMAGED');
}
