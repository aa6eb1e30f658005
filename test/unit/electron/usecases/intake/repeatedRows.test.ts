import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acceptTogether } from '../../../../../electron/usecases/correcting/correctAddresses.ts';
import {
  answerRepeats,
  forgetRepeats,
  readRepeats,
} from '../../../../../electron/usecases/intake/answerRepeats.ts';
import { importOrders } from '../../../../../electron/usecases/intake/importOrders.ts';
import { itemsOf, receiverOf } from '../../../../../electron/usecases/orders/order.ts';
import { sheetOrder } from '../../../../doubles/files/orderSheet.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

const person = '赵样例,13800000001,广东省深圳市南山区样板路1号';
const plain = '订单号,收货人,手机,地址,商品名称,数量,重量(kg)';
const numbered = '主订单编号,子订单编号,收货人,手机,地址,商品名称,数量';

async function take(header: string, lines: readonly string[], isDryRun = false) {
  const path = join(workspace.folder, 'in.csv');
  writeFileSync(path, `\uFEFF${[header, ...lines].join('\r\n')}\r\n`);
  const report = await importOrders(workspace, { path, minConfidence: 0.7, isDryRun });
  if (!report.ok) throw new Error(report.code);
  const { rows, orders, furtherRows, repeatedRows, rejected } = report.value;
  expect(rows).toBe(orders + furtherRows + repeatedRows + rejected);
  return report.value;
}

async function order(orderNo = 'A26112800000000001') {
  const found = await workspace.store.read.orders.byOrderNo(orderNo);
  if (found === undefined) throw new Error('no such order');
  return found;
}

const row = (goods: string, count: number, weight = '', orderNo = 'A26112800000000001') =>
  `${orderNo},${person},${goods},${count},${weight}`;

describe('two identical rows of one order', () => {
  it('are one where their sub-order numbers are the same, and two where these differ', async () => {
    const line = (sub: string) => `A26112800000000001,${sub},${person},茶,3`;
    expect(await take(numbered, [line('1'), line('2'), line('1')])).toMatchObject({
      rows: 3,
      orders: 1,
      furtherRows: 1,
      repeatedRows: 1,
      needsReview: 0,
    });
    expect(await order()).toMatchObject({ state: 'ready', quantity: 6 });
    expect(await take(numbered, [line('1'), line('2'), line('1')])).toMatchObject({
      duplicates: 1,
      changed: 0,
    });
  });

  it('are one question without such numbers, told with the rows it is about', async () => {
    const report = await take(plain, [row('茶', 3), row('杯', 1), row('茶', 3)]);
    expect(report).toMatchObject({ orders: 1, furtherRows: 1, repeatedRows: 1, needsReview: 1 });
    expect(report.attention).toMatchObject([{ code: 'IMPORT_ROWS_REPEATED', params: { rows: '2, 4' } }]);
    expect(await order()).toMatchObject({ state: 'needs-review', errorCode: 'IMPORT_ROWS_REPEATED' });
    expect((await readRepeats(workspace)).questions).toMatchObject([{ orders: 1, rows: '2, 4' }]);
  });

  it('do not ask where anything in the rows differs, be it a column nobody reads', async () => {
    const report = await take(`${plain},商品ID`, [`${row('茶', 1)},7001`, `${row('茶', 1)},7002`]);
    expect(report).toMatchObject({ furtherRows: 1, repeatedRows: 0, needsReview: 0 });
    expect(await order()).toMatchObject({ state: 'ready', quantity: 2 });
  });

  it('are found beyond a batch of 2,000 orders', async () => {
    const others = Array.from({ length: 2_100 }, (_, no) => row('杯', 1, '', sheetOrder(no).orderNo));
    await take(plain, [row('茶', 3, '1'), ...others, row('茶', 3, '1')]);
    expect(await order()).toMatchObject({ state: 'needs-review', quantity: 6 });
    const [question] = (await readRepeats(workspace)).questions;
    await answerRepeats(workspace, { layout: question?.layout ?? '', answer: 'once' });
    expect(await order()).toMatchObject({ state: 'ready', quantity: 3 });
    expect((await order()).weightGrams).not.toBeNull();
  });

  it('stay two parcels where no order number says that they are one order', async () => {
    const report = await take('收货人,手机,地址,商品名称', [`${person},茶`, `${person},茶`]);
    expect(report).toMatchObject({ orders: 2, furtherRows: 0, repeatedRows: 0 });
  });
});

