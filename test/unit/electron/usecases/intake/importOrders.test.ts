import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withoutFile } from '../../../../../electron/store/workspaceStore.ts';
import { type ImportRequest, importOrders } from '../../../../../electron/usecases/intake/importOrders.ts';
import { itemsOf } from '../../../../../electron/usecases/orders/order.ts';
import { orderSheet, type SheetOrder, sheetOrder } from '../../../../doubles/files/orderSheet.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

async function take(orders: readonly SheetOrder[], change: Partial<ImportRequest> = {}) {
  const path = join(workspace.folder, 'in.csv');
  writeFileSync(path, orderSheet(orders));
  const report = await importOrders(workspace, { path, minConfidence: 0.7, isDryRun: false, ...change });
  if (!report.ok) throw new Error(report.code);
  return report.value;
}

const stored = () => workspace.store.read.orders.window({}, { offset: 0, limit: 10_000 });
const some = (count: number) => Array.from({ length: count }, (_, no) => sheetOrder(no));

describe('importing a file', () => {
  it('stores each order once, and the second time adds nothing', async () => {
    expect(await take(some(30))).toMatchObject({ rows: 30, imported: 30, duplicates: 0, changed: 0 });
    const first = await stored();
    expect(await take(some(30))).toMatchObject({
      rows: 30,
      imported: 0,
      duplicates: 30,
      changed: 0,
      attention: [],
    });
    expect(await stored()).toEqual(first);
  });

  it('adds goods below an order without a number to it, lets it wait, and knows it again', async () => {
    const path = join(workspace.folder, 'list.csv');
    const place = '广东省深圳市南山区样板路1号';
    const lines = [
      '姓名,电话,地址,商品,数量',
      `赵样例,13800000001,${place},苹果,1`,
      ',,,梨,2',
      ',,,橙,1',
      `钱样例,13800000002,${place},枣,1`,
    ];
    writeFileSync(path, lines.join('\n'));
    const request = { path, minConfidence: 0.7, isDryRun: false };
    const first = await importOrders(workspace, request);
    expect(first).toMatchObject({
      value: { rows: 4, orders: 2, furtherRows: 2, imported: 2, needsReview: 1, rejected: 0 },
    });
    expect(first.ok && first.value.attention.map(({ code }) => code)).toEqual([
      'IMPORT_LINE_JOINED',
      'IMPORT_LINE_JOINED',
    ]);
    const orders = await stored();
    expect(orders.map(({ goodsText, state }) => `${goodsText} ${state}`).sort()).toEqual([
      '枣×1 ready',
      '苹果×1; 梨×2; 橙×1 needs-review',
    ]);
    expect(await importOrders(workspace, request)).toMatchObject({
      value: { rows: 4, imported: 0, duplicates: 2, changed: 0, needsReview: 1 },
    });
  });

  it('takes the amount to collect from whichever row of the order has it', async () => {
    const path = join(workspace.folder, 'cod.csv');
    const row = (goods: string, amount: string) =>
      `A1001,赵样例,13800000001,广东省深圳市南山区样板路1号,${goods},货到付款,${amount}`;
    writeFileSync(
      path,
      ['订单号,姓名,电话,地址,商品,支付方式,代收货款', row('茶', '50'), row('杯', '')].join('\n'),
    );
    await importOrders(workspace, { path, minConfidence: 0.7, isDryRun: false });
    expect(await stored()).toMatchObject([{ state: 'ready', codFen: 5000 }]);
  });

  it('tells the store what each commit has stored, and of a dry run or of known orders nothing', async () => {
    const told: number[] = [];
    const { store } = workspace;
    const heard: typeof store = {
      ...store,
      storeMany: (work) => work({ write: store.write, onStored: (rows) => void told.push(rows) }),
    };
    workspace = Object.create(workspace, { store: { value: heard } }) as TestWorkspace;
    await take(some(2_100), { isDryRun: true });
    expect(told).toEqual([]);
    await take(some(2_100));
    expect(told).toEqual([2_000, 100]);
    await take(some(100));
    expect(told).toEqual([2_000, 100, 0]);
  });

  it('ends where a server undid a batch, and the file taken again brings every order', async () => {
    const { store } = workspace;
    const undone = new Error('undone');
    const undoing = withoutFile({
      ...store,
      async write(work) {
        await store
          .write(async (write) => {
            await work(write);
            throw undone;
          })
          .catch((error: unknown) => {
            if (error !== undone) throw error;
          });
        return store.write(work);
      },
    });
    const path = join(workspace.folder, 'in.csv');
    writeFileSync(path, orderSheet(some(30)));
    const atServer = Object.create(workspace, { store: { value: undoing } }) as TestWorkspace;
    await expect(importOrders(atServer, { path, minConfidence: 0.7, isDryRun: false })).rejects.toMatchObject(
      { failure: { code: 'SERVER_AWAY' } },
    );
    expect(await stored()).toEqual([]);
    expect(await take(some(30))).toMatchObject({ rows: 30, imported: 30 });
    expect(await stored()).toHaveLength(30);
  });

  it('knows the orders again when the rows were sorted otherwise or more were added', async () => {
    await take(some(20));
    expect(await take(some(25).reverse())).toMatchObject({ imported: 5, duplicates: 20, changed: 0 });
    expect(await stored()).toHaveLength(25);
  });

  it('joins the rows of one order wherever they stand, also beyond a batch of 2,000', async () => {
    const orders = some(2_100);
    const scattered = [
      ...orders.slice(0, 1_200),
      { ...sheetOrder(3), goods: '样品马克杯' },
      ...orders.slice(1_200),
      { ...sheetOrder(3), goods: '样品笔记本' },
    ];
    expect(await take(scattered)).toMatchObject({ rows: 2_102, imported: 2_100 });
    const order = await workspace.store.read.orders.byOrderNo(sheetOrder(3).orderNo);
    if (order === undefined) throw new Error('the order is not there');
    expect(itemsOf(order).map(({ name }) => name)).toEqual(['样品绿茶', '样品马克杯', '样品笔记本']);
    expect(order.quantity).toBe(3);
    expect(await take(scattered)).toMatchObject({ imported: 0, duplicates: 2_100, changed: 0 });
    expect(await take([...scattered].reverse())).toMatchObject({
      imported: 0,
      duplicates: 2_100,
      changed: 0,
    });
  });

  it('keeps the stored order and tells when the file says something else', async () => {
    await take(some(3));
    const before = await stored();
    const report = await take([sheetOrder(0), sheetOrder(1, { detail: '别处9号' }), sheetOrder(2)]);
    expect(report).toMatchObject({ imported: 0, duplicates: 2, changed: 1 });
    expect(report.attention).toMatchObject([
      { code: 'ORDER_CONTENT_CHANGED', orderNo: sheetOrder(1).orderNo, rowNumber: 3 },
    ]);
    expect(await stored()).toEqual(before);
  });

  it('does not change an order that is being booked when more of its rows come', async () => {
    const orders = some(2_100);
    const path = join(workspace.folder, 'in.csv');
    writeFileSync(path, orderSheet([...orders, { ...sheetOrder(3), goods: '样品马克杯' }]));
    let isTaken = false;
    const report = await importOrders(workspace, {
      path,
      minConfidence: 0.7,
      isDryRun: false,
      onProgress: () => {
        if (isTaken) return;
        isTaken = true;
        // Queued behind the batch that was just written and before the next.
        void workspace.store.write(async (write) => {
          const order = await write.orders.byOrderNo(sheetOrder(3).orderNo);
          if (order !== undefined) await write.orders.move(order, 'booking');
        });
      },
    });
    expect(report).toMatchObject({
      ok: true,
      value: { changed: 1, attention: [{ code: 'ORDER_CHANGED_AFTER_BOOKING' }] },
    });
    const order = await workspace.store.read.orders.byOrderNo(sheetOrder(3).orderNo);
    expect(order).toMatchObject({ state: 'booking', quantity: 1 });
  });

  it('numbers orders without a number by what they say, equal ones apart', async () => {
    const nameless = [0, 1, 1, 2].map((no) => sheetOrder(no, { orderNo: '' }));
    expect(await take(nameless)).toMatchObject({ imported: 4 });
    const numbers = (await stored()).map(({ orderNo }) => orderNo).sort();
    expect(new Set(numbers).size).toBe(4);
    expect(await take([...nameless].reverse())).toMatchObject({ imported: 0, duplicates: 4 });
    expect((await stored()).map(({ orderNo }) => orderNo).sort()).toEqual(numbers);
  });

  it('keeps whole orders when it is stopped, and the next run adds the rest', async () => {
    const orders = some(2_600);
    const stop = new AbortController();
    const report = await take(orders, { signal: stop.signal, onProgress: () => stop.abort() });
    expect(report.isCancelled).toBe(true);
    expect(report.imported).toBeGreaterThanOrEqual(500);
    expect(report.imported).toBeLessThan(2_600);
    const again = await take(orders);
    expect(again.imported + report.imported).toBe(2_600);
    expect(await stored()).toHaveLength(2_600);
  });

  it('never stores half an order, wherever it is stopped', async () => {
    const rows = some(2_200).flatMap((order) => [order, { ...order, goods: '样品马克杯' }]);
    const path = join(workspace.folder, 'in.csv');
    writeFileSync(path, orderSheet(rows));
    for (const stopAt of [1, 2, 3, 3_999, 4_000, 4_001, 4_300]) {
      let looks = 0;
      const signal = {
        get aborted() {
          return ++looks > stopAt;
        },
      } as unknown as AbortSignal;
      await importOrders(workspace, { path, minConfidence: 0.7, isDryRun: false, signal });
      for (const order of await stored()) expect(itemsOf(order)).toHaveLength(2);
    }
    expect(await take(rows)).toMatchObject({ changed: 0 });
    expect(await stored()).toHaveLength(2_200);
  });

  it('stores nothing in a dry run, and counts as the true one would', async () => {
    const orders = [...some(5), sheetOrder(9, { phone: '' })];
    const dry = await take(orders, { isDryRun: true });
    expect(await stored()).toEqual([]);
    expect(await workspace.store.read.imports.count()).toBe(0);
    const real = await take(orders);
    for (const key of ['rows', 'imported', 'duplicates', 'needsReview', 'rejected', 'changed'] as const)
      expect(dry[key], key).toBe(real[key]);
  });

  it('gives everything else its turn many times while a batch is stored', async () => {
    let turns = 0;
    let isOver = false;
    const count = (): void => {
      turns += 1;
      if (!isOver) setImmediate(count);
    };
    setImmediate(count);
    await take(some(2_000));
    isOver = true;
    // Each 100 rows read and each 200 orders stored.
    expect(turns).toBeGreaterThanOrEqual(18);
  });
});

