import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeGb18030 } from '../../../../../resources/samples/encodeGb18030.ts';
import { done } from '../../../../../shared/errors/outcome.ts';
import { readRows, readTexts, withTable } from '../../../../doubles/files/orderFile.ts';

const encodingOf = (bytes: Uint8Array | string, encoding?: string) =>
  withTable(bytes, async (table) => done(table.encoding), encoding);

function utf16be(text: string): Buffer {
  return Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
}

describe('a text table', () => {
  it.each([
    ['commas', 'a,b\n1,2\n'],
    ['tabs', 'a\tb\n1\t2\n'],
    ['semicolons', 'a;b\n1;2\n'],
    ['a separator line', 'sep=;\na;b\n1;2\n'],
  ])('is cut at %s', async (_name, text) => {
    expect(await readTexts(text)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it('may hold commas, quotes and line breaks inside quotes', async () => {
    expect(await readTexts('a,b\r\n"x, ""y""\nz",2\r\n')).toEqual([
      ['a', 'b'],
      ['x, "y"\nz', '2'],
    ]);
  });

  it.each([
    ['is never closed', 'a,b\n1,2\n3,"x,4\n5,6\n'],
    ['is closed by that of another row', 'a,b\n1,2\n3,"x,4\n5,"y",6\n'],
    ['opens a wrapped number that goes on over other rows', 'a,b\n1,2\n3,="4\n5,="6"\n'],
  ])(
    'with a quote that %s is refused by its row: the orders behind it would be lost in one cell',
    async (_name, text) => {
      expect(await readRows(text)).toEqual({ ok: false, code: 'IMPORT_QUOTE_UNPAIRED', params: { row: 3 } });
    },
  );

  it('takes a stray quote that takes no other row along, and blanks behind a cell of several lines', async () => {
    expect(await readTexts('a,b\n19" rack,"x"y\n"p\nq" ,2\n3,"z')).toEqual([
      ['a', 'b'],
      ['19" rack', 'xy'],
      ['p\nq ', '2'],
      ['3', 'z'],
    ]);
  });

  it('keeps a wrapped number and a comma inside the wrapping together', async () => {
    expect(await readTexts('a,b\n="1,2",="003"\n')).toEqual([
      ['a', 'b'],
      ['="1,2"', '="003"'],
    ]);
  });

  it('may end its lines with CR alone and its last line with nothing', async () => {
    expect(await readTexts('a,b\r1,2\r3,4')).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  it('counts blank lines, so that the row number is the one people see', async () => {
    const rows = await readRows('a,b\n\n1,2\n');
    expect(rows.ok && rows.value.map((row) => row.rowNumber)).toEqual([1, 3]);
  });

  it('flags numbers that Excel saved as 1.23E+17 and characters another program lost', async () => {
    const rows = await readRows('a,b,c\n1.23E+17,赵\uFFFD,1E10\n');
    expect(rows.ok && rows.value[1]?.cells.map((cell) => cell.isDamaged ?? false)).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('is read in its own encoding', async () => {
    const text = '姓名,地址\n钱㐀𠮷䶮,广东省\n';
    const variants: [Uint8Array, string][] = [
      [Buffer.from(text), 'utf-8'],
      [Buffer.from(`\uFEFF${text}`), 'utf-8'],
      [encodeGb18030(text), 'gb18030'],
      [Buffer.from(`\uFEFF${text}`, 'utf16le'), 'utf-16le'],
      [utf16be(text), 'utf-16be'],
      [Buffer.from('a,b\n1,2\n', 'utf16le'), 'utf-16le'],
    ];
    for (const [bytes, encoding] of variants) {
      expect(await encodingOf(bytes)).toEqual({ ok: true, value: encoding });
      if (bytes.length > 20) expect((await readTexts(bytes))[1]?.[0]).toBe('钱㐀𠮷䶮');
    }
  });

  it('takes the encoding the operator chose, or says that it does not fit', async () => {
    const big5 = Buffer.from([0xa9, 0x6d, 0xa6, 0x57, 0x2c, 0x61, 0x0a]);
    expect(await encodingOf(big5, 'big5')).toEqual({ ok: true, value: 'big5' });
    expect(await encodingOf(big5, 'utf-8')).toMatchObject({ code: 'IMPORT_ENCODING_UNKNOWN' });
    expect(await encodingOf(big5, 'latin9')).toMatchObject({ code: 'IMPORT_ENCODING_UNKNOWN' });
  });

  it('in no known encoding is refused instead of being stored with question marks', async () => {
    expect(await encodingOf(Buffer.from([0x61, 0x2c, 0xff, 0xff, 0x0a]))).toMatchObject({
      code: 'IMPORT_ENCODING_UNKNOWN',
    });
  });

  it('with more than 256 filled columns is refused with its row', async () => {
    const wide = Array.from({ length: 300 }, (_unused, index) => String(index)).join(',');
    expect(await readRows(`a,b\n${wide}\n`)).toEqual({
      ok: false,
      code: 'IMPORT_TOO_MANY_COLUMNS',
      params: { row: 2, limit: 256 },
    });
  });

  it('gives back every cell exactly as it was written, in UTF-8 and GB18030', async () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => !/[\uFEFF\uFFFD\0]/.test(text)),
      fc.bigInt({ min: 10n ** 17n, max: 10n ** 21n }).map(String),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 5 }), async (rows) => {
        const table = [['订单号', '收货人', '地址'], ...rows];
        const text = table
          .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(','))
          .join('\r\n');
        const expected = table.filter((row) => row.some((one) => one !== ''));
        expect(await readTexts(text)).toEqual(expected);
        expect(await readTexts(encodeGb18030(text))).toEqual(expected);
      }),
      { numRuns: 40, seed: 7 },
    );
  });
});
