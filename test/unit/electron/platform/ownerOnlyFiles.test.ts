import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  makeFolders,
  makeOwnerOnlyFolder,
  replaceOwnerOnlyFile,
} from '../../../../electron/platform/ownerOnlyFiles.ts';

let home = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'own-'));
});
afterEach(() => rmSync(home, { recursive: true }));

it('a folder is made with all above it that are missing, and may be there already', () => {
  const folder = join(home, 'a/b/c');
  makeFolders(folder);
  makeOwnerOnlyFolder(folder);
  expect(statSync(folder).mode & 0o077).toBe(0);
});

it('a file where the folder should be is said, not taken for one', () => {
  const file = join(home, 'file');
  writeFileSync(file, '');
  expect(() => makeFolders(file)).toThrow('EEXIST');
  expect(() => makeFolders(join(file, 'below'))).toThrow('ENOTDIR');
});

it.runIf(process.platform === 'linux')(
  'a place that takes no folder is said at once, not tried for ever',
  () => {
    expect(() => makeFolders('/proc/nowhere/below')).toThrow('ENOENT');
  },
);

it('a file that could not be replaced leaves nothing of the new one behind', () => {
  const path = join(home, 'owner.pid');
  mkdirSync(join(path, 'in the way'), { recursive: true });
  expect(() => replaceOwnerOnlyFile(path, '4711')).toThrow();
  expect(readdirSync(home)).toEqual(['owner.pid']);
});
