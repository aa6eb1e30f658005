import { expect, it } from 'vitest';
import { eachOf } from '../../../../../electron/imports/kit/tableFormat.ts';
import { recogniseTable } from '../../../../../electron/imports/recognition/recogniseTable.ts';
import { readOrderRows } from '../../../../../electron/imports/rows/readOrderRows.ts';
import { memoryTable } from '../../../../doubles/files/memoryTable.ts';

/** Of one row with these further columns. */
async function saleOf(columns: Readonly<Record<string, string>>) {
  const table = memoryTable([
    ['订单编号', '收货人姓名', '联系手机', '收货地址', ...Object.keys(columns)],
    ['A1', '赵样例', '13800000001', '广东省深圳市南山区样板路1号', ...Object.values(columns)],
  ]);
  const recognition = await recogniseTable(table);
  if (!recognition.ok) throw new Error(recognition.code);
  for await (const row of eachOf(readOrderRows(table, recognition.value)))
    if (row.kind === 'draft') return row.draft.sale;
  throw new Error('no row');
}

it('keeps buyer, amounts, time, way of payment, warehouse, flag and key of a row', async () => {
  expect(
    await saleOf({
      买家会员名: '旺旺小店',
      总金额: '128.00',
      买家实际支付金额: '￥119.90',
      支付方式: '微信支付',
      订单创建时间: '2026-11-26 09:30:00',
      仓库名称: '昆明仓',
      旗帜颜色: '红',
      oaid: 'abcDEF==',
    }),
  ).toEqual({
    buyer: '旺旺小店',
    amountFen: 12_800,
    paidFen: 11_990,
    payChannel: '微信支付',
    orderedAt: Date.parse('2026-11-26T01:30:00Z'),
    warehouse: '昆明仓',
    flag: '红',
    oaid: 'abcDEF==',
  });
});

it('keeps nothing where a row says nothing, or nothing that can be read, and asks nobody', async () => {
  expect(await saleOf({})).toBeNull();
  expect(await saleOf({ 总金额: '面议', 订单创建时间: '昨天', 买家会员名: '' })).toBeNull();
});
