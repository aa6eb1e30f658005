import type { KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { roles } from '../../shared/domain/operator.ts';
import { done, failure, type Outcome } from '../../shared/errors/outcome.ts';
import { readFileIfThere, replaceOwnerOnlyFile } from '../platform/ownerOnlyFiles.ts';
import { openBytes, sealBytes } from './sealing.ts';

const digestSchema = z.object({ salt: z.string(), hash: z.string() });
/** Wrong tries in a row, and when the last one was (UTC ms). */
const triesSchema = z.object({ wrongTries: z.number().int().nonnegative(), triedAt: z.number().int() });
/** The same over all desks, with the time of the first. */
const wrongSinceSchema = triesSchema.extend({ since: z.number().int() });

/**
 * What the database alone is not trusted with, because a file can be damaged or replaced by an older copy: who works here and may decide
 * on a restore, PIN tries, and how far the record of acts goes.
 */
const sealedStateSchema = z.object({
  workspaceId: z.string(),
  /** Raised with each writing: of two blocks the higher is the newer. */
  revision: z.number().int().nonnegative(),
  /** UTC ms. */
  at: z.number().int(),
  /** The people who work here now. Empty: whoever opens the workspace is its owner. */
  operators: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      role: z.enum(roles),
      pin: digestSchema,
      tries: wrongSinceSchema,
      createdAt: z.number().int(),
    }),
  ),
  /** For the wait at each desk; `operatorId` empty: over all operators there. */
  deskTries: z.array(triesSchema.extend({ desk: z.string(), operatorId: z.string() })),
  /** Only the digest of the rescue code; null: none. */
  rescue: digestSchema.extend(triesSchema.shape).nullable(),
  /** The newest row of the record of acts; 0 and empty: none yet. */
  acts: z.object({ no: z.number().int().nonnegative(), chain: z.string() }),
});

export type SealedState = z.infer<typeof sealedStateSchema>;

export const sealedStateFileName = 'state.sealed';

/** As text: a line of a file, a field of a backup's header. `key` is of the purpose `sealed state`. */
export function sealState(state: SealedState, key: KeyObject): string {
  return sealBytes(key, JSON.stringify(state), state.workspaceId).toString('base64');
}

/** null: altered, of another workspace, or sealed with another key. */
export function openState(sealed: string, key: KeyObject, workspaceId: string): SealedState | null {
  const plain = openBytes(key, Buffer.from(sealed, 'base64'), workspaceId);
  return plain === null ? null : sealedStateSchema.parse(JSON.parse(plain.toString('utf8')));
}

/** null: the folder has no such file, as before it was introduced. `SEAL_BROKEN`: it fails its proof. */
export function readSealedState(
  folder: string,
  key: KeyObject,
  workspaceId: string,
): Outcome<SealedState> | null {
  const bytes = readFileIfThere(join(folder, sealedStateFileName));
  if (bytes === null) return null;
  const state = openState(bytes.toString('utf8').trim(), key, workspaceId);
  return state === null ? failure('SEAL_BROKEN') : done(state);
}

/** The stored block for the header of a backup; null: there is none, or it fails its proof. */
export function readSealedText(folder: string, key: KeyObject, workspaceId: string): string | null {
  const sealed = readFileIfThere(join(folder, sealedStateFileName))?.toString('utf8').trim() ?? '';
  return openState(sealed, key, workspaceId) === null ? null : sealed;
}

/** On disk when it returns. */
export function writeSealedState(folder: string, state: SealedState, key: KeyObject): void {
  replaceOwnerOnlyFile(join(folder, sealedStateFileName), `${sealState(state, key)}\n`);
}
