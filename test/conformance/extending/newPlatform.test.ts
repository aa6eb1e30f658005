import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { projectFolder } from '../../security/sourceFiles.ts';
import { type Extended, followRecipe } from './followRecipe.ts';

const fixtures = join(projectFolder, 'test/fixtures/extending/tern');
/** Where each file of the made-up platform goes; all others are the connector itself. */
const homeOf: Readonly<Record<string, string>> = {
  'ternServer.ts': 'test/doubles/platforms/',
  'ternHarness.ts': 'test/conformance/carrier/',
};
const files = Object.fromEntries(
  readdirSync(fixtures).map((name) => {
    const own = name.replace(/\.txt$/, '');
    return [(homeOf[own] ?? 'electron/carriers/tern/') + own, readFileSync(join(fixtures, name), 'utf8')];
  }),
);

let extended: Extended | null = null;
afterAll(() => extended?.remove());

it('a platform is one folder and one line: CONTRIBUTING followed, the suite of all platforms takes it', () => {
  extended = followRecipe('A new carrier platform', 'tern', {
    files,
    edits: {
      'electron/carriers/index.ts': [
        ['\n/** Every platform', "import { ternPlatform } from './tern/ternPlatform.ts';\n"],
        ['];', '  ternPlatform,\n'],
      ],
      'test/conformance/carrier/harnesses.ts': [
        ['\n/** One for each', "import { ternHarness } from './ternHarness.ts';\n"],
        ['];', '  ternHarness,\n'],
      ],
    },
  });
  const faults = extended.typeFaults(
    'electron/carriers/index.ts',
    'test/conformance/carrier/carrier.test.ts',
  );
  expect(faults).toBe('');
  const { code, output } = extended.judge('-t', '^(tern|has a bench)');
  expect(Number(/Tests +(\d+) passed/.exec(output)?.[1]), output).toBeGreaterThanOrEqual(40);
  expect(code, output).toBe(0);
}, 240_000);
