import * as XLSX from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRows, readTexts } from '../../../../doubles/files/orderFile.ts';
import {
  characters,
  double,
  dword,
  kind,
  record,
  style,
  words,
  type XlsSheetParts,
  xlsBytes,
  xlsString,
} from '../../../../doubles/files/xlsBytes.ts';

/** The first sheet as another program reads it; `isShown` for the text of the cells, else their bare values. */
function oracleRows(bytes: Buffer, isShown = false): string[][] {
  const book = XLSX.read(bytes, { type: 'buffer' });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {};
  const rows = XLSX.utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: !isShown, defval: '' });
  return rows.map((row) => row.map((value) => String(value)));
}

function oneSheet(records: readonly Buffer[], globals: readonly Buffer[] = [style(0)]): Buffer {
  return xlsBytes(globals, [{ name: '订单', records }]);
}

/** An integer of 30 bits; with the ×100 flag the number is a hundredth of it. */
const packedInteger = (value: number, isHundredfold: boolean): number =>
  (value << 2) | 2 | (isHundredfold ? 1 : 0);
/** The upper 30 bits of a double. */
const packedDouble = (value: number, isHundredfold: boolean): number =>
  (double(value).readUInt32LE(4) & ~3) | (isHundredfold ? 1 : 0);

const packed = fc.oneof(
  fc.tuple(fc.integer({ min: -(2 ** 29), max: 2 ** 29 - 1 }), fc.boolean()).map((of) => packedInteger(...of)),
  fc.tuple(fc.integer({ min: 0, max: 2 ** 20 }), fc.boolean()).map((of) => packedDouble(...of)),
);

describe('the packed numbers of an xls workbook', () => {
  it('read as another program reads them, alone and in a row, with and without the hundredth', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(packed, { minLength: 3, maxLength: 12 }), async ([alone = 2, ...numbers]) => {
        const row = numbers.map((number) => Buffer.concat([words(0), dword(number)]));
        const bytes = oneSheet([
          record(kind.rk, words(0, 0, 0), dword(alone)),
          record(kind.mulRk, words(0, 1), ...row, words(numbers.length)),
        ]);
        expect(await readTexts(bytes)).toEqual(oracleRows(bytes));
      }),
      { numRuns: 60, seed: 20_260_101 },
    );
  });

  it.each([
    [packedInteger(123_456, true), '1234.56'],
    [packedInteger(-5, true), '-0.05'],
    [packedInteger(-7, false), '-7'],
    [packedDouble(0.5, false), '0.5'],
    [packedDouble(99_900, true), '999'],
  ])('%i is %s', async (number, text) => {
    expect(await readTexts(oneSheet([record(kind.rk, words(0, 0, 0), dword(number))]))).toEqual([[text]]);
  });
});

describe('number formats of an xls workbook', () => {
  const codes = [
    '000000',
    'yyyy"年"m"月"d"日"',
    '[$-804]yyyy/m/d h:mm',
    'm/d/yy h:mm',
    '0.00"元"',
    '#,##0',
    '0%',
  ];
  const globals = [
    ...codes.map((code, index) => record(kind.format, words(164 + index), xlsString(code, 2))),
    style(0),
    ...codes.map((_code, index) => style(164 + index)),
  ];
  const values = [10_080, 46_350, 46_350.5, 46_350.5, 1234.5, 1234, 0.5];
  const cells = values.map((value, column) =>
    record(kind.number, words(0, column, column + 1), double(value)),
  );

  it('show leading zeros and dates, and leave amounts and shares as numbers', async () => {
    const bytes = oneSheet(cells, globals);
    const [row] = await readTexts(bytes);
    expect(row).toEqual([
      '010080',
      '2026-11-24 00:00:00',
      '2026-11-24 12:00:00',
      '2026-11-24 12:00:00',
      '1234.5',
      '1234',
      '0.5',
    ]);
    expect(row?.[0]).toBe(oracleRows(bytes, true)[0]?.[0]);
  });

  it('count from 1904 where the workbook says so', async () => {
    const [row] = await readTexts(oneSheet(cells, [record(kind.date1904, words(1)), ...globals]));
    expect(row?.slice(0, 3)).toEqual(['010080', '2030-11-25 00:00:00', '2030-11-25 12:00:00']);
  });
});

