import { describe, expect, it } from 'vitest';
import { encodeGb18030 } from '../../../../../resources/samples/encodeGb18030.ts';
import { readRows, readTexts } from '../../../../doubles/orderFile.ts';

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

  it('without a table is no order file', async () => {
    expect(await readRows('<html><body>登录已过期</body></html>')).toMatchObject({
      code: 'IMPORT_FORMAT_UNKNOWN',
    });
  });
});
