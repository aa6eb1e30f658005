import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A program that runs longer from an older build is ended before the next one. */
const keptForMs = 30 * 24 * 3_600_000;

/**
 * Moves the files of a build to where they are run from, each in one step. What an earlier build left there stays for a while: a program
 * that was started from it reads some of its parts only when it needs them.
 */
export function putBuildInPlace(made: string, place: string, now: number): void {
  const files = filesBelow(made);
  for (const file of files) {
    mkdirSync(dirname(join(place, file)), { recursive: true });
    renameSync(join(made, file), join(place, file));
  }
  const isNew = new Set(files);
  for (const file of filesBelow(place)) {
    const path = join(place, file);
    if (!isNew.has(file) && now - changedAt(path) > keptForMs) rmSync(path, { force: true });
  }
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

/** Another start may have removed it a moment ago: then it is of no age. */
function changedAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Number.POSITIVE_INFINITY;
}
