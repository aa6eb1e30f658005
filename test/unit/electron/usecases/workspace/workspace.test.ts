import { afterEach, beforeEach, expect, it } from 'vitest';
import { tryChange } from '../../../../../electron/usecases/workspace/workspace.ts';
import { done, failure } from '../../../../../shared/errors/outcome.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

const storedOrders = async () => (await workspace.store.read.orders.byIds(['order-000001'])).length;

it('an act that is refused half-way leaves nothing of what it wrote, and no page reads again', async () => {
  const topics: string[] = [];
  const watched = { store: workspace.store, changed: (...all: string[]) => void topics.push(...all) };
  const refused = await tryChange(watched, ['orders'], async (write) => {
    await write.orders.insertMany([sampleOrder(1)]);
    return failure('ORDER_NOT_FOUND', { orderNo: '1' });
  });
  expect(refused).toMatchObject({ ok: false, code: 'ORDER_NOT_FOUND', params: { orderNo: '1' } });
  expect([await storedOrders(), topics]).toEqual([0, []]);
  await tryChange(watched, ['orders'], async (write) => {
    await write.orders.insertMany([sampleOrder(1)]);
    return done(null);
  });
  expect([await storedOrders(), topics]).toEqual([1, ['orders']]);
});
