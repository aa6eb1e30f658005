import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isNewerVersion } from './isNewerVersion.ts';
import { type Divisions, loadDivisions } from './loadDivisions.ts';
import { loadWholeDivisions } from './loadWholeDivisions.ts';

/**
 * The division data of `updateFolder` when it is newer than what was shipped and whole, else what was shipped: an update is
 * three files and no release, and one that is damaged or older changes nothing but `refusedUpdate`.
 */
export function chooseDivisions(shippedFolder: string, updateFolder: string): Divisions {
  const shipped = loadDivisions(shippedFolder);
  if (!existsSync(join(updateFolder, 'divisions.json'))) return shipped;
  const update = loadWholeDivisions(updateFolder);
  if (update === null) return { ...shipped, refusedUpdate: 'damaged' };
  return isNewerVersion(update.version, shipped.version) ? update : { ...shipped, refusedUpdate: 'older' };
}
