import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { projectFolder } from '../../security/sourceFiles.ts';
import { type Extended, followRecipe } from './followRecipe.ts';

const fixture = (name: string) =>
  readFileSync(join(projectFolder, 'test/fixtures/extending/moth', `${name}.txt`), 'utf8');

let extended: Extended | null = null;
afterAll(() => extended?.remove());

it('a printer language is one folder and one line: CONTRIBUTING followed, the suite of all languages takes it', () => {
  extended = followRecipe('A new printer language', 'moth', {
    files: {
      'electron/printers/languages/moth/mothLanguage.ts': fixture('mothLanguage.ts'),
      'test/doubles/languageReaders/readMoth.ts': fixture('readMoth.ts'),
    },
    edits: {
      'electron/printers/languages/index.ts': [
        ['import { tsplLanguage }', "import { mothLanguage } from './moth/mothLanguage.ts';\n"],
        ['];', '  mothLanguage,\n'],
      ],
      'test/doubles/languageReaders/index.ts': [
        ['import { readTspl }', "import { readMoth } from './readMoth.ts';\n"],
        ['};', '  moth: readMoth,\n'],
      ],
    },
  });
  const faults = extended.typeFaults(
    'electron/printers/languages/index.ts',
    'test/conformance/printerLanguage.test.ts',
  );
  expect(faults).toBe('');
  const { code, output } = extended.judge('-t', '^moth');
  expect(Number(/Tests +(\d+) passed/.exec(output)?.[1]), output).toBeGreaterThanOrEqual(50);
  expect(code, output).toBe(0);
}, 240_000);
