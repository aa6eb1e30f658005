import { describe, expect, it } from 'vitest';
import { eachOf } from '../../../../../electron/imports/kit/tableFormat.ts';
import { recogniseTable } from '../../../../../electron/imports/recognition/recogniseTable.ts';
import { readOrderRows } from '../../../../../electron/imports/rows/readOrderRows.ts';
import { memoryTable } from '../../../../doubles/files/memoryTable.ts';

/** 2026-01-01 12:00 in Shanghai. */
const now = Date.UTC(2026, 0, 1, 4);

async function judged(column: string, text: string, change: { phone?: string; name?: string } = {}) {
  const table = memoryTable([
    ['订单号', '收货人', '手机', '地址', column],
    ['A1', change.name ?? '赵样例', change.phone ?? '13800000001', '广东省深圳市南山区样板路1号', text],
  ]);
  const recognition = await recogniseTable(table);
  if (!recognition.ok) throw new Error(recognition.code);
  for await (const row of eachOf(readOrderRows(table, recognition.value, { now }))) {
    if (row.kind === 'draft') {
      const { verdict, complaints, notes = [] } = row.draft;
      return [verdict, ...complaints.map(({ code }) => code), ...notes.map(({ code }) => code)].join(' ');
    }
  }
  return 'nothing';
}

it.each([
  '',
  '-',
  '—',
  '无',
  '未付款',
  '待支付',
  '0001-01-01 00:00:00',
  '0000-00-00 00:00:00',
  '1900-01-00',
  'N/A',
  '0',
])('a payment or order time %j says that there is none, and nobody is told of it', async (text) => {
  expect(await judged('付款时间', text)).toBe('ship');
  expect(await judged('下单时间', text)).toBe('ship');
});

describe('the dates of a row', () => {
  it.each([
    ['预约发货时间', '2026-01-05 00:00:00', 'ask IMPORT_SHIP_LATER'],
    ['预约发货时间', '2025-12-30 00:00:00', 'ship'],
    ['预约发货时间', '', 'ship'],
    ['计划发货日期', '2026-01-05', 'ask IMPORT_SHIP_LATER'],
    ['发货日期', '2026-01-05', 'ask IMPORT_SHIP_LATER'],
    ['发货日期', '1月5日', 'ask IMPORT_SHIP_LATER'],
    ['发货日期', '2025-12-30', 'ship'],
    ['发货日期', '12.30', 'ship'],
    ['发货时间', '', 'ship'],
    ['承诺发货时间', '2026-01-05 00:00:00', 'ship'],
    ['承诺发货时间', '2026-01-01 15:00:00', 'ship IMPORT_PROMISE_NEAR'],
    ['承诺发货时间', '2025-12-31 23:59:59', 'ship IMPORT_PROMISE_PASSED'],
    ['承诺发货时间', '2025-12-30 00:00 - 2026-01-09 00:00', 'ship'],
    ['承诺发货时间', '03/04/2026', 'ask IMPORT_DATE_AMBIGUOUS'],
    ['承诺发货时间', '48小时内', 'ship'],
    ['承诺发货时间', '2026-13-05', 'ship IMPORT_DATE_UNREADABLE'],
    ['预约发货时间', '下周三', 'ask IMPORT_DATE_UNREADABLE'],
    ['预约发货时间', '尽快', 'ship IMPORT_DATE_UNREADABLE'],
    ['付款时间', '2026/13/45 25:00', 'ship IMPORT_DATE_UNREADABLE'],
    ['付款时间', '03/04/2026', 'ship IMPORT_DATE_UNREADABLE'],
    ['付款时间', '昨天下午', 'ship IMPORT_DATE_UNREADABLE'],
    ['下单时间', '1764489600000', 'ship IMPORT_DATE_UNREADABLE'],
    ['承诺送达时间', '周五前', 'ship IMPORT_DATE_UNREADABLE'],
    ['虚拟号过期时间', '很久以后', 'ship IMPORT_DATE_UNREADABLE IMPORT_VIRTUAL_NO_EXTENSION'],
    ['虚拟号过期时间', '2025-12-31 00:00:00', 'ask IMPORT_VIRTUAL_EXPIRED IMPORT_VIRTUAL_NO_EXTENSION'],
  ])('%s %j: %s', async (column, text, verdict) => {
    expect(await judged(column, text)).toBe(verdict);
  });

  it.each([
    [{ phone: '18400000001-1234' }, 'ship'],
    [{ phone: '18400000001转1234' }, 'ship'],
    [{ phone: '18400000001', name: '赵样例[1234]' }, 'ship'],
    [{ phone: '18400000001' }, 'ship IMPORT_VIRTUAL_NO_EXTENSION'],
  ])('a virtual number that is still good %j: %s', async (change, verdict) => {
    expect(await judged('虚拟号过期时间', '2026-02-01 00:00:00', change)).toBe(verdict);
  });
});
