import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { importOrders } from '../../../../../electron/usecases/intake/importOrders.ts';
import { itemsOf } from '../../../../../electron/usecases/orders/order.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

const orderNo = '261001-100000000000420';

async function take(picture: string, gift: string, quantity = '1') {
  const path = join(workspace.folder, 'in.csv');
  const columns = '订单号,收货人,手机,收货地址,商品名称,数量,商品图片,是否赠品';
  const row = `${orderNo},赵样例,13800000001,广东省深圳市南山区样板路1号,茶,${quantity},${picture},${gift}`;
  writeFileSync(path, `${columns}\n${row}\n`);
  const report = await importOrders(workspace, { path, minConfidence: 0.7, isDryRun: false });
  if (!report.ok) throw new Error(report.code);
  return report.value;
}

async function goods() {
  const order = await workspace.store.read.orders.byOrderNo(orderNo);
  return order === undefined ? [] : itemsOf(order);
}

it('keeps picture and gift with the order', async () => {
  await take('https://img.example/1.jpg', '是');
  expect(await goods()).toMatchObject([{ name: '茶', isGift: true, imageUrl: 'https://img.example/1.jpg' }]);
});

it('asks nobody about an order of which only the picture moved', async () => {
  await take('https://img.example/1.jpg', '');
  expect(await take('https://cdn.example/1.jpg', '')).toMatchObject({ duplicates: 1, changed: 0 });
  expect(await take('https://cdn.example/1.jpg', '', '2')).toMatchObject({ duplicates: 0, changed: 1 });
});
