import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cruiseImports } from './cruiseImports.ts';
import importRules from './importRules.json' with { type: 'json' };
import { projectFolder } from './sourceFiles.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shipdesk-imports-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Lays out a small tree: path → lines of its source. */
async function violationsOf(files: Record<string, string>): Promise<readonly string[]> {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `${text}\nexport const here = 1;\n`);
  }
  const roots = [...new Set(Object.keys(files).map((path) => path.split('/')[0] ?? ''))];
  const { violations, moduleCount } = await cruiseImports(folder, roots);
  expect(moduleCount).toBe(Object.keys(files).length);
  return violations;
}

test('the imports of the whole tree follow the table, and the tree was really read', async () => {
  const { violations, moduleCount } = await cruiseImports(projectFolder, [
    'electron',
    'renderer',
    'shared',
    'resources',
  ]);
  expect(violations).toEqual([]);
  expect(moduleCount).toBeGreaterThan(importRules.leastModules);
});

test('a use case may call the list of platforms, a platform its kit', async () => {
  const violations = await violationsOf({
    'electron/usecases/book.ts': "import '../carriers/index.ts';",
    'electron/carriers/index.ts': "import './sf/sf.ts';",
    'electron/carriers/sf/sf.ts': "import '../kit/kit.ts';\nimport './book.ts';",
    'electron/carriers/sf/book.ts': '',
    'electron/carriers/kit/kit.ts': "import '../../platform/clock.ts';",
    'electron/platform/clock.ts': '',
  });
  expect(violations).toEqual([]);
});

const faults: readonly (readonly [promise: string, files: Record<string, string>, found: RegExp])[] = [
  [
    'one platform does not see another',
    {
      'electron/carriers/sf/a.ts': "import '../kdniao/b.ts';\nconst same = <V>(value: V) => value;",
      'electron/carriers/kdniao/b.ts': '',
    },
    /sf\/a\.ts imports electron\/carriers\/kdniao/,
  ],
  [
    'a platform does not see the store',
    { 'electron/carriers/sf/a.ts': "import '../../store/b.ts';", 'electron/store/b.ts': '' },
    /a\.ts imports electron\/store\/b\.ts/,
  ],
  [
    'a use case does not go past the list of platforms',
    { 'electron/usecases/a.ts': "import '../carriers/sf/b.ts';", 'electron/carriers/sf/b.ts': '' },
    /a\.ts imports electron\/carriers\/sf\/b\.ts/,
  ],
  [
    'the page does not reach into the core, not even for a type',
    {
      'renderer/bridge/a.ts': "import type { here } from '../../electron/store/b.ts';",
      'electron/store/b.ts': '',
    },
    /a\.ts imports electron\/store\/b\.ts/,
  ],
  [
    'one screen does not see another',
    {
      'renderer/screens/ship/A.tsx': "import '../print/B.tsx';\nconst part = <p>here</p>;",
      'renderer/screens/print/B.tsx': '',
    },
    /A\.tsx imports renderer\/screens\/print/,
  ],
  [
    'what the command line takes from the store is types only',
    { 'electron/commands/a.ts': "import { here } from '../store/b.ts';", 'electron/store/b.ts': '' },
    /commands → values/,
  ],
  [
    'a cycle is found',
    { 'shared/rules/a.ts': "import './b.ts';", 'shared/rules/b.ts': "import './a.ts';" },
    /no cycles/,
  ],
  [
    'a folder without a row is found',
    { 'electron/somewhere/a.ts': "import './b.ts';", 'electron/somewhere/b.ts': '' },
    /no row/,
  ],
  [
    'an import that leads nowhere is found',
    { 'shared/rules/a.ts': "import './missing.ts';" },
    /no unresolved/,
  ],
  [
    'the product does not import its tests',
    { 'electron/platform/a.ts': "import '../../test/doubles/b.ts';", 'test/doubles/b.ts': '' },
    /no tests in the product/,
  ],
];

test.each(faults)('%s', async (_promise, files, found) => {
  expect((await violationsOf(files)).join('\n')).toMatch(found);
});
