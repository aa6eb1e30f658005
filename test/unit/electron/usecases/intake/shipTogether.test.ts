import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importOrders } from '../../../../../electron/usecases/intake/importOrders.ts';
import { makePastedOrders } from '../../../../../electron/usecases/intake/pasteOrders.ts';
import { editOrders } from '../../../../../electron/usecases/orders/editOrders.ts';
import { mergeOrders } from '../../../../../electron/usecases/orders/merge.ts';
import { emptyParty } from '../../../../../shared/domain/party.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

type Row = readonly [orderNo: string, phone: string, note: string, address?: string];
const place = '浙江省杭州市余杭区五常大道1号1幢101室';

const placeParts = {
  province: '浙江省',
  city: '杭州市',
  district: '余杭区',
  detail: '五常大道1号1幢101室',
};

let files = 0;
async function take(rows: readonly Row[], header = '订单号,收货人,手机,地址,商品名称,数量,买家留言') {
  const path = join(workspace.folder, `orders${++files}.csv`);
  const lines = rows.map(
    ([no, phone, note, address = place]) => `${no},赵样例,${phone},${address},苹果,1,${note}`,
  );
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
const lost: Row = ['TB202612010001', '13800000001', '', '五常大道附近'];
const other: Row = ['TB202612010003', '13800000002', ''];

async function correct(orderNo: string): Promise<void> {
  const [order] = await workspace.store.read.orders.ofNumber(orderNo);
  if (order === undefined) throw new Error('no such order');
  const edited = await editOrders(workspace, [{ orderId: order.id, version: order.version }], placeParts);
  if (!edited.ok) throw new Error(edited.code);
}

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

  it('both wait where the one that says so is asked something else first', async () => {
    await take([['TB202612010002', '13800000001', '货到付款 取消订单？ 两单一起发'], other]);
    await take([plain]);
    expect((await states()).TB202612010001).toBe(both.TB202612010001);
  });

  it.each([
    ['before it', [lost, asking]],
    ['after it', [asking, lost]],
  ])(
    'both wait where the other has a wrong address, also once that is put right: it comes %s',
    async (_when, files) => {
      for (const row of files as readonly Row[]) await take([row]);
      await correct('TB202612010001');
      expect(await states()).toEqual({
        TB202612010001: both.TB202612010001,
        TB202612010002: both.TB202612010002,
      });
    },
  );

  it.each([
    ['says so', '两单一起发', ['', 'TB202612010001']],
    ['is of a phone whose other order says so', '', ['两单一起发', 'TB202612010001']],
  ])('both wait where one is typed in that %s', async (_which, remark, [note, orderNo]) => {
    await take([[orderNo ?? '', '13800000001', note ?? '']]);
    const receiver = { ...emptyParty, name: '赵样例', phone: '13800000001', ...placeParts };
    const text = `赵样例 13800000001 ${place}`;
    const made = await makePastedOrders(workspace, [{ text, receiver, goods: '梨', quantity: 1, remark }]);
    expect(made.orders).toMatchObject([{ state: 'needs-review', isKnown: false }]);
    expect(new Set(Object.values(await states()))).toEqual(
      new Set(['needs-review IMPORT_TOGETHER_WITH', 'needs-review IMPORT_SHIP_TOGETHER']),
    );
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
