import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Where files with receivers lie: results of runs and exports, labels a virtual printer drew. */
const folders = ['results', 'labels'] as const;
/** Of the virtual printer: waybill numbers and what became of them, no person. */
const kept = new Set(['journal.jsonl']);

/** Files written before that moment, folders below included. */
export function oldFiles(folder: string, before: number): string[] {
  return folders.flatMap((name) => filesIn(join(folder, name)).filter((path) => writtenAt(path) < before));
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && !kept.has(entry.name))
      .map((entry) => join(entry.parentPath, entry.name));
  } catch {
    // Nothing was ever written there.
    return [];
  }
}

const writtenAt = (path: string): number =>
  statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Number.POSITIVE_INFINITY;

/** How many are gone; one that another program holds stays for the next time. */
export function removeFiles(paths: readonly string[]): number {
  return paths.filter((path) => {
    try {
      rmSync(path);
      return true;
    } catch {
      return false;
    }
  }).length;
}
