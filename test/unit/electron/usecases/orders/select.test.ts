import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reachOfOrder } from '../../../../../electron/usecases/correcting/askReach.ts';
import { readCorrection } from '../../../../../electron/usecases/correcting/correctAddresses.ts';
import { readOrderDetail } from '../../../../../electron/usecases/orders/detail.ts';
import {
  orderById,
  orderByNumber,
  seenOrder,
  seenOrders,
} from '../../../../../electron/usecases/orders/select.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

describe('an order that a page still shows and that is not there any more', () => {
  const orderId = '01JZZZZZZZZZZZZZZZZZZZZZZZ';
  const gone = { ok: false, code: 'ORDER_GONE' };

  it('is said to be gone, without the id that nobody knows it by', async () => {
    const { read } = workspace.store;
    const seen = { orderId, version: 3 };
    expect(await orderById(read, orderId)).toEqual(gone);
    expect(await seenOrder(read, seen)).toEqual(gone);
    expect(await seenOrders(read, [seen])).toEqual(gone);
    expect(await readOrderDetail(workspace, orderId)).toEqual(gone);
    expect(await readCorrection(workspace, orderId)).toEqual(gone);
    expect(await reachOfOrder(workspace, orderId)).toEqual(gone);
  });

  it('is named where a person named it', async () => {
    expect(await orderByNumber(workspace.store.read, 'A1')).toMatchObject({
      code: 'ORDER_NOT_FOUND',
      params: { orderNo: 'A1' },
    });
  });
});
