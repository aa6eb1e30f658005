import { describe, expect, it } from 'vitest';
import { eachOf, type OpenTable, type TableSheet } from '../../../../../electron/imports/kit/tableFormat.ts';
import { recogniseTable } from '../../../../../electron/imports/recognition/recogniseTable.ts';
import { sheetStanding } from '../../../../../electron/imports/recognition/sheetStanding.ts';
import { readFileFacts } from '../../../../../electron/imports/rows/readFileFacts.ts';
import { readOrderRows } from '../../../../../electron/imports/rows/readOrderRows.ts';
import { memoryTable } from '../../../../doubles/files/memoryTable.ts';

const header = ['单号', '收货人', '手机', '地址', '商品'];
const order = (no: string) => [no, '赵样例', '13800000001', '广东省深圳市南山区样板路1号', '样品绿茶'];

function sheetOf(name: string, no: string, isHidden = false): TableSheet {
  const [sheet] = memoryTable([header, order(no)]).sheets;
  if (sheet === undefined) throw new Error('no sheet');
  return { ...sheet, name, ...(isHidden ? { isHidden } : {}) };
}

function book(...sheets: readonly TableSheet[]): OpenTable {
  return { ...memoryTable([]), sheets };
}

describe('the tab of a sheet', () => {
  it.each([
    '作废',
    '11月已发货',
    '退货登记',
    '取消的单',
    '先不发',
    '历史订单',
    '售后',
    'Cancelled',
    'Shipped Nov',
  ])('says not to ship: %s', (name) => expect(sheetStanding({ name })).toBe('not-to-ship'));

  it.each([
    '待发货',
    '12.1',
    '未发',
    '已发未发',
    '订单',
    '退货地址',
    '发货单',
    'Sheet1',
    'To ship',
    'unshipped',
  ])('says nothing against shipping: %s', (name) => expect(sheetStanding({ name })).toBe('orders'));
});

describe('a workbook with sheets of orders that are done with', () => {
  const shipped = sheetOf('已发货', 'A1');
  const open = sheetOf('待发货', 'A2');
  const old = sheetOf('十月', 'A3', true);

  it('reads the others, and says which ones it left out', async () => {
    const read = await recogniseTable(book(shipped, open, old));
    expect(read).toMatchObject({ value: { sheet: '待发货', leftOutSheets: ['已发货', '十月'] } });
    expect(read.ok && read.value.otherSheets).toBeUndefined();
    expect(read.ok && readFileFacts(read.value).notes).toEqual([
      { code: 'IMPORT_SHEETS_LEFT_OUT', field: '', params: { sheets: '已发货, 十月' } },
    ]);
  });

  it('ships none of them without a person where there is no other sheet', async () => {
    const table = book(shipped);
    const read = await recogniseTable(table);
    if (!read.ok) throw new Error(read.code);
    const complaints = [];
    for await (const row of eachOf(readOrderRows(table, read.value)))
      if (row.kind === 'draft') complaints.push(...row.draft.complaints);
    expect(complaints).toEqual([
      { code: 'IMPORT_SHEET_SAYS_NOT', field: 'row', params: { sheet: '已发货' } },
    ]);
  });

  it('is believed to mean the sheet that a person names', async () => {
    const read = await recogniseTable(book(shipped, open), { sheet: '已发货' });
    expect(read.ok && read.value.isSheetDoubtful).toBeUndefined();
    expect(read).toMatchObject({ value: { sheet: '已发货' } });
  });
});
