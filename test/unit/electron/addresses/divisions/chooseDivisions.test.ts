import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Division } from '../../../../../electron/addresses/divisions/division.ts';
import { chooseDivisions } from '../../../../../electron/addresses/divisions/loadDivisions.ts';
import { writeDivisionUpdate } from '../../../../doubles/addresses/writeDivisionUpdate.ts';
import { divisions, divisionsFolder } from '../shippedDivisions.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'update-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function putUpdate(version: string, change: (file: string) => string = (file) => file): void {
  writeDivisionUpdate(folder, { version, addedAlias: '玄武湖新区' });
  const path = join(folder, 'divisions.json');
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}

test('what was shipped is read when it is first asked for: an import whose thread reads it does not wait', () => {
  const missing = join(folder, 'shipped');
  const chosen = chooseDivisions(missing, folder);
  expect(chosen).toMatchObject({ folder: missing, refusedUpdate: null });
  expect(() => chosen.names).toThrow('ENOENT');
  const shipped = chooseDivisions(divisionsFolder, folder);
  expect(shipped).toMatchObject({ version: divisions.version, date: divisions.date });
  expect(shipped.names.exact('西湖区')).toEqual(divisions.names.exact('西湖区'));
  expect(shipped.towns.within(shipped.provinces[0] as Division).size).toBeGreaterThan(0);
  expect(shipped.initials()('深圳市')).toBe(divisions.initials()('深圳市'));
});

describe('newer division data in the workspace', () => {
  test('is used when it is whole', () => {
    putUpdate('2026.10');
    const chosen = chooseDivisions(divisionsFolder, folder);
    expect(chosen).toMatchObject({ version: '2026.10', folder, refusedUpdate: null });
    expect(chosen.names.exact('玄武湖新区')).toHaveLength(1);
    expect(divisions.names.exact('玄武湖新区')).toHaveLength(0);
  });

  test('is left alone when it is the same or older', () => {
    for (const version of [divisions.version, '2023.12']) {
      putUpdate(version);
      expect(chooseDivisions(divisionsFolder, folder)).toMatchObject({
        version: divisions.version,
        folder: divisionsFolder,
        refusedUpdate: 'older',
      });
    }
  });

  test.each([
    ['a byte was changed', () => putUpdate('2027.1', (file) => file.replace('玄武湖新区', '玄武湖旧区'))],
    ['it is no data', () => putUpdate('2027.1', () => '{}')],
    [
      'its towns are of another version',
      () => {
        putUpdate('2027.1');
        cpSync(join(divisionsFolder, 'towns.json'), join(folder, 'towns.json'));
      },
    ],
    [
      'its towns are missing',
      () => {
        putUpdate('2027.1');
        rmSync(join(folder, 'towns.json'));
      },
    ],
  ])('is refused when %s', (_why, put) => {
    put();
    expect(chooseDivisions(divisionsFolder, folder)).toMatchObject({
      version: divisions.version,
      refusedUpdate: 'damaged',
    });
  });

  test('is not missed where there is none', () => {
    expect(chooseDivisions(divisionsFolder, folder)).toMatchObject({
      version: divisions.version,
      refusedUpdate: null,
    });
  });
});
