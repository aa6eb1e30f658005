import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { saveRuleSet } from '../../../../../../electron/usecases/booking/choosing/ruleSets.ts';
import { runPreflight } from '../../../../../../electron/usecases/booking/preflight/runPreflight.ts';
import { emptyRuleSet } from '../../../../../../shared/domain/bookingRule.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../../../../doubles/workspace/sampleOrder.ts';

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
    const orders = [sampleOrder(1), sampleOrder(2, { codFen: 100 }), sampleOrder(3)];
    await workspace.store.write((write) => write.orders.insertMany(orders));
    const look = (orderIds: string[]) =>
      runPreflight(workspace, { orderIds, accountId: null, carrier: '', printerUri: null, mayAsk: false });
    const all = await look(orders.map(({ id }) => id));
    expect(all).toMatchObject({ ok: true, value: { verdict: 'stop', orders: 3 } });
    // Each for itself: two orders may go, one must wait for its account.
    expect(all.ok && all.value.accounts).toMatchObject([
      { accountName: 'good', verdict: 'go', orders: 2, bookable: 2 },
      { accountName: 'locked', verdict: 'stop', orders: 1 },
    ]);
    const alone = await look([orders[0]?.id ?? '', orders[2]?.id ?? '']);
    expect(alone).toMatchObject({ ok: true, value: { orders: 2, bookable: 2 } });
    if (!alone.ok) throw new Error(alone.code);
    expect(alone.value.verdict).not.toBe('stop');
    // Nothing to book is no missing account: sender, clock and printer are looked at all the same.
    expect(await look([])).toMatchObject({ ok: true, value: { orders: 0, bookable: 0, accounts: [] } });
  });

  it('adds up what all accounts share, and finds an order that stands twice across them', async () => {
    const [one, other] = [
      await testAccount(workspace, { name: 'one' }),
      await testAccount(workspace, { name: 'other' }),
    ];
    const lane = (accountId: string) => ({ accountId, carrier: 'ZTO', product: '', template: '' });
    const rule = {
      id: 'r1',
      isEnabled: true,
      conditions: [{ kind: 'cod' as const, isCod: true }],
      outcome: { kind: 'book' as const, lane: lane(other.id) },
      share: null,
    };
    const fallback = { kind: 'book' as const, lane: lane(one.id) };
    await saveRuleSet(workspace, { ...emptyRuleSet, rules: [rule], fallback }, 0);
    const masked = { receiverName: '张**' };
    const stored = [sampleOrder(1, masked), sampleOrder(2, { ...masked, codFen: 100 })];
    await workspace.store.write((write) => write.orders.insertMany(stored));
    const report = await runPreflight(workspace, {
      orderIds: stored.map(({ id }) => id),
      // Still in its file: it is judged by the same rules.
      unstored: [sampleOrder(3, { codFen: 100, receiverPhone: '13900139000' })],
      accountId: null,
      carrier: '',
      printerUri: 'virtual:',
      mayAsk: false,
    });
    if (!report.ok) throw new Error(report.code);
    const { accounts, findings, orders } = report.value;
    const finding = (name: string) => findings.find((found) => found.name === name);
    expect(accounts.map(({ accountName, orders: share }) => [accountName, share])).toEqual([
      ['one', 1],
      ['other', 2],
    ]);
    expect(orders).toBe(3);
    expect(finding('paper')?.params).toMatchObject({ labels: 3 });
    expect(finding('masked')).toMatchObject({ total: 2, params: { count: 2 } });
    expect(finding('duplicates')).toMatchObject({ code: 'PREFLIGHT_DUPLICATES', total: 2 });
    expect(accounts[1]?.findings.find(({ name }) => name === 'masked')).toMatchObject({ total: 1 });
  });
});
