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

const decisions = readFileSync(join(projectFolder, 'DECISIONS.md'), 'utf8');
const titles = [...decisions.matchAll(/^### (.+)$/gm)].map(([, title = '']) => title);
const decided = [...decisions.matchAll(/^- Date: (\S+) · (\w+)$/gm)];

it('tells of each decision when it was made and in which area, the newest first', () => {
  const areas = new Set([...decisions.matchAll(/^\| ([a-z]+) \| \[/gm)].map(([, area = '']) => area));
  const undated = decisions
    .split('\n### ')
    .slice(1)
    .filter((text) => !/^- Date: \d{4}-\d\d-\d\d · \w+$/m.test(text))
    .map((text) => text.split('\n')[0]);
  expect(undated, 'end it with “- Date: 2026-11-30 · area”').toEqual([]);
  expect(decided.filter(([, , area = '']) => !areas.has(area)).map(([line]) => line)).toEqual([]);
  const dates = decided.map(([, date = '']) => date);
  expect(dates).toEqual([...dates].sort().reverse());
});

it('tells no decision twice', () => {
  expect(titles.filter((title, place) => titles.indexOf(title) !== place)).toEqual([]);
});

/** How GitHub names a heading in a link. */
const anchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}_ -]/gu, '')
    .replaceAll(' ', '-');

it.each(['DECISIONS.md', 'test/bench/RESULTS.md'])('%s links only to headings that it has', (paper) => {
  const text = readFileSync(join(projectFolder, paper), 'utf8');
  const anchors = new Set([...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchor(heading)));
  const links = [...text.matchAll(/\]\(#([^)]+)\)/g)].map(([, link = '']) => link);
  expect(links.length).toBeGreaterThan(10);
  expect(links.filter((link) => !anchors.has(link))).toEqual([]);
});

it('tells a shop of no change twice', () => {
  const text = readFileSync(join(projectFolder, 'CHANGELOG.md'), 'utf8');
  const told = [...text.matchAll(/^- .+$/gm)].map(([line]) => line);
  expect(told.length).toBeGreaterThan(100);
  expect(told.filter((line, place) => told.indexOf(line) !== place)).toEqual([]);
});
