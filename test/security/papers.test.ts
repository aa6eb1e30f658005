import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectFolder } from './sourceFiles.ts';

const pathsIn = (paper: string): string[] => [
  ...new Set(
    [
      ...readFileSync(join(projectFolder, paper), 'utf8').matchAll(
        /`((?:electron|renderer|shared|test)\/[\w./-]+\.tsx?)`/g,
      ),
    ].map(([, path = '']) => path),
  ),
];

it.each(['CONTRIBUTING.md', 'ARCHITECTURE.md'])('%s names only files that exist', (paper) => {
  const named = pathsIn(paper);
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((path) => !existsSync(join(projectFolder, path)))).toEqual([]);
});

it('answers ten questions of somebody who is new', () => {
  const table =
    readFileSync(join(projectFolder, 'CONTRIBUTING.md'), 'utf8').split('## Where is it?')[1] ?? '';
  expect([...(table.split('## ')[0]?.matchAll(/^\| [A-Z].*\? \| `[^`]+` \|$/gm) ?? [])]).toHaveLength(10);
});
