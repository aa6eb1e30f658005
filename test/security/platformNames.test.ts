import { expect, test } from 'vitest';
import { platforms } from '../../electron/carriers/index.ts';
import { platformIds, platformNamesIn, platformNamesOf } from './platformNames.ts';
import { sourceFiles } from './sourceFiles.ts';

test('a platform is called what its folder is', () => {
  expect(platforms.map(({ manifest }) => manifest.id).sort()).toEqual([...platformIds].sort());
});

test.each([
  ['electron/carriers/kdniao/book.ts', "const id = 'kdniao';"],
  ['electron/carriers/index.ts', "import { sfPlatform } from './sf/sfPlatform.ts';"],
  ['electron/usecases/x.ts', "// KDNiao's order code is the shortest\nconst most = 30;"],
  ['electron/usecases/x.ts', "const carrier = 'SF';"],
  ['electron/commands/x.ts', "context.flag('practice');"],
  ['electron/usecases/x.ts', 'const numbers = isEmbedded(account.platform) ? practiceNumbers : sfNumbers;'],
])('nothing is said of %s', (path, source) => {
  expect(platformNamesIn(path, source)).toEqual([]);
});

test.each([
  ['electron/usecases/x.ts', "const most = account.platform === 'kdniao' ? 1 : 2;"],
  ['electron/usecases/x.ts', "import { kdniaoManifest } from '../carriers/kdniao/manifest.ts';"],
  ['electron/carriers/sf/x.ts', "const other = 'kuaidi100';"],
  ['shared/domain/x.ts', "export const row = { kuaidi100: 'shunfeng' };"],
  ['electron/dispatch/x.ts', "switch (platform) { case 'sf': break; }"],
  ['electron/usecases/x.ts', "const isReal = platform !== 'practice';"],
  ['renderer/screens/x/X.tsx', 'export const X = () => <p>KDNiao</p>;'],
  ['electron/labels/x.ts', 'const text = `via Kuaidi100`;'],
])('%s is told to leave %s to the platform', (path, source) => {
  expect(platformNamesIn(path, source)).toHaveLength(1);
});

test('no platform is called by its name outside its folder', () => {
  expect(platformNamesOf(sourceFiles('electron', 'renderer', 'shared'))).toEqual([]);
});
