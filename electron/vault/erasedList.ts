import { createSecretKey, type KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { done, failure, type Outcome } from '../../shared/errors/outcome.ts';
import { readFileIfThere, replaceOwnerOnlyFile } from '../platform/ownerOnlyFiles.ts';
import { openBytes, proofOf, sealBytes } from './sealing.ts';

/** A person who asked to be erased: a keyed mark of the number, never the number, and when they last asked (UTC ms). */
export const erasedPersonSchema = z.object({
  mark: z.string().regex(/^[0-9a-f]{64}$/),
  askedAt: z.number().int(),
});

export type ErasedPerson = z.infer<typeof erasedPersonSchema>;

const erasedListSchema = z.array(erasedPersonSchema);

export const erasedListFileName = 'erased.sealed';

interface ListPlace {
  readonly folder: string;
  readonly workspaceId: string;
  /** Of the purpose `erased persons`, which is kept when the workspace's key is renewed. */
  readonly key: KeyObject;
}

/** The marks are made with the key itself. */
const sealKey = (key: KeyObject): KeyObject =>
  createSecretKey(Buffer.from(proofOf(key, 'sealed list'), 'hex'));

/** Empty: no one was ever erased. `SEAL_BROKEN`: altered, of another workspace or under another key. */
export function readErasedList({ folder, workspaceId, key }: ListPlace): Outcome<readonly ErasedPerson[]> {
  const bytes = readFileIfThere(join(folder, erasedListFileName));
  if (bytes === null) return done([]);
  const plain = openBytes(sealKey(key), Buffer.from(bytes.toString('utf8').trim(), 'base64'), workspaceId);
  if (plain === null) return failure('SEAL_BROKEN');
  return done(erasedListSchema.parse(JSON.parse(plain.toString('utf8'))));
}

/** On disk when it returns. */
export function writeErasedList(
  { folder, workspaceId, key }: ListPlace,
  list: readonly ErasedPerson[],
): void {
  const sealed = sealBytes(sealKey(key), JSON.stringify(list), workspaceId);
  replaceOwnerOnlyFile(join(folder, erasedListFileName), `${sealed.toString('base64')}\n`);
}
