import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
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
  readonly version: string;
  readonly checksum: string;
  readonly tables: object;
}

/** Throws when a file is missing, altered or, where `version` is asked for, of another one: not installed whole. */
function readData<T extends DataFile>(
  folder: string,
  name: string,
  schema: z.ZodType<T>,
  version?: string,
): T {
  const file = schema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
  const checksum = createHash('sha256').update(JSON.stringify(file.tables)).digest('hex');
  if (checksum !== file.checksum) throw new Error(`${name} does not match its checksum`);
  if (file.version !== (version ?? file.version)) throw new Error(`${name} is of another version`);
  return file;
}

/**
 * Reads the division data from `folder` (as shipped: `resources/divisions`). The town file is read at the first
 * question for a town. Throws when a file is missing or altered: the program was not installed whole.
 */
export function loadDivisions(folder: string): Divisions {
  const file = readData(folder, 'divisions.json', divisionsFile);
  let towns: ReadonlyMap<string, string> | undefined;
  const packedTowns = (): ReadonlyMap<string, string> => {
    towns ??= new Map(Object.entries(readData(folder, 'towns.json', townsFile, file.version).tables));
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
  if (!existsSync(join(updateFolder, 'divisions.json'))) return readAtFirstUse(shippedFolder);
  const shipped = loadDivisions(shippedFolder);
  const update = loadWholeDivisions(updateFolder);
  if (update === null) return { ...shipped, refusedUpdate: 'damaged' };
  return isNewerVersion(update.version, shipped.version) ? update : { ...shipped, refusedUpdate: 'older' };
}

/** An import needs the folder alone, for its reading thread, and would begin later by what reading them here takes. */
function readAtFirstUse(folder: string): Divisions {
  let read: Divisions | undefined;
  const all = (): Divisions => {
    read ??= loadDivisions(folder);
    return read;
  };
  return {
    folder,
    refusedUpdate: null,
    get version() {
      return all().version;
    },
    get date() {
      return all().date;
    },
    get provinces() {
      return all().provinces;
    },
    get byCode() {
      return all().byCode;
    },
    get names() {
      return all().names;
    },
    get parted() {
      return all().parted;
    },
    get towns() {
      return all().towns;
    },
    get initials() {
      return all().initials;
    },
  };
}

/** 2024.10 comes after 2024.9. */
export function isNewerVersion(version: string, than: string): boolean {
  return version.localeCompare(than, 'en', { numeric: true }) > 0;
}

/** Gives the pinyin initials of a division's name (深圳市 → szs); characters nobody knows are left out. */
export type InitialsOf = (name: string) => string;

function loadInitials(folder: string, version: string): InitialsOf {
  const file = readData(folder, 'initials.json', initialsFile, version);
  const letterOf = new Map(
    Object.entries(file.tables.byLetter).flatMap(([letter, characters]) =>
      [...characters].map((character) => [character, letter] as const),
    ),
  );
  return (name) =>
    file.tables.exceptions[name] ?? [...name].map((character) => letterOf.get(character) ?? '').join('');
}
