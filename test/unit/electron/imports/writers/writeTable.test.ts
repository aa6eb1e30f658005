import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { eachOf } from '../../../../../electron/imports/kit/tableFormat.ts';
import { readOrderFile } from '../../../../../electron/imports/readOrderFile.ts';
import { writeTable } from '../../../../../electron/imports/writers/writeTable.ts';

const folder = mkdtempSync(join(tmpdir(), 'write-table-'));
const header = ['订单号', '收件人', '电话', '详细地址', '备注'];
const rows = [
  ['00123', '赵样例', '13800000001', '广东省深圳市南山区样板路1号', '=1+1'],
  ['A2', '钱"样例', '13800000002', '广东省深圳市南山区样板路2号, 3楼', '放门口\n勿按铃'],
];

test('a name that ends in .csv gets csv that spreadsheet programs open: mark, quotes, and nothing that runs', async () => {
  const path = join(folder, 'orders.CSV');
  expect(await writeTable(path, '订单', header, rows)).toEqual({ ok: true, value: { path, rowCount: 2 } });
  expect(readFileSync(path, 'utf8')).toBe(
    '\uFEFF订单号,收件人,电话,详细地址,备注\r\n' +
      "00123,赵样例,13800000001,广东省深圳市南山区样板路1号,'=1+1\r\n" +
      'A2,"钱""样例",13800000002,"广东省深圳市南山区样板路2号, 3楼","放门口\n勿按铃"\r\n',
  );
});

test('every other name gets a workbook', async () => {
  const path = join(folder, 'orders.xlsx');
  await writeTable(path, '订单', header, rows);
  expect(readFileSync(path).subarray(0, 2).toString()).toBe('PK');
});

test('is whole however many rows there are, and is read back as it was written', async () => {
  const path = join(folder, 'many.csv');
  const many = Array.from({ length: 1_203 }, (_unused, index) => [
    `A${index}`,
    '赵样例',
    '13800000001',
    `广东省深圳市南山区样板路${index}号`,
    '',
  ]);
  await writeTable(path, '订单', header, many);
  const file = await readOrderFile(path);
  if (!file.ok) throw new Error(file.code);
  const numbers: string[] = [];
  for await (const row of eachOf(file.value.rows()))
    if (row.kind === 'draft') numbers.push(row.draft.orderNo);
  await file.value.close();
  expect(numbers).toEqual(many.map(([number]) => number));
});
