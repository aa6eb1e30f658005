/**
 * Derives `initials.json` (pinyin initials of all division and town names) from the two division files, so that a
 * region can be typed as `gdsz`. Run after `build.ts`: `node resources/divisions/buildInitials.ts`.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pinyin } from 'pinyin-pro';
import { dataVersion } from './dataVersion.ts';
import { localReadings } from './localReadings.ts';

const here = dirname(fileURLToPath(import.meta.url));
const read = (name: string) => JSON.parse(readFileSync(join(here, name), 'utf8')).tables;

/** A place is called as its people call it: these names begin otherwise than a dictionary reads their characters. */
function initialsOf(name: string): string {
  const known = localReadings.find(([written]) => name.startsWith(written));
  const tail = known === undefined ? name : name.slice(known[0].length);
  const letters = pinyin(tail, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'removed' });
  return `${known?.[1] ?? ''}${letters.join('').toLowerCase()}`;
}

function allNames(): Set<string> {
  const names = new Set<string>();
  for (const [, province, cities] of read('divisions.json').provinces) {
    names.add(province);
    for (const [, city, districts] of cities) {
      names.add(city);
      for (const [, district] of districts) names.add(district);
    }
  }
  for (const packed of Object.values<string>(read('towns.json')))
    for (const town of packed.split(',')) names.add(town);
  names.delete('');
  return names;
}

/** The letter each character has most often, and the names in which one has another. */
function pack(names: ReadonlySet<string>) {
  const letters = new Map<string, Map<string, number>>();
  const read = new Map<string, string>();
  for (const name of names) {
    const initials = initialsOf(name);
    if ([...name].length !== initials.length) continue;
    read.set(name, initials);
    [...name].forEach((character, at) => {
      const counts = letters.get(character) ?? new Map<string, number>();
      letters.set(character, counts);
      counts.set(initials[at] ?? '', (counts.get(initials[at] ?? '') ?? 0) + 1);
    });
  }
  const usual = new Map(
    [...letters].map(([character, counts]) => [
      character,
      [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))[0]?.[0] ?? '',
    ]),
  );
  const byLetter: Record<string, string> = {};
  for (const [character, letter] of [...usual].sort(([a], [b]) => a.localeCompare(b, 'en')))
    byLetter[letter] = (byLetter[letter] ?? '') + character;
  const exceptions: Record<string, string> = {};
  for (const [name, initials] of read)
    if ([...name].map((character) => usual.get(character)).join('') !== initials) exceptions[name] = initials;
  return { byLetter, exceptions };
}

const names = allNames();
const tables = pack(names);
const body = JSON.stringify(tables);
const counts = { names: names.size, exceptions: Object.keys(tables.exceptions).length };
const head = JSON.stringify({
  ...dataVersion,
  checksum: createHash('sha256').update(body).digest('hex'),
  sources: ['pinyin-pro@3.29.4'],
  counts,
});
writeFileSync(join(here, 'initials.json'), `${head.slice(0, -1)},"tables":${body}}\n`);
process.stdout.write(`initials.json ${JSON.stringify(counts)} ${body.length} characters\n`);
