import { expect, it } from 'vitest';
import { recogniseTable } from '../../../../../electron/imports/recognition/recogniseTable.ts';
import { memoryTable } from '../../../../doubles/files/memoryTable.ts';

const receivers = [
  ['王小明', '13812345678', '浙江省杭州市西湖区文三路90号'],
  ['李华', '13987654321', '广东省深圳市南山区科技园路5号'],
] as const;

/** A table with these columns beside the receivers', all rows alike. */
const beside = (headers: readonly string[], cells: readonly string[]) => [
  [...headers.slice(0, 1), '收件人', '收件人电话', '收件地址', ...headers.slice(1)],
  ...receivers.map((one) => [...cells.slice(0, 1), ...one, ...cells.slice(1)]),
];

const bill = beside(['运单号', '结算重量', '运费'], ['4312345678901', '0.8', '3.00']);
const prices = [
  ['收货地址', '首重(kg)', '首重费用', '续重(kg)', '续重费用', '联系电话'],
  ['江浙沪', '1', '3.5', '1', '1', '13800001111'],
  ['新疆西藏', '1', '15', '1', '12', '13800001111'],
];
const steps = [
  ['目的地址', '0-0.5kg', '0.5-1kg', '1-2kg', '客服电话'],
  ['浙江省', '2.3', '3.0', '3.8', '13800001111'],
  ['广东省', '3.5', '4.5', '6.5', '13800001111'],
];

it.each([
  ['a carrier’s bill with the receivers in it', bill, 'IMPORT_CARRIER_BILL'],
  ['a table of freight by first and further weight', prices, 'IMPORT_FREIGHT_TABLE'],
  ['a table of freight by steps of weight', steps, 'IMPORT_FREIGHT_TABLE'],
])('%s becomes no orders, and is called what it is', async (_, rows, code) => {
  expect(await recogniseTable(memoryTable(rows))).toMatchObject({ ok: false, code });
});

it.each([
  [
    'orders that were billed have their numbers',
    beside(['订单号', '运单号', '结算重量'], ['T-1', '4312345678901', '1']),
  ],
  ['a list of goods sold by weight', beside(['商品', '首重', '续重'], ['苹果', '1', '1'])],
  ['a list of what was sent, with the freight paid', beside(['快递单号', '运费'], ['4312345678901', '3.00'])],
])('%s: it is a list of orders', async (_, rows) => {
  expect(await recogniseTable(memoryTable(rows))).toMatchObject({ ok: true });
});

it('whoever says what the columns are is believed', async () => {
  const mapping = { 1: 'receiverName', 2: 'receiverPhone', 3: 'fullAddress' };
  expect(await recogniseTable(memoryTable(bill), { mapping })).toMatchObject({ ok: true });
  expect(await recogniseTable(memoryTable(bill), { allowIncomplete: true })).toMatchObject({ ok: true });
});
