import { createHash } from 'node:crypto';
import { z } from 'zod';
import { keyFileSchema } from '../../vault/keySlots.ts';

/** First line of every backup: what it is, and the version of its layout. */
export const backupMagic = 'SHIPDESK-BACKUP 1\n';

/** The header is one line; with many key slots it stays far below this. */
export const maxHeaderBytes = 64 * 1024;

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
});

/** The header line: its own SHA-256, a blank, the JSON. */
export function writeHeader(header: BackupHeader): string {
  const text = JSON.stringify(header);
  return `${sha256(text)} ${text}\n`;
}

/** null: altered, or never a header. */
export function readHeader(line: string): BackupHeader | null {
  const text = line.slice(checksumDigits + 1);
  if (line.slice(0, checksumDigits) !== sha256(text)) return null;
  const parsed = backupHeaderSchema.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : null;
}

const checksumDigits = 64;

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

export type BackupHeader = z.infer<typeof backupHeaderSchema>;
