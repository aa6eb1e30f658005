import { afterEach, expect, it } from 'vitest';
import type { BillItem } from '../../../../../electron/store/schema.ts';
import { removeBill } from '../../../../../electron/usecases/insight/bills/removeBill.ts';
import { nothingKnown } from '../../../../../electron/usecases/tracking/storeSnapshot.ts';
import { workCases } from '../../../../../electron/usecases/tracking/workCases.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';

let workspace: TestWorkspace;
afterEach(() => workspace.close());

const waybillNo = '73610555582883';

const item = (orderId: string): BillItem => ({
  billId: 'b1',
  itemKey: 's:s1',
  class: 'weight',
  reason: '',
  waybillNo,
  shipmentId: 's1',
  orderId,
  orderNo: '',
  lines: 1,
  firstRow: 2,
  billedGrams: 1900,
  ownGrams: 500,
  billedFen: 900,
  estimateFen: 880,
  expectedFen: 880,
  differenceFen: 20,
  codFen: 0,
  ownCodFen: 0,
  claimFen: null,
  claimState: '',
  claimedFen: null,
  wonFen: null,
  claimNote: '',
  claimedBy: '',
  claimedAt: null,
  version: 0,
});

async function booked() {
  const now = workspace.clock.now();
  const order = sampleOrder(1, {
    state: 'delivered',
    waybillNo,
    shipmentId: 's1',
    weightGrams: 500,
    freightFen: 880,
  });
  await workspace.store.write(async (write) => {
    await write.orders.insertMany([order]);
    await write.tracking.follow({
      ...nothingKnown,
      waybillNo,
      carrier: 'ZTO',
      orderId: order.id,
      orderNo: order.orderNo,
      accountId: '',
      phoneTail: '8000',
      state: 'signed',
      lastAt: now,
      checkedAt: now,
      nextDueAt: now,
      bookedAt: now,
    });
  });
  return order;
}

async function billed(orderId: string): Promise<void> {
  const now = workspace.clock.now();
  await workspace.store.write(async (write) => {
    await write.bills.insert({
      id: 'b1',
      carrier: 'ZTO',
      fileName: 'bill.xlsx',
      contentHash: '',
      linesHash: '',
      fromDay: '',
      toDay: '',
      state: 'ready',
      toleranceJson: '{}',
      layoutJson: '{}',
      lines: 1,
      rowsSkipped: 0,
      billedFen: 900,
      toldFen: null,
      codFen: 0,
      durationMs: 0,
      operator: '',
      createdAt: now,
    });
    await write.bills.insertItems([item(orderId)]);
    await write.caseWatches.watchBill('b1', now);
  });
}

it('a signed parcel that its carrier billed for more than it weighs is an exception, with both weights', async () => {
  workspace = await openTestWorkspace();
  const order = await booked();
  expect(await workCases(workspace)).toMatchObject({ opened: 0 });
  await billed(order.id);
  await workCases(workspace);
  const [found, ...more] = await workspace.store.read.cases.ofParcels([waybillNo]);
  expect(more).toEqual([]);
  expect(found).toMatchObject({ kind: 'weight-differs', state: 'open' });
  expect(JSON.parse(found?.basisJson ?? '')).toMatchObject({ observed: 1900, expected: 500, limit: 200 });
});

const stateOfCase = async () => (await workspace.store.read.cases.ofParcels([waybillNo]))[0]?.state;

it('the exception closes when the bill that told of it is removed', async () => {
  workspace = await openTestWorkspace();
  await billed((await booked()).id);
  await workCases(workspace);
  expect(await stateOfCase()).toBe('open');
  expect(await removeBill(workspace, 'b1')).toMatchObject({ ok: true });
  await workCases(workspace);
  expect(await stateOfCase()).toBe('solved');
});
