import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeOwnerOnlyFolder } from '../../platform/ownerOnlyFiles.ts';
import { renamePatiently } from '../../platform/patientFiles.ts';
import { setAsideFolder } from '../backup/swapWorkspace.ts';
import { databaseFileName } from '../database/openDatabase.ts';

const stageName = 'moving';

/** Where a book that comes from a server is made, until it is whole. Empty; what a former try left is gone. */
export function makeStage(folder: string): string {
  const stage = join(folder, stageName);
  rmSync(stage, { recursive: true, force: true });
  makeOwnerOnlyFolder(stage);
  return stage;
}

/** The copy that is whole takes its place. */
export function placeBook(folder: string): void {
  renamePatiently(join(folder, stageName, databaseFileName), join(folder, databaseFileName));
  rmSync(join(folder, stageName), { recursive: true });
}

/** The file of a book that lies on a server by now goes aside, never away. */
export function setBookAside(folder: string, name: string): void {
  const aside = join(setAsideFolder(folder), name);
  makeOwnerOnlyFolder(setAsideFolder(folder));
  makeOwnerOnlyFolder(aside);
  renamePatiently(join(folder, databaseFileName), join(aside, databaseFileName));
}
