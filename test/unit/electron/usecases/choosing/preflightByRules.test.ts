import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { saveRuleSet } from '../../../../../electron/usecases/choosing/ruleSets.ts';
import { preflightByRules } from '../../../../../electron/usecases/preflight/preflightByRules.ts';
import { emptyRuleSet } from '../../../../../shared/domain/bookingRule.ts';
import { openTestWorkspace, type TestWorkspace, testAccount } from '../../../../doubles/openTestWorkspace.ts';
import { sampleOrder } from '../../../../doubles/sampleOrder.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

describe('a look at a batch that the rules spread', () => {
  it('looks at every account they choose, and the worst of each counts', async () => {
    const good = await testAccount(workspace, { name: 'good' });
    // Real, and its small-order test never ran.
    const locked = await testAccount(workspace, { platform: 'kdniao', name: 'locked', endpoint: null });
    const lane = (accountId: string) => ({ accountId, carrier: 'ZTO', product: '', template: '' });
    const rule = {
      id: 'r1',
      isEnabled: true,
      conditions: [{ kind: 'cod' as const, isCod: true }],
      outcome: { kind: 'book' as const, lane: lane(locked.id) },
      share: null,
    };
    const fallback = { kind: 'book' as const, lane: lane(good.id) };
    await saveRuleSet(workspace, { ...emptyRuleSet, rules: [rule], fallback }, 0);
    const orders = [sampleOrder(1), sampleOrder(2, { cod_fen: 100 }), sampleOrder(3)];
    await workspace.store.write((write) => write.orders.insertMany(orders));
    const look = (orderIds: string[]) =>
      preflightByRules(workspace, { orderIds, carrier: '', printerUri: null, mayAsk: false });
    const all = await look(orders.map(({ id }) => id));
    expect(all).toMatchObject({ ok: true, value: { verdict: 'stop', orders: 3 } });
    const alone = await look([orders[0]?.id ?? '', orders[2]?.id ?? '']);
    expect(alone).toMatchObject({ ok: true, value: { orders: 2, bookable: 2 } });
    if (!alone.ok) throw new Error(alone.code);
    expect(alone.value.verdict).not.toBe('stop');
    expect(await look([])).toMatchObject({ code: 'ACCOUNT_MISSING' });
  });
});
