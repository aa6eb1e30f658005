import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importOrders } from '../../../../../electron/usecases/intake/importOrders.ts';
import { memberNumbers } from '../../../../../electron/usecases/intake/weakNumbers.ts';
import { cancelOrder } from '../../../../../electron/usecases/orders/edit.ts';
import { orderSheet, sheetOrder } from '../../../../doubles/files/orderSheet.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

const single = sheetOrder(1);
const joined = { ...sheetOrder(2), orderNo: `${sheetOrder(1).orderNo}、${sheetOrder(2).orderNo}` };

async function take(...orders: ReturnType<typeof sheetOrder>[]) {
  const path = join(workspace.folder, 'in.csv');
  writeFileSync(path, orderSheet(orders));
  const report = await importOrders(workspace, { path, minConfidence: 0.7, isDryRun: false });
  if (!report.ok) throw new Error(report.code);
  return report.value.attention.map(({ code, orderNo }) => [code, orderNo]);
}
const stateOf = async (orderNo: string) =>
  (await workspace.store.read.orders.byOrderNo(orderNo))?.state ?? 'none';

describe('an order that an ERP joined of several', () => {
  it('asks when one of them is in the book by itself, from an earlier file or this one', async () => {
    await take(single);
    expect(await take(joined)).toEqual([['ORDER_MEMBER_KNOWN', joined.orderNo]]);
    expect(await stateOf(joined.orderNo)).toBe('needs-review');
    expect(await stateOf(single.orderNo)).toBe('ready');
  });

  it('asks whichever of the two stands first in one file', async () => {
    expect(await take(joined, single)).toEqual([['ORDER_MEMBER_KNOWN', joined.orderNo]]);
  });

  it('is an order like any other when its members stand nowhere else', async () => {
    expect(await take(joined)).toEqual([]);
    expect(await stateOf(joined.orderNo)).toBe('ready');
  });

  it('counts no member that was cancelled', async () => {
    await take(single);
    const order = await workspace.store.read.orders.byOrderNo(single.orderNo);
    if (order === undefined) throw new Error('not stored');
    await cancelOrder(workspace, { orderId: order.id, version: order.version });
    expect(await take(joined)).toEqual([]);
  });

  it('has its members read whatever stands between them', () => {
    expect(memberNumbers('A1,B2')).toEqual(['A1', 'B2']);
    expect(memberNumbers('A1， B2；C3')).toEqual(['A1', 'B2', 'C3']);
    expect(memberNumbers('A1')).toEqual([]);
    expect(memberNumbers('A1,')).toEqual([]);
  });
});