describe('the times of an order', () => {
  const file = (lines: readonly string[]) => {
    const path = join(workspace.folder, 'times.csv');
    writeFileSync(
      path,
      `\uFEFF订单号,收货人,手机,地址,商品名称,支付时间,承诺发货时间\r\n${lines.join('\r\n')}\r\n`,
    );
    return path;
  };
  const row = (goods: string, paid: string, shipBy: string) =>
    `261128-000000000000001,赵样例,13800000001,广东省深圳市南山区样板路1号,${goods},${paid},${shipBy}`;
  const run = async (lines: readonly string[]) => {
    const report = await importOrders(workspace, { path: file(lines), minConfidence: 0.7, isDryRun: false });
    if (!report.ok) throw new Error(report.code);
    return report.value;
  };
  const order = async () => (await stored())[0];

  it('are kept, and of several rows the earliest', async () => {
    await run([
      row('茶', '2026-11-26 09:30:00', '2026-11-28 09:30:00'),
      row('杯', '2026-11-26 09:30:00', '2026-11-28 08:00:00'),
    ]);
    expect(await order()).toMatchObject({
      paidAt: Date.UTC(2026, 10, 26, 1, 30),
      shipBy: Date.UTC(2026, 10, 28),
      promisedAt: null,
    });
  });

  it('come to an order that had none, without a word: nobody has to decide on a time', async () => {
    await run([row('茶', '', '')]);
    expect(await order()).toMatchObject({ paidAt: null, shipBy: null });
    const report = await run([row('茶', '2026-11-26 09:30:00', '2026-11-28 09:30:00')]);
    expect(report).toMatchObject({ imported: 0, duplicates: 1, changed: 0 });
    expect(await order()).toMatchObject({ shipBy: Date.UTC(2026, 10, 28, 1, 30) });
  });
});

it('knows an order number again that an input method left in full width', async () => {
  await take([sheetOrder(1)]);
  const wide = sheetOrder(1).orderNo.replace(/\d/g, (digit) =>
    String.fromCharCode(digit.charCodeAt(0) + 0xfee0),
  );
  expect(await take([sheetOrder(1, { orderNo: wide })])).toMatchObject({ imported: 0, duplicates: 1 });
});
