import { createHash } from 'node:crypto';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { pathOf } from '../../../../../electron/addresses/divisions/division.ts';
import { loadDivisions } from '../../../../../electron/addresses/divisions/loadDivisions.ts';
import { divisions, divisionsFolder } from '../shippedDivisions.ts';

const files = ['divisions.json', 'towns.json', 'initials.json'] as const;
const read = (name: string): string => readFileSync(join(divisionsFolder, name), 'utf8');

describe('the shipped division data', () => {
  test('has the legal list of 34 provinces, 342 cities and 2,849 districts, and 43,287 towns, some of them former', () => {
    expect(JSON.parse(read('divisions.json')).counts).toMatchObject({
      provinces: 34,
      cities: 342,
      districts: 2849,
    });
    const towns = JSON.parse(read('towns.json'));
    const counted = Object.values<string>(towns.tables).flatMap((names) => names.split(',')).length;
    expect(counted).toBe(43_287);
    expect(towns.counts.former).toBe(3000);
    expect(towns.counts.towns).toBe(counted);
  });

  test.each(files)('%s matches its own checksum and names its version', (name) => {
    const file = JSON.parse(read(name));
    expect(createHash('sha256').update(JSON.stringify(file.tables)).digest('hex')).toBe(file.checksum);
    expect(file).toMatchObject({ version: divisions.version, date: divisions.date });
  });

  test('stays under 300 kB when packed, with towns and initials', () => {
    const packed = files.reduce((sum, name) => sum + gzipSync(read(name)).length, 0);
    expect(packed).toBeLessThan(300_000);
  });

  test('is refused when a byte was changed', () => {
    const folder = mkdtempSync(join(tmpdir(), 'divisions-'));
    try {
      for (const name of files) copyFileSync(join(divisionsFolder, name), join(folder, name));
      writeFileSync(join(folder, 'divisions.json'), read('divisions.json').replace('玄武区', '玄舞区'));
      expect(() => loadDivisions(folder)).toThrow('checksum');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test('knows districts that parcels use though the law does not, and changes up to 2026', () => {
    for (const name of [
      '加格达奇区',
      '和安县',
      '和康县',
      '西沙区',
      '白杨市',
      '米林市',
      '错那市',
      '临平区',
      '钱塘区',
      '两江新区',
      '岑岭县',
      '草湖市',
    ]) {
      expect(
        divisions.names.exact(name).some(({ kind }) => kind === 'full'),
        name,
      ).toBe(true);
    }
  });

  test('keeps every district under its province', () => {
    for (const division of divisions.byCode.values()) {
      if (division.level === 'district')
        expect(pathOf(division).province.code.slice(0, 2)).toBe(division.code.slice(0, 2));
    }
  });
});
