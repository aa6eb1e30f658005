import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fileHolds } from '../../../../electron/imports/fileHolds.ts';
import { writeTextWorkbook } from '../../../../electron/imports/writers/writeTextWorkbook.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'holds-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const says = (text: string) => text.includes('13912345678');

it('a workbook is found by a number in one of its cells, and another is not', async () => {
  async function* rows(phone: string) {
    yield ['欧阳晓岚', phone];
  }
  const [hers, his] = [join(folder, 'hers.xlsx'), join(folder, 'his.xlsx')];
  await writeTextWorkbook(hers, '发货结果', ['收货人', '手机'], rows('13912345678'));
  await writeTextWorkbook(his, '发货结果', ['收货人', '手机'], rows('15898765432'));
  expect(await fileHolds(hers, says)).toBe(true);
  expect(await fileHolds(his, says)).toBe(false);
});

it('a number that lies over two pieces of a long list is found', async () => {
  const path = join(folder, 'long.csv');
  writeFileSync(path, `${'x'.repeat(48 * 1024 - 5)}13912345678\r\n`);
  expect(await fileHolds(path, says)).toBe(true);
});

it('what is not there, empty or no whole archive holds nothing', async () => {
  writeFileSync(join(folder, 'empty.csv'), '');
  writeFileSync(join(folder, 'half.xlsx'), 'PK\u0003\u0004 13912345678');
  for (const name of ['missing.csv', 'empty.csv', 'half.xlsx'])
    expect(await fileHolds(join(folder, name), says)).toBe(false);
});