/** A string table whose strings are cut into records at any character, each piece wide or narrow as it may be. */
function cutStrings(texts: readonly string[], pieceLength: number): Buffer[] {
  const records: Buffer[] = [];
  let data: Buffer[] = [dword(texts.length), dword(texts.length)];
  const flush = (): void => {
    records.push(record(records.length === 0 ? kind.sst : kind.continued, ...data));
    data = [];
  };
  for (const text of texts) {
    data.push(words(text.length));
    for (let at = 0; at === 0 || at < text.length; at += pieceLength) {
      const piece = text.slice(at, at + pieceLength);
      const isWide = /[^\0-\xff]/.test(piece);
      if (at > 0) flush();
      data.push(Buffer.from([isWide ? 1 : 0]), characters(piece, isWide));
    }
  }
  flush();
  return records;
}

describe('the texts of an xls workbook', () => {
  it.each([1, 2, 3, 5, 17])('cut after every %i characters are whole', async (pieceLength) => {
    const texts = ['订单号 order 订单', 'plain text only', '样板路1号𠮷野家', 'É', '纯中文地址样板路'];
    const labels = texts.map((_text, index) => record(kind.labelSst, words(0, index, 0), dword(index)));
    const bytes = oneSheet(labels, [style(0), ...cutStrings(texts, pieceLength)]);
    expect(await readTexts(bytes)).toEqual([texts]);
    expect(await readTexts(bytes)).toEqual(oracleRows(bytes));
  });

  it.each([936, 950, 1200, 1252])(
    'do not depend on the code page (%i): they are Unicode',
    async (codePage) => {
      const labels = [
        record(kind.label, words(0, 0, 0), xlsString('赵样例', 2)),
        record(kind.label, words(0, 1, 0), xlsString('Café', 2, false)),
      ];
      const bytes = oneSheet(labels, [record(kind.codePage, words(codePage)), style(0)]);
      expect(await readTexts(bytes)).toEqual([['赵样例', 'Café']]);
    },
  );
});

describe('the order and visibility of an xls workbook', () => {
  const cell = (row: number, column: number, value: number): Buffer =>
    record(kind.number, words(row, column, 0), double(value));

  it('is that of the sheet, whatever the order of the records', async () => {
    const bytes = oneSheet([cell(4, 1, 42), cell(0, 2, 3), cell(4, 0, 41), cell(0, 0, 1), cell(2, 0, 21)]);
    const rows = await readRows(bytes);
    if (!rows.ok) throw new Error(rows.code);
    expect(rows.value.map((row) => [row.rowNumber, ...row.cells.map((one) => one.text)])).toEqual([
      [1, '1', '', '3'],
      [3, '21'],
      [5, '41', '42'],
    ]);
  });

  it('keeps hidden columns in their place and marks hidden rows', async () => {
    const hiddenRow = record(kind.row, words(1, 0, 3, 0xff, 0, 0, 0x20, 0));
    const hiddenColumn = record(kind.columnInfo, words(1, 1, 0, 0, 1, 0));
    const cells = [0, 1].flatMap((row) => [0, 1, 2].map((column) => cell(row, column, row * 10 + column)));
    const rows = await readRows(oneSheet([hiddenColumn, hiddenRow, ...cells]));
    expect(rows.ok && rows.value).toEqual([
      { rowNumber: 1, cells: [{ text: '0' }, { text: '1' }, { text: '2' }] },
      { rowNumber: 2, cells: [{ text: '10' }, { text: '11' }, { text: '12' }], isHidden: true },
    ]);
  });

  it('marks cells whose font is crossed out; the fifth font is called 5', async () => {
    const font = (flags: number): Buffer =>
      record(0x31, words(200, flags, 0x7fff, 400, 0, 0), xlsString('宋体', 1));
    const cellStyle = (fontNumber: number): Buffer =>
      record(0xe0, words(fontNumber, 0, 0, 0, 0, 0, 0, 0, 0, 0));
    const globals = [...[0, 0, 0, 0, 8].map(font), cellStyle(0), cellStyle(5)];
    const styled = (column: number, style: number): Buffer =>
      record(kind.number, words(0, column, style), double(7));
    const rows = await readRows(oneSheet([styled(0, 0), styled(1, 1)], globals));
    expect(rows.ok && rows.value[0]?.cells).toEqual([{ text: '7' }, { text: '7', isStruck: true }]);
  });

  it('puts hidden sheets after the visible ones', async () => {
    const sheet = (name: string, value: number, visibility: 0 | 1 | 2): XlsSheetParts => ({
      name,
      records: [cell(0, 0, value)],
      visibility,
    });
    const bytes = xlsBytes([style(0)], [sheet('旧', 1, 1), sheet('更旧', 2, 2), sheet('订单', 3, 0)]);
    expect(await readTexts(bytes, 0)).toEqual([['3']]);
    expect(await readTexts(bytes, 1)).toEqual([['1']]);
    expect(await readTexts(bytes, 2)).toEqual([['2']]);
  });
});
