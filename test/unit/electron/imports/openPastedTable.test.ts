import { describe, expect, it } from 'vitest';
import { eachOf } from '../../../../electron/imports/kit/tableFormat.ts';
import { openPastedTable } from '../../../../electron/imports/openOrderFile.ts';
import { readOrderFile } from '../../../../electron/imports/readOrderFile.ts';
import { recogniseTable } from '../../../../electron/imports/recognition/recogniseTable.ts';
import { readOrderRows } from '../../../../electron/imports/rows/readOrderRows.ts';

describe('pasted cells', () => {
  it('are read like a file, with or without a header', async () => {
    const row = '赵样例\t13800000001\t"广东省深圳市\n南山区样板路1号"';
    for (const text of [`姓名\t电话\t地址\r\n${row}`, row]) {
      const table = openPastedTable(text);
      const recognition = await recogniseTable(table);
      if (!recognition.ok) throw new Error(recognition.code);
      const receivers: unknown[] = [];
      for await (const one of eachOf(readOrderRows(table, recognition.value))) {
        receivers.push(one.kind === 'draft' && one.draft.receiver);
      }
      expect(receivers).toMatchObject([
        { name: '赵样例', phone: '13800000001', address: '广东省深圳市 南山区样板路1号' },
      ]);
    }
  });

  it('as the page that Excel puts beside the text keep merged cells and long numbers', async () => {
    const page =
      '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><!--StartFragment--><table><col width=72>' +
      '<tr><td rowspan=2>赵样例</td><td x:num="13800000001">1.38E+10</td></tr><tr><td>13800000002</td></tr></table><!--EndFragment--></body></html>';
    const rows: string[][] = [];
    for await (const row of eachOf(openPastedTable(page).sheets[0]?.rows() ?? []))
      rows.push(row.cells.map(({ text }) => text));
    expect(rows).toEqual([
      ['赵样例', '13800000001'],
      ['赵样例', '13800000002'],
    ]);
  });

  it('are read through the same door as a file', async () => {
    const opened = await readOrderFile('粘贴', {
      pasted: '姓名\t电话\t地址\n赵样例\t13800000001\t广东省深圳市南山区样板路1号',
    });
    expect(opened.ok && opened.value.header).toEqual(['姓名', '电话', '地址']);
  });
});
