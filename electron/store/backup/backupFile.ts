import { createHash, type KeyObject } from 'node:crypto';
import { closeSync, fstatSync, fsyncSync, openSync, readSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { z } from 'zod';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { isSameDigest } from '../../platform/sameDigest.ts';
import { writeWhole } from '../../platform/writeWhole.ts';
import { keyFileSchema } from '../../vault/keySlots.ts';
import { proofOf } from '../../vault/sealing.ts';

/** First line of every backup: what it is, and the version of its layout. Of version 1 nothing proves the header. */
const backupMagic = 'SHIPDESK-BACKUP 2\n';
const oldMagic = 'SHIPDESK-BACKUP 1\n';

/** The header is one line; with many key slots it stays far below this. */
const maxHeaderBytes = 64 * 1024;

export const backupExtension = '.sdbackup';

/**
 * Second line of a backup, as JSON behind its checksum. The rest of the file is the encrypted database, byte for byte. The key slots
 * travel along, so that the passphrase opens the backup on another machine; the account secrets stay sealed inside.
 */
const backupHeaderSchema = z.object({
  workspaceId: z.string().min(1),
  /** UTC ms. */
  madeAt: z.number().int().nonnegative(),
  schemaVersion: z.string(),
  orders: z.number().int().nonnegative(),
  databaseBytes: z.number().int().positive(),
  databaseSha256: z.string().regex(/^[0-9a-f]{64}$/),
  keyFile: keyFileSchema,
  /** The sealed state as it lay beside the database; null: there was none, as before there was one. */
  sealed: z.string().nullable().default(null),
  /** How far the journal of outside calls stood; null: nothing of it was known there. */
  journal: z.object({ seq: z.number().int(), segment: z.number().int() }).nullable().default(null),
});

/** The header line: SHA-256 of what follows (tells damage without a key), the proof (tells forgery with it), the JSON. */
function writeHeader(header: BackupHeader, key: KeyObject): string {
  const text = JSON.stringify(header);
  const proven = `${proofOf(key, text)} ${text}`;
  return `${sha256(proven)} ${proven}\n`;
}

interface HeaderLine {
  readonly header: BackupHeader;
  /** Shows that only a holder of the key can have written it; null: an older layout, which has no proof. */
  readonly proof: { readonly digest: string; readonly text: string } | null;
}

/** null: altered, or never a header. */
function readHeader(line: string, isOld: boolean): HeaderLine | null {
  const rest = line.slice(checksumDigits + 1);
  if (line.slice(0, checksumDigits) !== sha256(rest)) return null;
  const text = isOld ? rest : rest.slice(checksumDigits + 1);
  const parsed = backupHeaderSchema.safeParse(jsonOf(text));
  if (!parsed.success) return null;
  return { header: parsed.data, proof: isOld ? null : { digest: rest.slice(0, checksumDigits), text } };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Hex digits of a SHA-256, keyed or not. */
const checksumDigits = 64;

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

export type BackupHeader = z.infer<typeof backupHeaderSchema>;

/**
 * Composes a backup from a finished copy of the database: hash, then header and bytes into a new file, on disk when it
 * returns. `facts` is the header without what is measured here, `key` of the purpose `backup header`. Throws what the disk says.
 */
export function writeBackupFile(
  copyPath: string,
  path: string,
  facts: Omit<BackupHeader, 'databaseBytes' | 'databaseSha256' | 'madeAt'>,
  key: KeyObject,
): BackupHeader {
  const copy = openSync(copyPath, 'r');
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
    const file = openSync(path, 'wx', 0o600);
    try {
      writeWhole(file, backupMagic + writeHeader(header, key));
      for (const chunk of readChunks(copy, 0, size)) writeWhole(file, chunk);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    return header;
  } finally {
    closeSync(copy);
  }
}

export interface OpenBackup {
  readonly header: BackupHeader;
  /** `old-format`: nothing could prove this header. `forged`: not written with this key (purpose `backup header`). */
  proofBy(key: KeyObject): BackupProof;
  /**
   * Writes the database to a new file, on disk when it resolves; bytes that do not add up: `BACKUP_DAMAGED`. Others have their turn
   * behind each megabyte; `stopping` ends it there, with `RESTORE_STOPPED`.
   */
  extractTo(path: string, stopping?: AbortSignal): Promise<Outcome<null>>;
  close(): void;
}

export type BackupProof = 'proven' | 'old-format' | 'forged';

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
  const magic = head.toString('latin1', 0, backupMagic.length);
  // Empty, or nothing but zeros: copied to a stick that was pulled out before it had been written.
  if (head.every((byte) => byte === 0)) return failure('BACKUP_DAMAGED', { file: path });
  if (magic !== backupMagic && magic !== oldMagic) return failure('BACKUP_NOT_OURS', { file: path });
  const lineEnd = head.indexOf(0x0a, backupMagic.length);
  const line = lineEnd === -1 ? '' : head.toString('utf8', backupMagic.length, lineEnd);
  const read = readHeader(line, magic === oldMagic);
  if (read === null || facts.size !== lineEnd + 1 + read.header.databaseBytes)
    return failure('BACKUP_DAMAGED', { file: path });
  const { header, proof } = read;
  return done({
    header,
    proofBy(key) {
      if (proof === null) return 'old-format';
      return isSameDigest(proof.digest, proofOf(key, proof.text)) ? 'proven' : 'forged';
    },
    extractTo: (target, stopping) =>
      extract(readChunks(file, lineEnd + 1, header.databaseBytes), header, target, stopping),
    close: () => closeSync(file),
  });
}

async function extract(
  chunks: Iterable<Uint8Array>,
  header: BackupHeader,
  target: string,
  stopping?: AbortSignal,
): Promise<Outcome<null>> {
  const hash = createHash('sha256');
  const out = openSync(target, 'wx', 0o600);
  try {
    for (const chunk of chunks) {
      hash.update(chunk);
      writeWhole(out, chunk);
      await nextTurn();
      if (stopping?.aborted === true) return failure('RESTORE_STOPPED');
    }
    fsyncSync(out);
  } finally {
    closeSync(out);
  }
  return hash.digest('hex') === header.databaseSha256 ? done(null) : failure('BACKUP_DAMAGED');
}

/** One piece of a database file in memory: 1 MB keeps a large backup flat. */
const chunkBytes = 1024 * 1024;

/** The bytes of an open file from `start` on, `length` of them, fewer when it ends before. Each chunk is valid until the next. */
function* readChunks(file: number, start: number, length: number): Generator<Uint8Array> {
  const buffer = Buffer.alloc(Math.min(chunkBytes, Math.max(length, 1)));
  let position = start;
  const end = start + length;
  while (position < end) {
    const got = readSync(file, buffer, 0, Math.min(buffer.length, end - position), position);
    if (got === 0) return;
    yield buffer.subarray(0, got);
    position += got;
  }
}
