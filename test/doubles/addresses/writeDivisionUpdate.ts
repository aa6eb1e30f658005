import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const shipped = fileURLToPath(new URL('../../../resources/divisions', import.meta.url));

interface UpdateRequest {
  readonly version: string;
  /** An alias of 玄武区 that the shipped data does not know. */
  readonly addedAlias?: string;
  /** Leaves out the provinces behind this many. */
  readonly provinces?: number;
}

/** The shipped data as an update of another version, with checksums that are right. */
export function writeDivisionUpdate(folder: string, { version, addedAlias, provinces }: UpdateRequest): void {
  for (const name of ['divisions.json', 'towns.json', 'initials.json']) {
    const file = JSON.parse(readFileSync(join(shipped, name), 'utf8'));
    if (name === 'divisions.json') {
      if (addedAlias !== undefined) file.tables.aliases.push([addedAlias, '320102']);
      if (provinces !== undefined) file.tables.provinces.splice(provinces);
    }
    file.version = version;
    file.date = '2026-06-30';
    file.checksum = createHash('sha256').update(JSON.stringify(file.tables)).digest('hex');
    writeFileSync(join(folder, name), JSON.stringify(file));
  }
}
