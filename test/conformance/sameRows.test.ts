import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTexts } from '../doubles/files/orderFile.ts';
import { tableWriters } from '../doubles/tableFiles/tableWriters.ts';

/** Characters that some program somewhere writes in its own way. */
const piece = fc.constantFrom(
  '赵样例',
  '钱㐀𠮷',
  '广东省深圳市南山区',
  '样板路1号',
  '13800000001',
  '0000123',
  '773123456789012345678',
  '&amp;',
  '<b>',
  '"',
  "'",
  ',',
  ';',
  '|',
  ' ',
  '=1+1',
  '="0012"',
  '（）',
  'É',
  '😀',
  '#N/A',
  '-',
);
/** Without blanks at the ends: a web page does not keep them. */
const cell = fc
  .array(piece, { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join('').replace(/ +/g, ' ').trim() || '空');
const table = fc
  .array(fc.array(cell, { minLength: 4, maxLength: 4 }), { minLength: 2, maxLength: 6 })
  .map((rows) => [['订单号', '收货人', '手机', '地址'], ...rows]);

describe.each(Object.entries(tableWriters))('the same cells as %s', (_format, writers) => {
  it.each(writers.map((writer) => [writer.name, writer] as const))(
    'written as %s give the same rows',
    async (_name, writer) => {
      await fc.assert(
        fc.asyncProperty(table, async (rows) => {
          expect(await readTexts(writer.write(rows))).toEqual(rows);
        }),
        { numRuns: 12, seed: 20_260_101 },
      );
    },
  );
});
