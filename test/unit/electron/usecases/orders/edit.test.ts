import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Order } from '../../../../../electron/store/schema.ts';
import { acceptTogether } from '../../../../../electron/usecases/correcting/correctAddresses.ts';
import { readSteps, undoStep } from '../../../../../electron/usecases/correcting/undo.ts';
import { cancelOrder, holdOrder, releaseOrder } from '../../../../../electron/usecases/orders/edit.ts';
import { editOrders } from '../../../../../electron/usecases/orders/editOrders.ts';
import { receiverOf } from '../../../../../electron/usecases/orders/order.ts';
import { describeError } from '../../../../../shared/text/describeError.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

async function add(change: Partial<Order> = {}): Promise<string> {
  await workspace.store.write((write) => write.orders.insertMany([sampleOrder(1, change)]));
  return sampleOrder(1).id;
}
const order = async () => (await workspace.store.read.orders.byId(sampleOrder(1).id)) as Order;
const edit = (id: string, changes: Record<string, string>) =>
  editOrders(workspace, [{ orderId: id, version: null }], changes);

describe('changing an order', () => {
  it('writes all fields of an edit or none', async () => {
    const id = await add({ state: 'booked' });
    expect(await edit(id, { weightGrams: '5', name: '新名' })).toMatchObject({
      ok: false,
      code: 'ORDER_BOOKED_ALREADY',
    });
    expect(await order()).toEqual(sampleOrder(1, { state: 'booked' }));
  });

  it('refuses unknown fields whole and an incomplete receiver', async () => {
    const id = await add();
    expect(await edit(id, { name: '新名', colour: 'red' })).toMatchObject({ code: 'ORDER_FIELD_UNKNOWN' });
    const refused = await edit(id, { quantity: '3' });
    if (refused.ok) throw new Error('taken');
    for (const language of ['zh-CN', 'en'] as const)
      expect(describeError(refused.code, refused.params, language).says).toContain('items.0.quantity');
    expect(await edit(id, { phone: ' ' })).toMatchObject({ code: 'RECEIVER_INCOMPLETE' });
    expect(await order()).toEqual(sampleOrder(1));
  });

  it('sends a corrected order on, clears its complaints, and keeps a held one held', async () => {
    const id = await add({
      state: 'needs-review',
      complaintsJson: '[{"code":"ADDRESS_UNCERTAIN","field":"address"}]',
      errorCode: 'ADDRESS_UNCERTAIN',
    });
    expect(await edit(id, { phone: '13900139000', carrier: 'sf' })).toMatchObject({ ok: true });
    expect(await order()).toMatchObject({
      state: 'ready',
      carrier: 'SF',
      receiverPhoneTail: '9000',
      complaintsJson: '[]',
      errorCode: '',
    });
    await holdOrder(workspace, { orderId: id, version: null });
    expect(await edit(id, { name: '新名' })).toMatchObject({ ok: true });
    expect(await order()).toMatchObject({ state: 'held', receiverName: '新名' });
    expect(await releaseOrder(workspace, { orderId: id, version: null })).toMatchObject({
      value: { state: 'ready' },
    });
  });

  it('lets the first of two people win and tells the other', async () => {
    const id = await add({ state: 'needs-review' });
    const accept = (name: string) =>
      acceptTogether(workspace, {
        together: 1,
        orderId: id,
        version: 0,
        receiver: { ...receiverOf(sampleOrder(1)), name },
      });
    const outcomes = await Promise.all([accept('甲'), accept('乙')]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ code: 'ORDER_CHANGED_MEANWHILE' });
  });

  it('takes an acceptance back, with what was complained of', async () => {
    const complaints = '[{"code":"ADDRESS_UNCERTAIN","field":"address"}]';
    const id = await add({
      state: 'needs-review',
      complaintsJson: complaints,
      errorCode: 'ADDRESS_UNCERTAIN',
    });
    await acceptTogether(workspace, {
      together: 1,
      orderId: id,
      version: 0,
      receiver: { ...receiverOf(sampleOrder(1)), name: '新名' },
    });
    const [step] = await readSteps(workspace, 1);
    expect(await undoStep(workspace, step?.stepId ?? '')).toMatchObject({ undone: 1, kept: 0 });
    expect(await order()).toMatchObject({
      state: 'needs-review',
      receiverName: sampleOrder(1).receiverName,
      complaintsJson: complaints,
    });
  });

  it('cancels what was not booked, once', async () => {
    const id = await add();
    expect(await cancelOrder(workspace, { orderId: id, version: 9 })).toMatchObject({
      code: 'ORDER_CHANGED_MEANWHILE',
    });
    expect(await cancelOrder(workspace, { orderId: id, version: 0 })).toMatchObject({
      value: { state: 'cancelled' },
    });
    expect(await cancelOrder(workspace, { orderId: id, version: null })).toMatchObject({
      code: 'ORDER_STATE_REFUSES',
    });
  });
});