describe('the answer', () => {
  async function asked() {
    await take(plain, [row('茶', 3, '0.5'), row('杯', 1, '0.2'), row('茶', 3, '0.5')]);
    const [question] = (await readRepeats(workspace)).questions;
    return question?.layout ?? '';
  }

  it('“once” takes the second away with its weight, and the order goes on', async () => {
    const layout = await asked();
    expect(await order()).toMatchObject({ quantity: 7, weightGrams: 1_200 });
    expect(await answerRepeats(workspace, { layout, answer: 'once' })).toMatchObject({
      value: { settledOrders: 1 },
    });
    const settled = await order();
    expect(settled).toMatchObject({ state: 'ready', quantity: 4, weightGrams: 700, errorCode: '' });
    expect(itemsOf(settled).map(({ name }) => name)).toEqual(['茶', '杯']);
  });

  it('“each” leaves all of it, and the order goes on', async () => {
    await answerRepeats(workspace, { layout: await asked(), answer: 'each' });
    expect(await order()).toMatchObject({ state: 'ready', quantity: 7, weightGrams: 1_200 });
  });

  it.each([
    ['once', 3, 1],
    ['each', 6, 0],
  ] as const)(
    '“%s” is remembered for files of this layout, and only those',
    async (answer, quantity, repeatedRows) => {
      await answerRepeats(workspace, { layout: await asked(), answer });
      const next = 'A26112800000000002';
      const report = await take(plain, [row('茶', 3, '', next), row('茶', 3, '', next)]);
      expect(report).toMatchObject({ needsReview: 0, repeatedRows });
      expect(await order(next)).toMatchObject({ state: 'ready', quantity });
      const other = 'A26112800000000003';
      await take(`${plain},店铺`, [`${row('茶', 3, '', other)},样品店`, `${row('茶', 3, '', other)},样品店`]);
      expect((await readRepeats(workspace)).questions).toMatchObject([{ orderNo: other }]);
    },
  );

  it('is forgotten when asked, and the same file brings nothing new after it', async () => {
    const layout = await asked();
    await answerRepeats(workspace, { layout, answer: 'once' });
    const again = await take(plain, [row('茶', 3, '0.5'), row('杯', 1, '0.2'), row('茶', 3, '0.5')]);
    expect(again).toMatchObject({ imported: 0, duplicates: 1, changed: 0 });
    expect(await forgetRepeats(workspace, { layout })).toMatchObject({ ok: true });
    expect((await readRepeats(workspace)).answers).toEqual([]);
  });

  it('is not given by accepting the receiver: the order goes on waiting for it', async () => {
    const layout = await asked();
    const waiting = await order();
    const accepted = await acceptTogether(workspace, {
      together: 1,
      orderId: waiting.id,
      version: waiting.version,
      receiver: receiverOf(waiting),
    });
    expect(accepted).toMatchObject({
      value: { order: { state: 'needs-review', errorCode: 'IMPORT_ROWS_REPEATED' } },
    });
    await answerRepeats(workspace, { layout, answer: 'once' });
    expect(await order()).toMatchObject({ state: 'ready', quantity: 4 });
  });
});

it('says where each row went, also in a dry run and with rows that are refused', async () => {
  const lines = [
    row('茶', 3),
    row('茶', 3),
    row('杯', 1),
    'A26112800000000009,,,,,,',
    row('伞', 1, '', 'A26112800000000005'),
  ];
  const shape = { rows: 5, orders: 2, furtherRows: 1, repeatedRows: 1, rejected: 1 };
  expect(await take(plain, lines, true)).toMatchObject(shape);
  expect(await take(plain, lines)).toMatchObject(shape);
  expect(await take(plain, lines)).toMatchObject({ ...shape, imported: 0 });
});
