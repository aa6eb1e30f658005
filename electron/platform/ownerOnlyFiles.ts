import { chmodSync, closeSync, existsSync, fsyncSync, mkdirSync, openSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Outcome } from '../../shared/errors/outcome.ts';
import { systemCodeOf } from './expectedFailure.ts';
import { readPatiently, renamePatiently } from './patientFiles.ts';
import { accessRights } from './windows/accessRights.ts';
import { writeWhole } from './writeWhole.ts';

/** Makes the folder (and its parents) readable by its owner alone. */
export function makeOwnerOnlyFolder(path: string): void {
  makeFolders(path);
  if (process.platform !== 'win32') chmodSync(path, 0o700);
  else if (othersWhoRead(path).length > 0) accessRights()?.close(path);
}

/**
 * The folder and those above it that are missing, one after the other: asked to make them all (`recursive`), Node tries for ever where
 * a folder is there and takes none, as automounts and /proc do.
 */
export function makeFolders(path: string): void {
  const parent = dirname(path);
  if (parent !== path && !existsSync(parent)) makeFolders(parent);
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) throw error;
  }
}

/** Names of others who may read it; on Windows alone, where modes say nothing. Whoever cannot be asked about is `?`. */
export function othersWhoRead(path: string): readonly string[] {
  const rights = accessRights();
  return rights === null ? ['?'] : (rights.others(path) ?? ['?']);
}

/** Replaces a file whole: temp file, fsync, rename, fsync of the folder. After a crash it is the old or the new one. */
export function replaceOwnerOnlyFile(path: string, content: string | Uint8Array): void {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    writeNew(temporary, content);
    renamePatiently(temporary, path);
  } catch (error) {
    // On a full disk it would stay for ever: the next process writes another one.
    rmSync(temporary, { force: true });
    throw error;
  }
  syncFolder(dirname(path));
}

function writeNew(path: string, content: string | Uint8Array): void {
  const file = openSync(path, 'w', 0o600);
  try {
    writeWhole(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** null when there is no such file; any other problem throws. */
export function readFileIfThere(path: string): Buffer | null {
  try {
    return readPatiently(path);
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Makes a rename or a new name in this folder last. */
export function syncFolder(path: string): void {
  // Windows has no folder handles to sync; NTFS journals the rename itself.
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

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
    renamePatiently(stage, path);
    syncFolder(dirname(path));
    return judged;
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}
