import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import * as XLSX from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ResultRow,
  writeFailedRows,
  writeResultFile,
} from '../../../../../electron/imports/writers/resultFiles.ts';
import { readRows, readTexts, withFile } from '../../../../doubles/files/orderFile.ts';

const result = (cells: string[]): ResultRow => ({
  cells,
  carrier: '顺丰速运',
  waybillNo: 'SF0000000000001',
  state: '已取号',
  reason: '',
});

describe('the result file', () => {
  it('holds the input rows and what became of them, all as text', async () => {
    await withFile('old', async (path) => {
      const written = await writeResultFile({
        path,
        header: ['订单号', '金额'],
        rows: [result(['3100000000000000001', '=1+1']), result(['00123'])],
        language: 'zh-CN',
      });
      expect(written).toEqual({ ok: true, value: { path, rowCount: 2 } });
      const bytes = await readFile(path);
      expect(await readTexts(bytes)).toEqual([
        ['订单号', '金额', '快递公司', '快递单号', '状态', '原因'],
        ['3100000000000000001', '=1+1', '顺丰速运', 'SF0000000000001', '已取号', ''],
        ['00123', '', '顺丰速运', 'SF0000000000001', '已取号', ''],
      ]);
      const sheet = XLSX.read(bytes, { cellFormula: true, cellNF: true }).Sheets.发货结果;
      expect(sheet?.A2).toMatchObject({ t: 's', z: '@' });
      expect(sheet?.B2).toMatchObject({ t: 's', v: '=1+1' });
      expect(sheet?.B2.f).toBeUndefined();
      expect(await readdir(dirname(path))).toHaveLength(1);
    });
  });

  it('has English titles when asked, and rows that failed with their number', async () => {
    await withFile('', async (path) => {
      await writeFailedRows({
        path,
        header: ['Order'],
        rows: [{ cells: ['1'], rowNumber: 7, reason: 'no phone' }],
        language: 'en',
      });
      expect(await readTexts(await readFile(path))).toEqual([
        ['Order', 'Row', 'Reason'],
        ['1', '7', 'no phone'],
      ]);
    });
  });

  it('leaves nothing half-written when the rows break off, and says when the disk refuses', async () => {
    await withFile('old', async (path) => {
      async function* broken(): AsyncGenerator<ResultRow> {
        yield result(['1']);
        throw new Error('reading stopped');
      }
      await expect(writeResultFile({ path, header: ['a'], rows: broken(), language: 'en' })).rejects.toThrow(
        'reading stopped',
      );
      expect(await readFile(path, 'utf8')).toBe('old');
      expect(await readdir(dirname(path))).toHaveLength(1);
      const refused = await writeResultFile({
        path: `${path}/x.xlsx`,
        header: ['a'],
        rows: [],
        language: 'en',
      });
      expect(refused).toMatchObject({ ok: false, code: 'IMPORT_RESULT_NOT_WRITTEN' });
      const onFolder = await writeResultFile({
        path: dirname(path),
        header: ['a'],
        rows: [],
        language: 'en',
      });
      expect(onFolder).toMatchObject({ ok: false, code: 'IMPORT_RESULT_NOT_WRITTEN' });
      expect(await readdir(dirname(dirname(path)))).not.toContain(`${basename(dirname(path))}.part`);
    });
  });

  it('gives back every text exactly when it is read again', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 16 }).filter((one) => !/[\p{Cc}\ufffe\uffff]/u.test(one)),
      fc.bigInt({ min: 10n ** 15n, max: 10n ** 25n }).map(String),
      fc.constantFrom('_x000D_', '_x005F_', ' a ', '=1', '@x', '00', '1E5', '\t', 'a\nb', '<&>"\''),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 6 }), async (cells) => {
        await withFile('', async (path) => {
          await writeResultFile({
            path,
            header: cells.map((_cell, index) => `h${index}`),
            rows: [result(cells)],
            language: 'en',
          });
          const rows = await readRows(await readFile(path));
          const read = rows.ok
            ? rows.value[1]?.cells.slice(0, cells.length).map((cell) => cell.text)
            : rows.code;
          expect(read).toEqual(cells);
        });
      }),
      { numRuns: 60, seed: 11 },
    );
  });
});
