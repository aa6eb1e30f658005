import { createSecretKey, randomBytes } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeOwnerOnlyFolder, readFileIfThere, replaceOwnerOnlyFile } from '../../platform/ownerOnlyFiles.ts';
import { openBytes, sealBytes } from '../../vault/sealing.ts';
import type { ParcelPhoto } from '../schema.ts';

const keyBytes = 32;
const ending = '.sealed';
const keyOf = (sealKey: string) => createSecretKey(Buffer.from(sealKey, 'base64'));

type Sealed = Pick<ParcelPhoto, 'id' | 'sealKey'>;

/** Without it nobody ever reads the still again. */
export const newSealKey = (): string => randomBytes(keyBytes).toString('base64');

export const photoFolderName = 'photos';

/** Stills of parcels as sealed files of a workspace. Each has a key of its own, which stands in its row and nowhere else. */
export function photoFiles(workspaceFolder: string) {
  const folder = join(workspaceFolder, photoFolderName);
  const fileOf = (id: string): string => join(folder, id + ending);
  return {
    put({ id, sealKey }: Sealed, bytes: Uint8Array): void {
      makeOwnerOnlyFolder(folder);
      replaceOwnerOnlyFile(fileOf(id), sealBytes(keyOf(sealKey), bytes, id));
    },
    /** null: its file is gone, or was changed. */
    read({ id, sealKey }: Sealed): Buffer | null {
      const sealed = readFileIfThere(fileOf(id));
      return sealed === null ? null : openBytes(keyOf(sealKey), sealed, id);
    },
    /** The id of every file there is. */
    ids: (): readonly string[] =>
      namesIn(folder)
        .filter((name) => name.endsWith(ending))
        .map((name) => name.slice(0, -ending.length)),
    remove: (id: string): void => rmSync(fileOf(id), { force: true }),
  };
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
