import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importOrders } from '../../../../../electron/usecases/intake/importOrders.ts';
import { mergeOrders } from '../../../../../electron/usecases/orders/merge.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

type Row = readonly [orderNo: string, phone: string, note: string];
const place = '浙江省杭州市余杭区五常大道1号1幢101室';

let files = 0;
async function take(rows: readonly Row[], header = '订单号,收货人,手机,地址,商品名称,数量,买家留言') {
  const path = join(workspace.folder, `orders${++files}.csv`);
  const lines = rows.map(([no, phone, note]) => `${no},赵样例,${phone},${place},苹果,1,${note}`);
  await writeFile(path, [header, ...lines].join('\n'));
  const report = await importOrders(workspace, { path, minConfidence: 0.5, isDryRun: false });
  if (!report.ok) throw new Error(report.code);
  return report.value;
}
async function states() {
  const orders = await workspace.store.read.orders.window({}, { offset: 0, limit: 100 });
  return Object.fromEntries(
    orders.map(({ orderNo, state, errorCode }) => [orderNo, `${state} ${errorCode}`.trim()]),
  );
}
const both = {
  TB202612010001: 'needs-review IMPORT_TOGETHER_WITH',
  TB202612010002: 'needs-review IMPORT_SHIP_TOGETHER',
  TB202612010003: 'ready',
};
const plain: Row = ['TB202612010001', '13800000001', ''];
const asking: Row = ['TB202612010002', '13800000001', '两单一起发'];
const other: Row = ['TB202612010003', '13800000002', ''];

describe('two orders of which one is to go with the other', () => {
  it.each([
    ['before it', [plain, asking, other]],
    ['after it', [asking, plain, other]],
  ])('both wait, whichever row comes first: the other %s', async (_when, rows) => {
    expect(await take(rows as readonly Row[])).toMatchObject({ imported: 3, needsReview: 2 });
    expect(await states()).toEqual(both);
  });

  it('both wait, in whichever file they come', async () => {
    await take([plain, other]);
    await take([asking]);
    expect(await states()).toEqual(both);
  });

  it('both wait where the other comes a day later', async () => {
    await take([asking, other]);
    await take([plain]);
    expect(await states()).toEqual(both);
  });

  it('are joined as they wait, and nothing is asked about the joined one', async () => {
    await take([plain, asking]);
    const orders = await workspace.store.read.orders.window({}, { offset: 0, limit: 10 });
    const merged = await mergeOrders(
      workspace,
      orders.map(({ id, version }) => ({ orderId: id, version })),
    );
    expect(merged).toMatchObject({ ok: true, value: { state: 'ready', errorCode: '', quantity: 2 } });
  });
});

it('of two equal rows without order numbers the second waits for a word', async () => {
  const path = join(workspace.folder, 'list.csv');
  const row = `赵样例,13800000001,${place},苹果,1`;
  await writeFile(path, ['收货人,手机,地址,商品名称,数量', row, row].join('\n'));
  await importOrders(workspace, { path, minConfidence: 0.5, isDryRun: false });
  expect(Object.values(await states()).sort()).toEqual(['needs-review IMPORT_SAME_ROW', 'ready']);
});
