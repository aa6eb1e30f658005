import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eachOf } from '../../../../electron/imports/kit/tableFormat.ts';
import { listOrderFiles } from '../../../../electron/imports/listOrderFiles.ts';
import { openOrderFile } from '../../../../electron/imports/openOrderFile.ts';
import { encodeGb18030 } from '../../../../resources/samples/encodeGb18030.ts';
import { workbookBytes, type ZipPart, zipBytes } from '../../../doubles/files/zipBytes.ts';

const csv = '订单号,收货人\n1,赵样例\n';
const workbook = workbookBytes({ sheet: '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>' });
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'list-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function put(name: string, bytes: Uint8Array | string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

async function list(...paths: string[]) {
  const listed = await listOrderFiles(paths);
  if (!listed.ok) return listed.code;
  const { files, refused } = listed.value;
  return {
    files: files.map(({ name }) => name),
    refused: refused.map(({ name, code }) => `${name} ${code}`),
  };
}

describe('a drop of several files', () => {
  it('lists the tables of a folder by name and leaves locks, links, litter and subfolders alone', async () => {
    await put('b.csv', csv);
    await put('a.xlsx', workbook);
    await put('~$a.xlsx', 'x');
    await put('.DS_Store', 'x');
    await put('photo.png', Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'));
    await mkdir(join(folder, 'sub'));
    await symlink(join(folder, 'b.csv'), join(folder, 'link.csv'));
    expect(await list(folder)).toEqual({
      files: ['a.xlsx', 'b.csv'],
      refused: ['photo.png IMPORT_FORMAT_UNKNOWN'],
    });
  });

  it('names what is missing or no file beside what can be read', async () => {
    const good = await put('a.csv', csv);
    const locked = await put('~$b.xlsx', 'x');
    expect(await list(join(folder, 'none.csv'), good, locked, await put('empty.csv', ''))).toEqual({
      files: ['a.csv'],
      refused: [
        'none.csv IMPORT_FILE_NOT_FOUND',
        '~$b.xlsx IMPORT_FILE_IN_USE',
        'empty.csv IMPORT_FILE_EMPTY',
      ],
    });
  });
});

describe('a zip of order files', () => {
  it('lists each table by its content, with names in UTF-8 and in GBK, and opens it', async () => {
    const parts: ZipPart[] = [
      { name: '十二月/', data: '' },
      { name: '十二月/订单.bin', data: workbook },
      { name: '', rawName: encodeGb18030('一月订单.txt'), data: csv },
      { name: '__MACOSX/._a', data: 'x' },
      { name: '说明.pdf', data: '%PDF-1.7' },
    ];
    const path = await put('all.zip', zipBytes(parts));
    expect(await list(path)).toEqual({
      files: ['all.zip / 十二月/订单.bin', 'all.zip / 一月订单.txt'],
      refused: ['all.zip / 说明.pdf IMPORT_FORMAT_UNKNOWN'],
    });
    const table = await openOrderFile(path, { entry: '一月订单.txt' });
    const rows: string[][] = [];
    if (table.ok) {
      for await (const row of eachOf(table.value.sheets[0]?.rows() ?? []))
        rows.push(row.cells.map(({ text }) => text));
      await table.value.close();
    }
    expect(rows).toEqual([
      ['订单号', '收货人'],
      ['1', '赵样例'],
    ]);
  });

  it('refuses a zip inside it, a link, and a path that climbs only names it', async () => {
    const inner = zipBytes([{ name: 'a.csv', data: csv }]);
    const link = { name: 'link.csv', data: '/etc/passwd', unixMode: 0o120777 };
    const path = await put(
      'x.zip',
      zipBytes([{ name: '../../up.csv', data: csv }, { name: 'in.zip', data: inner }, link]),
    );
    expect(await list(path)).toEqual({
      files: ['x.zip / ../../up.csv'],
      refused: ['x.zip / in.zip IMPORT_ZIP_NESTED'],
    });
    expect(await openOrderFile(path, { entry: 'in.zip' })).toMatchObject({ code: 'IMPORT_ZIP_NESTED' });
    expect(await openOrderFile(path, { entry: 'link.csv' })).toMatchObject({ code: 'IMPORT_FILE_NOT_FOUND' });
    expect(await openOrderFile(path, { entry: 'none' })).toMatchObject({ code: 'IMPORT_FILE_NOT_FOUND' });
  });

  it('with a password says so', async () => {
    const path = await put('x.zip', zipBytes([{ name: 'a.csv', data: csv, flags: 1 }]));
    expect(await list(path)).toEqual({ files: [], refused: ['x.zip IMPORT_ZIP_ENCRYPTED'] });
  });

  it('refuses a member that is too large to be held, by the size its directory names', async () => {
    const big = Buffer.alloc(65 * 1024 * 1024, 'a,b\n');
    const parts = [
      { name: 'big.csv', data: big, isStored: true },
      { name: 'a.csv', data: csv },
    ];
    expect(await list(await put('x.zip', zipBytes(parts)))).toEqual({
      files: ['x.zip / a.csv'],
      refused: ['x.zip / big.csv IMPORT_FILE_TOO_LARGE'],
    });
  });
});
