import * as XLSX from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { unpackedBytes } from '../../../../../electron/imports/containers/zipDirectory.ts';
import { chunkBytes } from '../../../../../electron/imports/kit/tableFormat.ts';
import { readRows, readTexts } from '../../../../doubles/files/orderFile.ts';
import { workbookBytes, workbookParts, zipBytes } from '../../../../doubles/files/zipBytes.ts';

async function cellsOf(row: string, rest: { strings?: string; styles?: string } = {}) {
  const rows = await readRows(
    workbookBytes({ sheet: `<sheetData><row r="1">${row}</row></sheetData>`, ...rest }),
  );
  return rows.ok ? (rows.value[0]?.cells ?? []) : rows.code;
}

describe('an xlsx workbook', () => {
  it('joins the runs of rich text and leaves phonetic readings out', async () => {
    const strings =
      '<si><r><rPr><b/></rPr><t>粗</t></r><r><t xml:space="preserve">体 </t></r><rPh sb="0" eb="1"><t>ああ</t></rPh></si>';
    expect(await cellsOf('<c r="A1" t="s"><v>0</v></c>', { strings })).toEqual([{ text: '粗体 ' }]);
  });

  it('reads inline strings, formula texts, truth values, entities and escaped characters', async () => {
    const row =
      '<c r="A1" t="inlineStr"><is><t>&lt;&#x8D75;&amp;</t></is></c><c r="B1" t="str"><f>A1</f><v>a&gt;b</v></c>' +
      '<c r="C1" t="b"><v>1</v></c><c r="D1" t="inlineStr"><is><t>a_x000A_b_x005F_x000A_</t></is></c>';
    expect(await cellsOf(row)).toEqual([
      { text: '<赵&' },
      { text: 'a>b' },
      { text: 'TRUE' },
      { text: 'a\nb_x000A_' },
    ]);
  });

  it('puts a cell into the column its reference names', async () => {
    expect(await cellsOf('<c r="C1"><v>1</v></c><c><v>2</v></c>')).toEqual([
      { text: '' },
      { text: '' },
      { text: '1' },
      { text: '2' },
    ]);
  });

  it('keeps the digits of numbers and flags the lost ones', async () => {
    expect(
      await cellsOf('<c r="A1"><v>1.3800138001E10</v></c><c r="B1"><v>310000000000000000</v></c>'),
    ).toEqual([{ text: '13800138001' }, { text: '310000000000000000', isDamaged: true }]);
  });

  it('flags error values and formulas that were never calculated', async () => {
    expect(await cellsOf('<c r="A1" t="e"><v>#N/A</v></c><c r="B1"><f>NOW()</f></c>')).toEqual([
      { text: '#N/A', isDamaged: true },
      { text: '', isDamaged: true },
    ]);
  });

  it('flags characters that another program lost, in the cell and in the string table', async () => {
    const strings = '<si><t>赵样例</t></si><si><t>钱\uFFFD</t></si>';
    const row =
      '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>&#xFFFD;</t></is></c>';
    expect(await cellsOf(row, { strings })).toEqual([
      { text: '赵样例' },
      { text: '钱\uFFFD', isDamaged: true },
      { text: '\uFFFD', isDamaged: true },
    ]);
  });

  it('shows dates as text, in the 1900 and the 1904 calendar', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="170" formatCode="yyyy/m/d h:mm"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs>';
    const sheet =
      '<sheetData><row r="1"><c r="A1" s="1"><v>44538.5</v></c><c r="B1" s="0"><v>44538.5</v></c></row></sheetData>';
    expect(await readTexts(workbookBytes({ sheet, styles }))).toEqual([['2021-12-08 12:00:00', '44538.5']]);
    const workbookProperties = '<workbookPr date1904="1"/>';
    expect(await readTexts(workbookBytes({ sheet, styles, workbookProperties }))).toEqual([
      ['2025-12-09 12:00:00', '44538.5'],
    ]);
  });

  it('shows leading zeros as the spreadsheet program does, and leaves amounts and shares as numbers', async () => {
    const codes = ['000000', '0000-0000', '0.00"元"', '#,##0', '0%', 'yyyy"年"m"月"d"日"', 'm/d/yy h:mm'];
    const values = [10_080, 123, 1234.5, 1234, 0.5, 46_350, 46_350.5];
    const sheet = XLSX.utils.aoa_to_sheet([values]);
    for (const [column, z] of codes.entries()) sheet[XLSX.utils.encode_cell({ r: 0, c: column })].z = z;
    const book = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(book, sheet, '订单');
    for (const bookType of ['xlsx', 'biff8'] as const) {
      const bytes = Buffer.from(XLSX.write(book, { bookType, type: 'buffer' }));
      const shown = XLSX.read(bytes, { type: 'buffer' }).Sheets.订单 ?? {};
      expect(await readTexts(bytes)).toEqual([
        [shown.A1.w, shown.B1.w, '1234.5', '1234', '0.5', '2026-11-24 00:00:00', '2026-11-24 12:00:00'],
      ]);
    }
  });

  it('keeps hidden columns in their place and puts hidden sheets after the visible ones', async () => {
    const book = XLSX.utils.book_new();
    const hidden = XLSX.utils.aoa_to_sheet([['旧单号', '旧地址']]);
    const shown = XLSX.utils.aoa_to_sheet([['订单号', '备注', '地址']]);
    shown['!cols'] = [{}, { hidden: true }, {}];
    XLSX.utils.book_append_sheet(book, hidden, '旧');
    XLSX.utils.book_append_sheet(book, shown, '订单');
    for (const state of [1, 2] as const) {
      book.Workbook = { Sheets: [{ Hidden: state }, { Hidden: 0 }] };
      const bytes = Buffer.from(XLSX.write(book, { bookType: 'xlsx', type: 'buffer' }));
      expect(await readTexts(bytes, 0)).toEqual([['订单号', '备注', '地址']]);
      expect(await readTexts(bytes, 1)).toEqual([['旧单号', '旧地址']]);
    }
  });

  it.each([
    ['fall', '3', '2'],
    ['stand twice', '2', '2'],
  ])('whose row numbers %s is refused, as the spreadsheet program does', async (_what, first, second) => {
    const rows = [first, second].map((row) => `<row r="${row}"><c r="A${row}"><v>${row}</v></c></row>`);
    expect(await readRows(workbookBytes({ sheet: `<sheetData>${rows.join('')}</sheetData>` }))).toMatchObject(
      {
        code: 'IMPORT_FILE_CORRUPT',
        params: { reason: 'row order' },
      },
    );
  });

  it('fills a merged cell down to the end of its range and no further', async () => {
    const cell = (reference: string, value: number) => `<c r="${reference}"><v>${value}</v></c>`;
    const sheet =
      `<sheetData><row r="1">${cell('A1', 1)}${cell('B1', 11)}</row><row r="2">${cell('B2', 12)}</row>` +
      `<row r="3">${cell('B3', 13)}</row></sheetData><mergeCells count="2"><mergeCell ref="A1:A2"/><mergeCell ref="D1:E1"/></mergeCells>`;
    expect(await readTexts(workbookBytes({ sheet }))).toEqual([
      ['1', '11'],
      ['1', '12'],
      ['', '13'],
    ]);
  });

  it('fills a merged cell wherever the list of them is cut in two while it is unpacked', async () => {
    const word = 'mergeCells';
    const sheetWith = (padding: number): string =>
      `<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="B2"><v>12</v></c></row></sheetData>` +
      `${' '.repeat(padding)}<${word} count="1"><mergeCell ref="A1:A2"/>${' '.repeat(chunkBytes)}</${word}>`;
    const [part] = workbookParts({ sheet: sheetWith(0) }).filter(({ name }) => name.includes('sheet1'));
    const padding = unpackedBytes - String(part?.data).indexOf(word);
    for (let cut = -1; cut <= word.length + 1; cut += 1) {
      const texts = await readTexts(workbookBytes({ sheet: sheetWith(padding - cut) }));
      expect(texts, `after ${cut} letters`).toEqual([['1'], ['1', '12']]);
    }
  });

  it('keeps the row numbers of the sheet and marks hidden rows', async () => {
    const sheet =
      '<sheetData><row r="3"><c r="A3"><v>1</v></c></row><row r="4"/><row r="9" hidden="1"><c r="A9"><v>2</v></c></row></sheetData>';
    const rows = await readRows(workbookBytes({ sheet }));
    expect(rows).toEqual({
      ok: true,
      value: [
        { rowNumber: 3, cells: [{ text: '1' }] },
        { rowNumber: 9, cells: [{ text: '2' }], isHidden: true },
      ],
    });
  });

  it('marks what is crossed out: a cell by its font, a part of a text by its own', async () => {
    const styles =
      '<fonts count="3"><font><sz val="11"/></font><font><strike/><sz val="11"/></font><font><strike val="0"/></font></fonts>' +
      '<cellXfs count="3"><xf fontId="0"/><xf fontId="1"/><xf fontId="2"/></cellXfs>';
    const strings = '<si><t>留着</t></si><si><r><rPr><strike/></rPr><t>旧址</t></r><r><t>新址</t></r></si>';
    const row =
      '<c r="A1" s="0" t="s"><v>0</v></c><c r="B1" s="1"><v>7</v></c><c r="C1" s="2" t="s"><v>0</v></c>' +
      '<c r="D1" s="0" t="s"><v>1</v></c><c r="E1" s="1"/>';
    expect(await cellsOf(row, { strings, styles })).toEqual([
      { text: '留着' },
      { text: '7', isStruck: true },
      { text: '留着' },
      { text: '旧址新址', isStruck: true },
    ]);
  });

  it('hands out what people wrote on the cells of a row', async () => {
    const sheet =
      '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row></sheetData>';
    const text = (of: string): string =>
      `<text><r><t>老板:</t></r><r><t xml:space="preserve">\n${of}</t></r></text>`;
    const bytes = zipBytes([
      ...workbookParts({ sheet }),
      {
        name: 'xl/worksheets/_rels/sheet1.xml.rels',
        data: '<Relationships><Relationship Id="rId1" Type="http://x/relationships/comments" Target="../comments1.xml"/></Relationships>',
      },
      {
        name: 'xl/comments1.xml',
        data: `<comments><authors/><commentList><comment ref="A2" authorId="0">${text('先别发')}</comment><comment ref="C2" authorId="0">${text('等款')}</comment></commentList></comments>`,
      },
    ]);
    const rows = await readRows(bytes);
    expect(rows.ok && rows.value.map(({ comment }) => comment)).toEqual([
      undefined,
      '老板:\n先别发 老板:\n等款',
    ]);
  });

  it('reads elements with a namespace prefix, comments and CDATA', async () => {
    const parts = workbookParts({ sheet: '' }).map((part) =>
      part.name.includes('sheet1')
        ? {
            ...part,
            data: '<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><!-- <x:c/> --><x:c r="A1" t="inlineStr"><x:is><x:t><![CDATA[a<b]]></x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>',
          }
        : part,
    );
    expect(await readTexts(zipBytes(parts))).toEqual([['a<b']]);
  });

  it('takes no cell of a later row for that of one without cells, and passes over tags it does not know', async () => {
    const sheet =
      '<sheetData><row r="1"/><row r="2"></row><row r="3">\n</row><row r="4"><ext/></row>' +
      '<row r="5"><c r="A5" s="1"/><ext/>\n<c r="B5" t="inlineStr"><is> <t>甲</t></is></c></row></sheetData>';
    const rows = await readRows(workbookBytes({ sheet }));
    expect(rows.ok && rows.value).toEqual([{ rowNumber: 5, cells: [{ text: '' }, { text: '甲' }] }]);
  });

  it('does not care how its bytes are cut', async () => {
    const rows = Array.from({ length: 3000 }, (_unused, index) => {
      const number = index + 1;
      return `<row r="${number}"><c r="A${number}" t="inlineStr"><is><t>赵样例${number}𠮷</t></is></c></row>`;
    });
    const texts = await readTexts(workbookBytes({ sheet: `<sheetData>${rows.join('')}</sheetData>` }));
    expect(texts).toEqual(rows.map((_row, index) => [`赵样例${index + 1}𠮷`]));
  });

  it('ignores formatted but empty cells far to the right', async () => {
    expect(await cellsOf('<c r="A1"><v>1</v></c><c r="XFD1" s="3"/>')).toEqual([{ text: '1' }]);
  });
});
