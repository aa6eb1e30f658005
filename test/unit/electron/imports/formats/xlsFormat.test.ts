import * as XLSX from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { readXlsRows } from '../../../../../electron/imports/formats/xls/readXlsRows.ts';
import { readRows, readTexts } from '../../../../doubles/files/orderFile.ts';

function xls(sheet: XLSX.WorkSheet, bookType: 'biff8' | 'biff5' = 'biff8', bookSST = true): Buffer {
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, '订单');
  return Buffer.from(XLSX.write(book, { bookType, type: 'buffer', bookSST }));
}

describe('an xls workbook', () => {
  it('keeps long texts that cross the records of the string table', async () => {
    const rows = Array.from({ length: 400 }, (_unused, index) => [
      `${'ascii '.repeat(index % 30)}${index}`,
      `${'广东省深圳市南山区样板路'.repeat(index % 9)}${index}号`,
      `${'mixed 混合 '.repeat(index % 13)}𠮷`,
    ]);
    expect(await readTexts(xls(XLSX.utils.aoa_to_sheet(rows)))).toEqual(rows);
    expect(await readTexts(xls(XLSX.utils.aoa_to_sheet(rows), 'biff8', false))).toEqual(rows);
  });

  it('flags numbers that lost digits and keeps the others exact', async () => {
    const rows = await readRows(
      xls(XLSX.utils.aoa_to_sheet([[13_800_000_001, 12.34, 773_123_456_789_012_300_000, -7, 0.01]])),
    );
    expect(rows.ok && rows.value[0]?.cells).toEqual([
      { text: '13800000001' },
      { text: '12.34' },
      { text: '773123456789012300000', isDamaged: true },
      { text: '-7' },
      { text: '0.01' },
    ]);
  });

  it('marks hidden rows', () => {
    const record = (type: number, ...words: number[]): Buffer => {
      const bytes = Buffer.alloc(4 + words.length * 2);
      for (const [index, word] of [type, words.length * 2, ...words].entries())
        bytes.writeUInt16LE(word, index * 2);
      return bytes;
    };
    const oneHundredth = 0x0007;
    const stream = Buffer.concat([
      record(0x0809, 0x0600, 0x0010),
      record(0x0208, 0, 0, 1, 0, 0, 0, 0x0000, 0),
      record(0x0208, 1, 0, 1, 0, 0, 0, 0x0020, 0),
      record(0x027e, 0, 0, 0, oneHundredth, 0),
      record(0x00bd, 1, 0, 0, 0x000a, 0, 0, 0x000e, 0, 1),
      record(0x000a),
    ]);
    const workbook = {
      sheets: [],
      strings: [],
      numberStyles: [],
      struckStyles: new Set<number>(),
      is1904: false,
    };
    expect(readXlsRows(stream, 0, workbook)).toEqual([
      { rowNumber: 1, cells: [{ text: '0.01' }] },
      { rowNumber: 2, cells: [{ text: '2' }, { text: '3' }], isHidden: true },
    ]);
  });

  it('from before Excel 97 is refused with what to do', async () => {
    expect(await readRows(xls(XLSX.utils.aoa_to_sheet([['a']]), 'biff5'))).toMatchObject({
      code: 'IMPORT_XLS_TOO_OLD',
    });
  });
});
