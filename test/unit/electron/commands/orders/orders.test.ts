import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addHistory } from '../../../../../electron/usecases/orders/history.ts';
import { shopMinute } from '../../../../../shared/rules/shopTime.ts';
import { commandNamed, runCommand } from '../../../../doubles/program/runCommand.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

describe('orders show', () => {
  it('tells what happened in words and in the time of the shop, and for machines by code and zone', async () => {
    const order = sampleOrder(1);
    await workspace.store.write(async (write) => {
      await write.orders.insertMany([order]);
      await addHistory(workspace, write, order.id, 'return-received', {});
    });
    const now = workspace.clock.now();
    const shown = await runCommand(workspace, commandNamed('orders show'), [order.orderNo]);
    expect(shown).toMatchObject({
      value: {
        human: expect.arrayContaining([`${shopMinute(now)}  Return received`]),
        json: { orders: [{ history: [{ at: new Date(now).toISOString(), kind: 'return-received' }] }] },
      },
    });
  });
});
