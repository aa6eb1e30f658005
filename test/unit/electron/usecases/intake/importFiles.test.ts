import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as XLSX from '@e965/xlsx';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FilesRequest, importFiles } from '../../../../../electron/usecases/intake/importFiles.ts';
import { importOrders } from '../../../../../electron/usecases/intake/importOrders.ts';
import { agileWorkbook } from '../../../../doubles/files/lockedWorkbook.ts';
import { orderSheet, sheetOrder } from '../../../../doubles/files/orderSheet.ts';
import { zipBytes } from '../../../../doubles/files/zipBytes.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

const sheetFrom = (first: number, count: number) =>
  orderSheet(Array.from({ length: count }, (_, no) => sheetOrder(first + no)));

function put(name: string, bytes: Uint8Array | string): string {
  const path = join(workspace.folder, name);
  writeFileSync(path, bytes);
  return path;
}

function workbook(sheets: Readonly<Record<string, string>>): Buffer {
  const book = XLSX.utils.book_new();
  for (const [name, csv] of Object.entries(sheets)) {
    const rows = csv
      .trim()
      .split('\n')
      .map((line) => line.split(','));
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), name);
  }
  return Buffer.from(XLSX.write(book, { bookType: 'xlsx', type: 'buffer' }));
}

async function take(paths: readonly string[], change: Partial<FilesRequest> = {}) {
  const report = await importFiles(workspace, { paths, minConfidence: 0.7, isDryRun: false, ...change });
  if (!report.ok) return report.code;
  const { reports, refused } = report.value;
  return {
    read: reports.map(({ file, rows, imported }) => `${file} ${rows} ${imported}`),
    refused: refused.map(({ file, code }) => `${file} ${code}`),
  };
}

describe('importing several files', () => {
  it('reads each table of a folder and of a zip, and names what it could not read', async () => {
    mkdirSync(join(workspace.folder, 'drop'));
    put('drop/a.csv', sheetFrom(0, 3));
    put('drop/b.csv', 'just,some\nother,table\n');
    put(
      'drop/c.zip',
      zipBytes([
        { name: '十二月.csv', data: sheetFrom(3, 2) },
        { name: 'read.pdf', data: '%PDF-1.7' },
      ]),
    );
    expect(await take([join(workspace.folder, 'drop'), join(workspace.folder, 'none.csv')])).toEqual({
      read: ['a.csv 3 3', '十二月.csv 2 2'],
      refused: [
        'c.zip / read.pdf IMPORT_FORMAT_UNKNOWN',
        'none.csv IMPORT_FILE_NOT_FOUND',
        'b.csv IMPORT_NO_RECEIVER_COLUMNS',
      ],
    });
  });

  it('reads a file that is named twice once, so that every figure counts its rows once', async () => {
    const path = put('a.csv', sheetFrom(0, 3));
    const again = `${workspace.folder}/./a.csv`;
    expect(await take([path, again])).toEqual({ read: ['a.csv 3 3'], refused: [] });
  });

  it('fails with the reason when there is nothing at all to read', async () => {
    expect(await take([put('x.pdf', '%PDF-1.7')])).toBe('IMPORT_FORMAT_UNKNOWN');
    mkdirSync(join(workspace.folder, 'empty'));
    expect(await take([join(workspace.folder, 'empty')])).toBe('IMPORT_NO_FILES');
  });

  it('reads every sheet of orders of a workbook, and leaves refunds and instructions out', async () => {
    const path = put(
      'days.xlsx',
      workbook({
        说明: '填写说明\n请勿改动表头',
        一月: sheetFrom(0, 3),
        二月: sheetFrom(3, 2),
        售后: sheetFrom(5, 2),
      }),
    );
    expect(await take([path])).toEqual({ read: ['days.xlsx 3 3', 'days.xlsx 2 2'], refused: [] });
    expect(await take([path], { overrides: { sheet: '二月' } })).toEqual({
      read: ['days.xlsx 2 0'],
      refused: [],
    });
  });

  it('asks for the password of a protected workbook, again after a wrong one, and gives up without an answer', async () => {
    const choice = { hash: 'sha512', keyBits: 256, spins: 1000 } as const;
    const path = put('locked.xlsx', agileWorkbook(workbook({ 订单: sheetFrom(0, 2) }), '开门', choice));
    const answers = ['关门', '开门'];
    expect(await take([path])).toBe('IMPORT_PASSWORD_NEEDED');
    expect(await take([path], { askPassword: async () => null })).toBe('IMPORT_PASSWORD_NEEDED');
    expect(await take([path], { askPassword: async () => 'x' })).toBe('IMPORT_PASSWORD_WRONG');
    expect(await take([path], { askPassword: async () => answers.shift() ?? null })).toEqual({
      read: ['locked.xlsx 2 2'],
      refused: [],
    });
  });
});

describe('importing pasted cells', () => {
  it('needs no file and stores the same orders as the file does', async () => {
    const pasted = sheetFrom(0, 4).replaceAll(',', '\t');
    const report = await importOrders(workspace, {
      path: '粘贴的表格',
      overrides: { pasted },
      minConfidence: 0.7,
      isDryRun: false,
    });
    expect(report).toMatchObject({ value: { rows: 4, imported: 4, file: '粘贴的表格' } });
    expect(await take([put('same.csv', sheetFrom(0, 4))])).toEqual({ read: ['same.csv 4 0'], refused: [] });
  });
});
