import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { putBuildInPlace } from '../../../../electron/launch/putBuildInPlace.ts';
import { dayMs } from '../../../../shared/rules/shopTime.ts';

const now = Date.UTC(2026, 11, 1);

let folder: string;
let place: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'launch-'));
  place = join(folder, 'cli');
});
afterEach(() => rmSync(folder, { recursive: true }));

function build(files: Readonly<Record<string, string>>): void {
  const made = mkdtempSync(join(folder, 'building-'));
  mkdirSync(join(made, 'deep'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(made, name), text);
  putBuildInPlace(made, place, now);
}

const read = (name: string) => readFileSync(join(place, name), 'utf8');

describe('a build that is put in its place', () => {
  it('is there whole, also for the first time', () => {
    build({ 'cli.cjs': 'first', 'deep/part-1.cjs': 'one' });
    expect([read('cli.cjs'), read('deep/part-1.cjs')]).toEqual(['first', 'one']);
  });

  it('leaves a program that runs from the build before the parts that it has not read yet', () => {
    build({ 'cli.cjs': 'first', 'part-1.cjs': 'one' });
    utimesSync(join(place, 'part-1.cjs'), now / 1_000, (now - 29 * dayMs) / 1_000);
    build({ 'cli.cjs': 'second', 'part-2.cjs': 'two' });
    expect([read('cli.cjs'), read('part-1.cjs'), read('part-2.cjs')]).toEqual(['second', 'one', 'two']);
  });

  it('clears away what nobody can still run from', () => {
    build({ 'cli.cjs': 'first', 'part-1.cjs': 'one' });
    utimesSync(join(place, 'part-1.cjs'), now / 1_000, (now - 31 * dayMs) / 1_000);
    build({ 'cli.cjs': 'second' });
    expect(existsSync(join(place, 'part-1.cjs'))).toBe(false);
  });
});
