import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Divisions, loadDivisions } from './loadDivisions.ts';

/** 2024.10 comes after 2024.9. */
function isNewer(version: string, than: string): boolean {
  return version.localeCompare(than, 'en', { numeric: true }) > 0;
}

/** Data that is whole: schema, checksums, towns and initials with it. Else null: half an update is no update. */
function loadWhole(folder: string): Divisions | null {
  try {
    const divisions = loadDivisions(folder);
    const [province] = divisions.provinces;
    // Asked now, so that files read at the first question are read and checked.
    if (province === undefined || divisions.towns.within(province).size === 0) return null;
    divisions.initials();
    return divisions;
  } catch {
    return null;
  }
}

/**
 * The division data of `updateFolder` when it is newer than what was shipped and whole, else what was shipped: an update is
 * three files and no release, and one that is damaged or older changes nothing but `refusedUpdate`.
 */
export function chooseDivisions(shippedFolder: string, updateFolder: string): Divisions {
  const shipped = loadDivisions(shippedFolder);
  if (!existsSync(join(updateFolder, 'divisions.json'))) return shipped;
  const update = loadWhole(updateFolder);
  if (update === null) return { ...shipped, refusedUpdate: 'damaged' };
  return isNewer(update.version, shipped.version) ? update : { ...shipped, refusedUpdate: 'older' };
}
