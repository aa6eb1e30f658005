import { describe, expect, it } from 'vitest';
import { encodeGb18030 } from '../../../../../resources/samples/encodeGb18030.ts';
import { done } from '../../../../../shared/errors/outcome.ts';
import { encodeBig5 } from '../../../../doubles/files/encodeBig5.ts';
import { readRows, readTexts, withTable } from '../../../../doubles/files/orderFile.ts';

describe('a web page called xls', () => {
  it('keeps long digits and decodes entities', async () => {
    const page = `<html><head><style>td{}</style></head><body><table>
      <tr><th>订单号</th><th>备注</th></tr>
      <tr><td>7731234567890123456</td><td>a&nbsp;&lt;b&gt;<br>c &#36213;</td></tr></table></body></html>`;
    expect(await readTexts(encodeGb18030(page))).toEqual([
      ['订单号', '备注'],
      ['7731234567890123456', 'a <b> c 赵'],
    ]);
  });

  it('fills a cell that spans rows and leaves room for one that spans columns', async () => {
    const page =
      '<table><tr><td rowspan="2">1</td><td>a</td><td colspan=2>x</td><td>y</td></tr><tr><td>b</td></tr><tr><td>2</td></tr></table>';
    expect(await readTexts(page)).toEqual([['1', 'a', 'x', '', 'y'], ['1', 'b'], ['2']]);
  });

  it('may be the XML spreadsheet of Excel 2003', async () => {
    const page = `<?xml version="1.0"?><Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="a"><Table>
      <Row><Cell><Data ss:Type="String">00123</Data></Cell><Cell ss:Index="3"><Data ss:Type="Number">310000000000000000</Data></Cell></Row>
      <Row ss:Index="5"><Cell><Data ss:Type="String">x</Data></Cell></Row></Table></Worksheet></Workbook>`;
    const rows = await readRows(page);
    expect(rows.ok && rows.value).toEqual([
      {
        rowNumber: 1,
        cells: [{ text: '00123' }, { text: '' }, { text: '310000000000000000', isDamaged: true }],
      },
      { rowNumber: 5, cells: [{ text: 'x' }] },
    ]);
  });

  it('puts blanks between the blocks of a cell and decodes the signs that people type', async () => {
    const page =
      '<table><tr><td><p>广东省</p><p>深圳市</p></td><td>孙&middot;范例<div>1&times;2</div></td></tr></table>';
    expect(await readTexts(page)).toEqual([['广东省 深圳市', '孙·范例 1×2']]);
  });

  it('keeps a table inside a cell as the text of that cell, and layout around a table apart', async () => {
    const page =
      '<table><tr><td>菜单<table><tr><td>单号</td><td>商品</td></tr><tr><td>1</td><td><table><tr><td>甲</td><td>2</td></tr></table></td></tr></table></td></tr><tr><td>页脚</td></tr></table>';
    expect(await readTexts(page, 0)).toEqual([['菜单 单号 商品 1 甲 2'], ['页脚']]);
    expect(await readTexts(page, 1)).toEqual([
      ['单号', '商品'],
      ['1', '甲 2'],
    ]);
  });

  it('names the sheets of an XML spreadsheet and marks hidden rows in both', async () => {
    const page = `<?xml version="1.0"?><Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="订单"><Table>
      <Row ss:Hidden="1"><Cell><Data ss:Type="String">x</Data></Cell></Row></Table></Worksheet><Worksheet ss:Name='售后'><Table/></Worksheet></Workbook>`;
    const named = await withTable(page, async ({ sheets }) => done(sheets.map(({ name }) => name)));
    expect(named).toEqual({ ok: true, value: ['订单'] });
    expect(await readRows(page)).toMatchObject({ value: [{ rowNumber: 1, isHidden: true }] });
    const web = '<table><tr style="display: none"><td>x</td></tr><tr><td>y</td></tr></table>';
    expect(await readRows(web)).toMatchObject({ value: [{ isHidden: true }, { rowNumber: 2 }] });
  });

  it('takes the digits that Excel keeps beside a shortened number', async () => {
    const page =
      '<table><tr><td x:num="13800138000">1.38E+10</td><td>1.38E+10</td><td x:num>12</td></tr></table>';
    expect(await readRows(page)).toMatchObject({
      value: [{ cells: [{ text: '13800138000' }, { text: '1.38E+10', isDamaged: true }, { text: '12' }] }],
    });
  });

  it('is believed about its encoding where its bytes agree', async () => {
    const page = (charset: string) =>
      `<html><meta http-equiv=Content-Type content="text/html; charset=${charset}"><table><tr><td>䶮㛃𠮷</td></tr></table></html>`;
    const asked = (bytes: Uint8Array) =>
      withTable(bytes, async (table) => done([table.encoding, table.encodingQuestion !== undefined]));
    expect(await asked(encodeGb18030(page('gb2312')))).toEqual({ ok: true, value: ['gb18030', false] });
    expect(await asked(Buffer.from(page('gb2312')))).toEqual({ ok: true, value: ['utf-8', false] });
    const traditional = '<html><meta charset="big5"><table><tr><td>廣東省樣例</td></tr></table></html>';
    expect(await asked(encodeBig5(traditional))).toEqual({ ok: true, value: ['big5', false] });
  });

  it('saved as one file with its pictures is refused by name', async () => {
    const archive =
      'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\n<table><tr><td>1</td></tr></table>';
    expect(await readRows(archive)).toMatchObject({ code: 'IMPORT_FORMAT_MHT' });
  });

  it('without a table is no order file', async () => {
    expect(await readRows('<html><body>登录已过期</body></html>')).toMatchObject({
      code: 'IMPORT_FORMAT_UNKNOWN',
    });
  });
});
