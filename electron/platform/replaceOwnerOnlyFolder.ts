import { renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Outcome } from '../../shared/errors/outcome.ts';
import { makeOwnerOnlyFolder, replaceOwnerOnlyFile, syncFolder } from './ownerOnlyFiles.ts';

/**
 * Replaces a folder of files: they are written beside it, `judge` reads them there, and only what it accepts takes the
 * folder's place. After a crash the folder is the old one, the new one or, for a moment between two renames, none.
 */
export function replaceOwnerOnlyFolder<T>(
  path: string,
  files: ReadonlyMap<string, string | Uint8Array>,
  judge: (stage: string) => Outcome<T>,
): Outcome<T> {
  const stage = `${path}-new`;
  try {
    rmSync(stage, { recursive: true, force: true });
    makeOwnerOnlyFolder(stage);
    for (const [name, content] of files) replaceOwnerOnlyFile(join(stage, name), content);
    const judged = judge(stage);
    if (!judged.ok) return judged;
    rmSync(path, { recursive: true, force: true });
    renameSync(stage, path);
    syncFolder(dirname(path));
    return judged;
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}
