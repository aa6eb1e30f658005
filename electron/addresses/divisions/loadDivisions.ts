import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type DivisionIndex,
  divisionsFile,
  indexDivisions,
  initialsFile,
  townsFile,
} from './indexDivisions.ts';
import { TownIndex } from './towns.ts';

export interface Divisions extends DivisionIndex {
  readonly version: string;
  /** The day the data is true for: `2024-12-31`. */
  readonly date: string;
  /** Where the data was read from: another thread reads the same. */
  readonly folder: string;
  readonly towns: TownIndex;
  /** Why data that lies in the workspace as an update is not in use; null: nothing was refused. */
  readonly refusedUpdate: 'damaged' | 'older' | null;
  /** Pinyin initials of names, for regions that are typed; read at the first question. */
  readonly initials: () => InitialsOf;
}

interface DataFile {
  readonly checksum: string;
  readonly tables: object;
}

function assertIntact(file: DataFile, name: string): void {
  const checksum = createHash('sha256').update(JSON.stringify(file.tables)).digest('hex');
  if (checksum !== file.checksum) throw new Error(`${name} does not match its checksum`);
}

/**
 * Reads the division data from `folder` (as shipped: `resources/divisions`). The town file is read at the first
 * question for a town. Throws when a file is missing or altered: the program was not installed whole.
 */
export function loadDivisions(folder: string): Divisions {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  const file = divisionsFile.parse(read('divisions.json'));
  assertIntact(file, 'divisions.json');
  let towns: ReadonlyMap<string, string> | undefined;
  const packedTowns = (): ReadonlyMap<string, string> => {
    if (towns === undefined) {
      const townFile = townsFile.parse(read('towns.json'));
      assertIntact(townFile, 'towns.json');
      if (townFile.version !== file.version) throw new Error('towns.json is of another version');
      towns = new Map(Object.entries(townFile.tables));
    }
    return towns;
  };
  let initials: InitialsOf | undefined;
  return {
    version: file.version,
    date: file.date,
    folder,
    refusedUpdate: null,
    ...indexDivisions(file.tables),
    towns: new TownIndex(packedTowns),
    initials: () => {
      initials ??= loadInitials(folder, file.version);
      return initials;
    },
  };
}

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

/** 2024.10 comes after 2024.9. */
export function isNewerVersion(version: string, than: string): boolean {
  return version.localeCompare(than, 'en', { numeric: true }) > 0;
}

/** Gives the pinyin initials of a division's name (深圳市 → szs); characters nobody knows are left out. */
export type InitialsOf = (name: string) => string;

/**
 * Reads `initials.json` from the division folder. Throws when it is missing, altered or of another version: not
 * installed whole.
 */
function loadInitials(folder: string, version: string): InitialsOf {
  const file = initialsFile.parse(JSON.parse(readFileSync(join(folder, 'initials.json'), 'utf8')));
  const checksum = createHash('sha256').update(JSON.stringify(file.tables)).digest('hex');
  if (checksum !== file.checksum) throw new Error('initials.json does not match its checksum');
  if (file.version !== version) throw new Error('initials.json is of another version');
  const letterOf = new Map(
    Object.entries(file.tables.byLetter).flatMap(([letter, characters]) =>
      [...characters].map((character) => [character, letter] as const),
    ),
  );
  return (name) =>
    file.tables.exceptions[name] ?? [...name].map((character) => letterOf.get(character) ?? '').join('');
}
