import { expect, it } from 'vitest';
import { eachOf } from '../../../../../electron/imports/kit/tableFormat.ts';
import { recogniseTable } from '../../../../../electron/imports/recognition/recogniseTable.ts';
import { readOrderRows } from '../../../../../electron/imports/rows/readOrderRows.ts';
import { memoryTable } from '../../../../doubles/files/memoryTable.ts';

/** Of one row with these further columns. */
async function timesOf(columns: Readonly<Record<string, string>>) {
  const table = memoryTable([
    ['订单号', '收货人', '手机', '地址', ...Object.keys(columns)],
    ['A1', '赵样例', '13800000001', '广东省深圳市南山区样板路1号', ...Object.values(columns)],
  ]);
  const recognition = await recogniseTable(table);
  if (!recognition.ok) throw new Error(recognition.code);
  for await (const row of eachOf(readOrderRows(table, recognition.value))) {
    if (row.kind !== 'draft') continue;
    const { paidAt, shipBy, promisedAt } = row.draft;
    const told = (at: number | null) => (at === null ? null : new Date(at).toISOString());
    return [told(paidAt), told(shipBy), told(promisedAt)];
  }
  throw new Error('no row');
}

it('takes payment, last time to ship and promised delivery from the columns that say so, as China’s clock', async () => {
  expect(
    await timesOf({
      支付时间: '2026-11-26 09:30:00',
      承诺发货时间: '2026-11-28 09:30:00',
      承诺送达时间: '2026-12-01 20:00',
    }),
  ).toEqual(['2026-11-26T01:30:00.000Z', '2026-11-28T01:30:00.000Z', '2026-12-01T12:00:00.000Z']);
});

it('says nothing where the file says nothing, or nothing that is one time', async () => {
  expect(await timesOf({})).toEqual([null, null, null]);
  expect(
    await timesOf({ 支付时间: '0001-01-01 00:00:00', 承诺发货时间: '03/04/2026', 承诺送达时间: '48小时内' }),
  ).toEqual([null, null, null]);
});

it('takes a day without a time to its end, of several times to ship the first, and never the earliest allowed', async () => {
  expect((await timesOf({ 最晚发货时间: '2026-11-28' }))[1]).toBe('2026-11-28T15:59:59.000Z');
  expect(
    (await timesOf({ 最晚发货时间: '2026-11-29 12:00:00', 承诺发货时间: '2026-11-28 12:00:00' }))[1],
  ).toBe('2026-11-28T04:00:00.000Z');
  expect((await timesOf({ 预约发货时间: '2026-11-28 12:00:00' }))[1]).toBe(null);
  expect((await timesOf({ 承诺发货时间: '2026-11-27 00:00 ~ 2026-11-29 12:00' }))[1]).toBe(
    '2026-11-29T04:00:00.000Z',
  );
});
