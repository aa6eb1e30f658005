import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import * as XLSX from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { tableFormats } from '../../electron/imports/index.ts';
import { eachOf } from '../../electron/imports/kit/tableFormat.ts';
import { openOrderFile } from '../../electron/imports/openOrderFile.ts';
import { done } from '../../shared/errors/outcome.ts';
import { readRows, readTexts, withFile, withTable } from '../doubles/files/orderFile.ts';
import { seededChance } from '../doubles/seededChance.ts';

/** What every format must carry without a changed character. */
const table = [
  ['订单号', '收货人', '手机', '地址', '备注'],
  ['3100000000000000001', '赵样例', '13800000001', '广东省深圳市南山区样板路1号', '=1+1'],
  ['0000123', '钱㐀𠮷', '+86 13800000002', '浙江省杭州市"样板"路2号, 2栋', '<b>&amp;</b>'],
  ['773123456789012345678', '孙样例', '', '北京市海淀区样板路3号', '-'],
];

function sheetJs(bookType: 'xlsx' | 'biff8' | 'html'): Buffer {
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(table), 'Sheet1');
  return Buffer.from(XLSX.write(book, { bookType, type: 'buffer' }));
}

function csv(): Buffer {
  return Buffer.from(
    table.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n'),
  );
}

const wellFormed: Readonly<Record<string, () => Buffer>> = {
  xlsx: () => sheetJs('xlsx'),
  xls: () => sheetJs('biff8'),
  html: () => sheetJs('html'),
  csv,
};

describe.each(tableFormats.map((format) => [format.id, format] as const))('table format %s', (id, format) => {
  const bytes = wellFormed[id]?.() ?? Buffer.alloc(0);

  it('is found by content, whatever the file is called', async () => {
    const found = await withTable(bytes, async (open) => done(open.format));
    expect(found).toEqual({ ok: true, value: format.id });
  });

  it('keeps every character of every cell', async () => {
    const rows = (await readTexts(bytes)).map((row) => table[0]?.map((_title, index) => row[index] ?? ''));
    expect(rows).toEqual(table);
  });

  it('numbers the rows as a spreadsheet program does', async () => {
    const rows = await readRows(bytes);
    expect(rows.ok && rows.value.map((row) => row.rowNumber)).toEqual([1, 2, 3, 4]);
  });

  it('gives the same rows each time they are asked for', async () => {
    const counts = await withTable(bytes, async (open) => {
      const seen: number[] = [];
      for (let pass = 0; pass < 2; pass += 1) {
        let count = 0;
        for await (const _row of eachOf(open.sheets[0]?.rows() ?? [])) count += 1;
        seen.push(count);
      }
      return done(seen);
    });
    expect(counts).toEqual({ ok: true, value: [4, 4] });
  });

  it('leaves the file as it was', async () => {
    const digest = (data: Uint8Array) => createHash('sha256').update(data).digest('hex');
    await withFile(bytes, async (path) => {
      const opened = await openOrderFile(path);
      if (opened.ok) {
        for await (const _row of eachOf(opened.value.sheets[0]?.rows() ?? []));
        await opened.value.close();
      }
      expect(digest(await readFile(path))).toBe(digest(bytes));
    });
  });

  it('answers every cut of the file with rows or a clear code, never with a crash', async () => {
    for (let part = 1; part < 12; part += 1) {
      const outcome = await readRows(bytes.subarray(0, Math.floor((bytes.length * part) / 12)));
      if (!outcome.ok) expect(outcome.code).toMatch(/^IMPORT_/);
      if (id === 'xlsx' || id === 'xls') expect(outcome.ok).toBe(false);
    }
  });

  it('answers changed bytes with rows or a clear code, never with a crash', async () => {
    const chance = seededChance(20_260_101);
    const next = (below: number): number => Math.floor(chance() * below);
    for (let round = 0; round < 60; round += 1) {
      const changed = Buffer.from(bytes);
      for (let count = 0; count < 4; count += 1) changed[next(changed.length)] = next(256);
      const outcome = await readRows(changed);
      if (!outcome.ok) expect(outcome.code).toMatch(/^IMPORT_/);
    }
  });
});

describe('against the reference reader', () => {
  const values = [
    ['文本', '整数', '小数', '日期', '真假', '公式'],
    ['甲', 13_800_000_001, 12.5, new Date(Date.UTC(2026, 0, 2, 3, 4, 5)), true, null],
    [null, 0, -0.25, new Date(Date.UTC(1999, 11, 31)), false, null],
  ];

  function book(): XLSX.WorkBook {
    const sheet = XLSX.utils.aoa_to_sheet(values, { UTC: true, dateNF: 'yyyy-mm-dd hh:mm:ss' });
    sheet.F2 = { t: 'n', v: 7, f: 'B2*0+7' };
    sheet['!merges'] = [{ s: { r: 1, c: 0 }, e: { r: 2, c: 0 } }];
    const made = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(made, sheet, 'a');
    XLSX.utils.book_append_sheet(made, XLSX.utils.aoa_to_sheet([['第二张']]), 'b');
    return made;
  }

  it.each(['xlsx', 'biff8'] as const)(
    '%s numbers, dates, truth values and formula results read the same',
    async (bookType) => {
      for (const bookSST of [true, false]) {
        const bytes = Buffer.from(XLSX.write(book(), { bookType, type: 'buffer', bookSST }));
        const reference = XLSX.utils.sheet_to_json<string[]>(XLSX.read(bytes).Sheets.a ?? {}, {
          header: 1,
          raw: false,
          defval: '',
        });
        const rows = await readTexts(bytes);
        expect(rows[0]).toEqual(reference[0]);
        for (const [index, row] of rows.entries()) {
          for (const column of [1, 2, 4, 5]) expect(row[column] ?? '').toBe(reference[index]?.[column] ?? '');
        }
        expect(rows.slice(1).map((row) => row[3])).toEqual(['2026-01-02 03:04:05', '1999-12-31 00:00:00']);
        // Merged downwards: the reference shows the second one blank, a person sees one cell.
        expect(rows.slice(1).map((row) => row[0])).toEqual(['甲', '甲']);
        expect(await readTexts(bytes, 1)).toEqual([['第二张']]);
      }
    },
  );
});
