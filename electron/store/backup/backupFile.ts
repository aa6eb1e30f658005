import { z } from 'zod';
import { keyFileSchema } from '../../vault/keySlots.ts';

/** First line of every backup: what it is, and the version of its layout. */
export const backupMagic = 'SHIPDESK-BACKUP 1\n';

/** The header is one line; with many key slots it stays far below this. */
export const maxHeaderBytes = 64 * 1024;

export const backupExtension = '.sdbackup';

/**
 * Second line of a backup, as JSON. The rest of the file is the encrypted database, byte for byte. The key slots
 * travel along, so that the passphrase opens the backup on another machine; the account secrets stay sealed inside.
 */
export const backupHeaderSchema = z.object({
  workspaceId: z.string().min(1),
  /** UTC ms. */
  madeAt: z.number().int().nonnegative(),
  schemaVersion: z.string(),
  orders: z.number().int().nonnegative(),
  databaseBytes: z.number().int().positive(),
  databaseSha256: z.string().regex(/^[0-9a-f]{64}$/),
  keyFile: keyFileSchema,
});

export type BackupHeader = z.infer<typeof backupHeaderSchema>;
