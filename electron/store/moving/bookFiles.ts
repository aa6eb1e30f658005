import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { dayMs } from '../../../shared/rules/shopTime.ts';
import { makeOwnerOnlyFolder } from '../../platform/ownerOnlyFiles.ts';
import { renamePatiently } from '../../platform/patientFiles.ts';
import { setAsideFolder } from '../backup/swapWorkspace.ts';
import { databaseFileName } from '../database/openDatabase.ts';

/** Where a book that comes from a server is made, until it is whole; encrypted as the one of the folder is. */
export const stageOf = (folder: string): string => join(folder, 'moving');

/** With what a previous try has left there. */
export function makeStage(folder: string): string {
  const stage = stageOf(folder);
  makeOwnerOnlyFolder(stage);
  return stage;
}

export const dropStage = (folder: string): void => rmSync(stageOf(folder), { recursive: true, force: true });

/** Nobody has gone on with it for so long: what it holds of people is not kept for ever. */
const oldestStageMs = 7 * dayMs;

export function dropOldStage(folder: string, now: number): void {
  const stage = join(stageOf(folder), databaseFileName);
  const changedAt = statSync(stage, { throwIfNoEntry: false })?.mtimeMs ?? now;
  if (now - changedAt > oldestStageMs) dropStage(folder);
}

/** The copy that is whole takes its place. */
export function placeBook(folder: string): void {
  renamePatiently(join(stageOf(folder), databaseFileName), join(folder, databaseFileName));
  dropStage(folder);
}

/** The file of a book that lies on a server by now goes aside, never away. */
export function setBookAside(folder: string, name: string): void {
  const aside = join(setAsideFolder(folder), name);
  makeOwnerOnlyFolder(setAsideFolder(folder));
  makeOwnerOnlyFolder(aside);
  renamePatiently(join(folder, databaseFileName), join(aside, databaseFileName));
}
