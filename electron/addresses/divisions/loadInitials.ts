import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { initialsFile } from './divisionFiles.ts';

/** Gives the pinyin initials of a division's name (深圳市 → szs); characters nobody knows are left out. */
export type InitialsOf = (name: string) => string;

/**
 * Reads `initials.json` from the division folder. Throws when it is missing, altered or of another version: not
 * installed whole.
 */
export function loadInitials(folder: string, version: string): InitialsOf {
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
