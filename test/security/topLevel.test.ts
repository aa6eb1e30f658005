import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectFolder } from './sourceFiles.ts';

/** The folders the user fixed, and the papers. A seventh folder of code would be a decision, not a change. */
const folders = ['.ci', '.github', 'docs', 'electron', 'renderer', 'resources', 'shared', 'test'];

/** Root files by what reads them: people, npm and git, TypeScript, the builds, the tests, the checks. */
const files = [
  /^(README|README\.zh-CN|ARCHITECTURE|CHANGELOG|CONTRIBUTING|DECISIONS)\.md$|^LICENSE$/,
  /^(package|package-lock)\.json$|^\.(npmrc|gitignore)$/,
  /^tsconfig(\.base)?\.json$/,
  /^electron-builder\.yml$|^electron\.vite\.config\.ts$|^vite\.\w+(\.config)?\.ts$/,
  /^vitest(\.\w+)?\.config\.ts$/,
  /^(biome|knip)\.json$|^\.(oxlintrc\.json|dependency-cruiser\.cjs)$/,
];

test('nothing lies at the top of the project but its folders and the usual root files', () => {
  const found = readdirSync(projectFolder, { withFileTypes: true }).filter((entry) => !isIgnored(entry.name));
  const strange = found.filter((entry) =>
    entry.isDirectory() ? !folders.includes(entry.name) : !files.some((known) => known.test(entry.name)),
  );
  expect(strange.map((entry) => entry.name)).toEqual([]);
});

/** Whether git leaves a name at the top out: its own folder (a file in a worktree), or a line of .gitignore. */
function isIgnored(name: string): boolean {
  const lines = readFileSync(join(projectFolder, '.gitignore'), 'utf8').trim().split('\n');
  return ['.git', ...lines].some((line) => {
    const [head = '', tail] = line.replace(/\/$/, '').split('*');
    return tail === undefined ? name === head : name.startsWith(head) && name.endsWith(tail);
  });
}
