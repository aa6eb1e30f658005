import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectFolder } from './sourceFiles.ts';

const folders = ['electron', 'renderer', 'shared', 'resources', 'test'].flatMap((top) =>
  readdirSync(join(projectFolder, top), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${top}/${entry.name}`),
);

test('there are folders to explain', () => {
  expect(folders.length).toBeGreaterThan(30);
});

test.each(folders)('%s says in a few lines what it is for', (folder) => {
  const path = join(projectFolder, folder, 'README.md');
  expect(existsSync(path), `${folder}/README.md is missing`).toBe(true);
  const lines = readFileSync(path, 'utf8').trim().split('\n');
  expect(lines[0]).toBe(`# ${folder.split('/')[1]}`);
  expect(lines.length).toBeGreaterThanOrEqual(3);
  expect(lines.length).toBeLessThanOrEqual(40);
});

test.each(folders.filter((folder) => /^(electron|renderer|shared)\//.test(folder)))(
  '%s says what it may import',
  (folder) => {
    expect(readFileSync(join(projectFolder, folder, 'README.md'), 'utf8')).toMatch(/may import/i);
  },
);
