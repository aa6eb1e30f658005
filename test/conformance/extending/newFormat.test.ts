import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { projectFolder } from '../../security/sourceFiles.ts';
import { type Extended, followRecipe } from './followRecipe.ts';

const format = readFileSync(join(projectFolder, 'test/fixtures/extending/slk/slkFormat.ts.txt'), 'utf8');

/** Its bytes as the makers describe them, without a look at the reader. */
const sample = [
  '  slk: () =>',
  "    Buffer.from(['ID;PTEST', ...table.flatMap((row, y) => row.map((cell, x) =>",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is a line of the test that is extended
  '      `C;Y${y + 1};X${x + 1};K"${cell.replaceAll(";", ";;")}"`)), "E"].join("\\r\\n")),',
  '',
].join('\n');

let extended: Extended | null = null;
afterAll(() => extended?.remove());

it('a file format is one folder and its lines: CONTRIBUTING followed, the suite of all formats takes it', () => {
  extended = followRecipe('A new file format', 'slk', {
    files: { 'electron/imports/formats/slk/slkFormat.ts': format },
    edits: {
      'electron/imports/index.ts': [
        ['import { xlsFormat }', "import { slkFormat } from './formats/slk/slkFormat.ts';\n"],
        ['htmlFormat, csvFormat', 'slkFormat, '],
      ],
      'electron/shell/answerPage.ts': [["'zip'];", "'slk', "]],
      'renderer/text/zh-CN/imports.ts': [["html: '网页表格'", "slk: 'SYLK 表格', "]],
      'renderer/text/en/imports.ts': [["html: 'Web table'", "slk: 'SYLK table', "]],
      'test/conformance/tableFormat.test.ts': [["  html: () => sheetJs('html'),", sample]],
    },
  });
  const faults = extended.typeFaults('electron/imports/index.ts', 'test/conformance/tableFormat.test.ts');
  expect(faults).toBe('');
  const { code, output } = extended.judge('-t', 'table format slk');
  expect(Number(/Tests +(\d+) passed/.exec(output)?.[1]), output).toBeGreaterThanOrEqual(7);
  expect(code, output).toBe(0);
}, 240_000);
