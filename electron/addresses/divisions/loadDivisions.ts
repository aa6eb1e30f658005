import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { divisionsFile, townsFile } from './divisionFiles.ts';
import { type DivisionIndex, indexDivisions } from './indexDivisions.ts';
import { type InitialsOf, loadInitials } from './loadInitials.ts';
import { TownIndex } from './townIndex.ts';

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
