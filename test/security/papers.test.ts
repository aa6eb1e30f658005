import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
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

const foldersIn = (folder: string): string[] =>
  readdirSync(join(projectFolder, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

it.each(['electron', 'shared', 'renderer', 'test'])(
  'ARCHITECTURE says what each folder of %s holds',
  (top) => {
    const architecture = readFileSync(join(projectFolder, 'ARCHITECTURE.md'), 'utf8');
    const rooms = architecture.split('## Rooms')[1]?.split('\n## ')[0] ?? '';
    const named = new Set([...rooms.matchAll(/`(?:\w+\/)?([\w-]+)`/g)].map(([, name = '']) => name));
    expect(foldersIn(top).filter((folder) => !named.has(folder))).toEqual([]);
  },
);

it('the README of the use cases names every room', () => {
  const readme = readFileSync(join(projectFolder, 'electron/usecases/README.md'), 'utf8');
  expect(foldersIn('electron/usecases').filter((room) => !readme.includes(`\`${room}/\``))).toEqual([]);
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

/** By GitHub's name, or in the manual by its words: the window reads it too, and knows headings by what they say. */
const anchorsOf = (paper: string): Set<string> =>
  new Set(
    [...readFileSync(join(projectFolder, paper), 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
      paper.startsWith('docs/manual/') ? heading : anchor(heading),
    ),
  );

const linksOf = (paper: string): string[] =>
  [...readFileSync(join(projectFolder, paper), 'utf8').matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link = '']) => link)
    .filter((link) => !/^[a-z]+:/.test(link));

/** What a link leads to when it is read beside the paper it stands in: a file, and where it says so one of its headings. */
const leadsNowhere = (paper: string) => (link: string) => {
  const [path = '', heading] = link.split('#');
  const target = path === '' ? paper : join(dirname(paper), path);
  if (!existsSync(join(projectFolder, target))) return true;
  return heading !== undefined && !anchorsOf(target).has(decodeURIComponent(heading));
};

const docs = readdirSync(join(projectFolder, 'docs'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.md'))
  .map((path) => `docs/${path}`);
const papers = [
  'README.md',
  'README.zh-CN.md',
  'CONTRIBUTING.md',
  'ARCHITECTURE.md',
  'DECISIONS.md',
  'CHANGELOG.md',
];

it.each([...papers, 'test/bench/RESULTS.md', ...docs])('%s links only to what is there', (paper) => {
  expect(linksOf(paper).filter(leadsNowhere(paper))).toEqual([]);
});

it('finds a link that leads nowhere', () => {
  const wrong = ['docs/nothing.md', '#no-such-heading', 'docs/scale.md#no-such-heading'];
  expect(wrong.filter(leadsNowhere('README.md'))).toEqual(wrong);
  expect(linksOf('README.md').length).toBeGreaterThan(50);
});

it('tells a shop of no change twice', () => {
  const text = readFileSync(join(projectFolder, 'CHANGELOG.md'), 'utf8');
  const told = [...text.matchAll(/^- .+$/gm)].map(([line]) => line);
  expect(told.length).toBeGreaterThan(100);
  expect(told.filter((line, place) => told.indexOf(line) !== place)).toEqual([]);
});
