import { copyFileSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { faultPoint } from '../../platform/faultPoint.ts';
import { makeOwnerOnlyFolder, replaceOwnerOnlyFile, syncFolder } from '../../platform/ownerOnlyFiles.ts';
import { databaseFileName } from '../database/openDatabase.ts';

const keyFileName = 'keys.json';
const planSchema = z.object({ setAside: z.string().regex(/^[\w-]+$/) });

/** What is being put in place: made complete here before anything of the present state moves. */
export const stageFolder = (folder: string): string => join(folder, 'restoring');
export const stagedDatabase = (folder: string): string => join(stageFolder(folder), databaseFileName);
export const stagedKeys = (folder: string): string => join(stageFolder(folder), keyFileName);
export const setAsideFolder = (folder: string): string => join(folder, 'set-aside');

const planPath = (folder: string) => join(stageFolder(folder), 'plan.json');

/**
 * Puts the staged database (and keys, when staged) in the place of the present ones, which move to
 * `set-aside/<name>`, never deleted. From the written plan on it only goes forward: `finishSwap` at the next start
 * ends what a crash interrupted.
 */
export function swapWorkspace(folder: string, setAside: string): void {
  faultPoint('restore.before-plan');
  replaceOwnerOnlyFile(planPath(folder), JSON.stringify({ setAside }));
  faultPoint('restore.after-plan');
  finishSwap(folder);
}

/** Ends a planned swap, whichever step it had reached; without a plan, leftovers of a stage go. Lock the folder first. */
export function finishSwap(folder: string): void {
  if (!existsSync(stageFolder(folder))) return;
  if (existsSync(planPath(folder))) {
    const { setAside } = planSchema.parse(JSON.parse(readFileSync(planPath(folder), 'utf8')));
    const aside = join(setAsideFolder(folder), setAside);
    makeOwnerOnlyFolder(aside);
    // The log before its database: a database without its log is whole up to the last checkpoint, a log alone is not.
    if (existsSync(stagedDatabase(folder))) {
      for (const name of [`${databaseFileName}-wal`, `${databaseFileName}-shm`, databaseFileName])
        moveIfThere(join(folder, name), join(aside, name));
      syncFolder(aside);
      faultPoint('restore.after-aside');
      renameSync(stagedDatabase(folder), join(folder, databaseFileName));
    }
    if (existsSync(stagedKeys(folder))) {
      moveIfThere(join(folder, keyFileName), join(aside, keyFileName));
      faultPoint('restore.between-keys');
      renameSync(stagedKeys(folder), join(folder, keyFileName));
    }
    syncFolder(folder);
    faultPoint('restore.before-end');
  }
  rmSync(stageFolder(folder), { recursive: true, force: true });
  syncFolder(folder);
}

/** So that what is set aside is a workspace of its own, which `--data` opens. */
export function copyKeysAside(folder: string, setAside: string): void {
  const aside = join(setAsideFolder(folder), setAside);
  makeOwnerOnlyFolder(aside);
  copyFileSync(join(folder, keyFileName), join(aside, keyFileName));
}

function moveIfThere(from: string, to: string): void {
  if (existsSync(from)) renameSync(from, to);
}
