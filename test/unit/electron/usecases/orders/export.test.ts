import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importFiles } from '../../../../../electron/usecases/intake/importFiles.ts';
import { exportOrders } from '../../../../../electron/usecases/orders/export.ts';
import { itemsOf } from '../../../../../electron/usecases/orders/order.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';
import { orderOutcome } from '../../../../intake/readOutcome.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

const given = [
  '订单号,店铺,收货人,手机,分机号,收货地址,商品,商家编码,数量,重量(kg),件数,代收货款,保价金额,买家留言',
  'A1,小店,赵样例,18412345678,1234,广东省深圳市南山区样板路1号,"苹果*2;香梨*1",,,1.5,2,"1,280.50",3000,=放门口',
  'A2,小店,钱样例,13800000002,,浙江省杭州市西湖区样板路2号,iPhone 15,AP-15,3,0.2,1,,,',
].join('\r\n');

async function read(target: TestWorkspace, file: string) {
  const report = await importFiles(target, { paths: [file], minConfidence: 0.7, isDryRun: false });
  if (!report.ok) throw new Error(report.code);
  const orders = await target.store.read.orders.window({}, { offset: 0, limit: 10 });
  return {
    profile: report.value.reports[0]?.recognition.profile,
    orders: orders.map(orderOutcome).sort((left, right) => left.no.localeCompare(right.no)),
  };
}

describe.each(['zh-CN', 'en'] as const)('orders exported in %s', (language) => {
  it.each(['csv', 'xlsx'])(
    'as %s make the same orders again elsewhere, money and extension with them',
    async (type) => {
      const source = join(workspace.folder, 'given.csv');
      writeFileSync(source, given);
      const { orders } = await read(workspace, source);
      const path = join(workspace.folder, `orders.${type}`);
      expect(await exportOrders(workspace, { filter: {}, path, language, isRevealed: true })).toMatchObject({
        ok: true,
        value: { rowCount: 2 },
      });
      const other = await openTestWorkspace();
      try {
        const again = await read(other, path);
        expect(again.profile).toBe('shipdesk');
        expect(again.orders).toEqual(orders);
        expect(again.orders.map(({ state }) => state)).toEqual(['ready', 'ready']);
      } finally {
        await other.close();
      }
    },
  );
});

it('names states in the words of the language, and runs no text as a formula', async () => {
  const source = join(workspace.folder, 'given.csv');
  writeFileSync(source, given);
  await read(workspace, source);
  const path = join(workspace.folder, 'orders.csv');
  await exportOrders(workspace, { filter: {}, path, language: 'zh-CN', isRevealed: true });
  const text = readFileSync(path, 'utf8');
  expect(text).toContain('待取号');
  expect(text).not.toMatch(/ready|,=/);
});

it('each of several goods comes back with its own code, and one without has none', async () => {
  const source = join(workspace.folder, 'coded.csv');
  const line = 'A1,赵样例,13800000001,广东省深圳市南山区样板路1号';
  const goods = ['苹果,P-1,2', '香梨,,1', '桃,007,3'];
  writeFileSync(
    source,
    ['订单号,收货人,手机,收货地址,商品,商家编码,数量', ...goods.map((one) => `${line},${one}`)].join('\r\n'),
  );
  const { orders } = await read(workspace, source);
  const path = join(workspace.folder, 'orders.xlsx');
  await exportOrders(workspace, { filter: {}, path, language: 'zh-CN', isRevealed: true });
  const other = await openTestWorkspace();
  try {
    expect((await read(other, path)).orders).toEqual(orders);
    const [order] = await other.store.read.orders.window({}, { offset: 0, limit: 1 });
    expect(order === undefined ? [] : itemsOf(order).map(({ skuCode }) => skuCode)).toEqual([
      'P-1',
      '',
      '007',
    ]);
  } finally {
    await other.close();
  }
});
