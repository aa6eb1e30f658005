import { type Divisions, loadDivisions } from './loadDivisions.ts';

/** Data that is whole: schema, checksums, towns and initials of its version with it. Else null: half an update is none. */
export function loadWholeDivisions(folder: string): Divisions | null {
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
