import { describe, expect, it } from 'vitest';
import { eachOf } from '../../../../../electron/imports/kit/tableFormat.ts';
import { openOrderFile } from '../../../../../electron/imports/openOrderFile.ts';
import { agileWorkbook, standardWorkbook } from '../../../../doubles/files/lockedWorkbook.ts';
import { withFile } from '../../../../doubles/files/orderFile.ts';
import { workbookBytes } from '../../../../doubles/files/zipBytes.ts';

const rows = Array.from({ length: 400 }, (_unused, index) => {
  const number = index + 1;
  return `<row r="${number}"><c r="A${number}" t="inlineStr"><is><t>赵样例${number * 7919}</t></is></c></row>`;
});
const workbook = workbookBytes({ sheet: `<sheetData>${rows.join('')}</sheetData>` });
const quick = { hash: 'sha512', keyBits: 256, spins: 1000 } as const;

function open(bytes: Uint8Array, password?: string): Promise<string> {
  return withFile(bytes, async (path) => {
    const table = await openOrderFile(path, password === undefined ? {} : { password });
    if (!table.ok) return table.code;
    let count = 0;
    for await (const row of eachOf(table.value.sheets[0]?.rows() ?? [])) {
      count += 1;
      expect(row.cells).toEqual([{ text: `赵样例${count * 7919}` }]);
    }
    await table.value.close();
    return `${table.value.format} ${count}`;
  });
}

describe('a workbook with a password', () => {
  it.each([
    ['Excel 2013 and later', () => agileWorkbook(workbook, '密码 1a!', { ...quick, spins: 100_000 })],
    ['Excel 2010', () => agileWorkbook(workbook, '密码 1a!', { hash: 'sha1', keyBits: 128, spins: 1000 })],
    ['SHA-256', () => agileWorkbook(workbook, '密码 1a!', { hash: 'sha256', keyBits: 256, spins: 1000 })],
    ['Excel 2007', () => standardWorkbook(workbook, '密码 1a!')],
    ['Excel 2007 with 256 bits', () => standardWorkbook(workbook, '密码 1a!', 256)],
  ])('of %s is opened by it and by no other', async (_name, make) => {
    const bytes = make();
    expect(await open(bytes)).toBe('IMPORT_PASSWORD_NEEDED');
    expect(await open(bytes, '密码 1a')).toBe('IMPORT_PASSWORD_WRONG');
    expect(await open(bytes, '密码 1a!')).toBe('xlsx 400');
  });

  it('that only locks it for writing is opened without asking, as Excel does', async () => {
    expect(await open(agileWorkbook(workbook, 'VelvetSweatshop', quick))).toBe('xlsx 400');
  });

  it('and one changed byte is refused', async () => {
    const bytes = agileWorkbook(workbook, 'x', quick);
    const at = bytes.indexOf(Buffer.from([0xcc]), 6000);
    bytes[at] = 0xcd;
    expect(await open(bytes, 'x')).toBe('IMPORT_FILE_CORRUPT');
  });

  it('that would take minutes to try is refused at once', async () => {
    const bytes = agileWorkbook(workbook, 'x', quick);
    const at = bytes.indexOf('spinCount="1000" s');
    bytes.write('spinCount="9000000"', at, 'latin1');
    expect(await open(bytes, 'x')).toBe('IMPORT_FILE_ENCRYPTED');
  });
});
