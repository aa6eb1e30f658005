import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '../../../../../../electron/store/schema.ts';
import { previewBooking } from '../../../../../../electron/usecases/booking/choosing/ruleReadings.ts';
import { readRuleSet, saveRuleSet } from '../../../../../../electron/usecases/booking/choosing/ruleSets.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../../../../doubles/workspace/sampleOrder.ts';

let workspace: TestWorkspace;
let first: Account;
let second: Account;

beforeEach(async () => {
  workspace = await openTestWorkspace();
  first = await testAccount(workspace, { name: 'first' });
  second = await testAccount(workspace, { name: 'second' });
});
afterEach(() => workspace.close());

/** So many ready orders, every fourth to Xinjiang, and one that waits for a person. */
async function addOrders(count: number): Promise<string[]> {
  const far = { province: '新疆维吾尔自治区', city: '喀什地区', district: '' };
  const orders = Array.from({ length: count }, (_, no) => sampleOrder(no + 1, no % 4 === 0 ? far : {}));
  const waiting = sampleOrder(count + 1, { state: 'needs-review' });
  await workspace.store.write((write) => write.orders.insertMany([...orders, waiting]));
  return [...orders, waiting].map(({ id }) => id);
}

type BookingRule = Parameters<typeof saveRuleSet>[1]['rules'][number];

const rule = (id: string, accountId: string, conditions: BookingRule['conditions']): BookingRule => ({
  id,
  isEnabled: true,
  conditions,
  outcome: { kind: 'book', lane: { accountId, carrier: 'ZTO', product: '', template: '' } },
  share: null,
});

const secondsFor = (orders: number, perSecond: number): number => Math.ceil(orders / perSecond);

function paceOf({ platform }: Account): number {
  const found = workspace.platforms.find(({ manifest }) => manifest.id === platform);
  return found?.manifest.ratePerSecond.book ?? Number.NaN;
}

describe('what booking would come to', () => {
  it('counts all that are ready, and how long one account takes for them', async () => {
    await addOrders(50);
    const told = await previewBooking(workspace, { allReady: true }, first.id);
    expect(told).toMatchObject({
      ok: true,
      value: { orders: 50, notReady: 0, expectedSeconds: secondsFor(50, paceOf(first)) },
    });
  });

  it('counts those of the ticked ones that are not ready', async () => {
    const orderIds = await addOrders(20);
    const told = await previewBooking(workspace, { orderIds: orderIds.slice(10) }, first.id);
    expect(told).toMatchObject({ ok: true, value: { orders: 10, notReady: 1 } });
  });

  it('reckons with the accounts of the rules beside each other, from the first thousand orders', async () => {
    const place = { province: '', city: '', areaId: 'far' } as const;
    const rules = [
      rule('far', second.id, [{ kind: 'place', isNot: false, places: [place] }]),
      rule('near', first.id, []),
    ];
    const { set } = await readRuleSet(workspace.store.read);
    const saved = await saveRuleSet(workspace, { ...set, rules }, 0);
    expect(saved.ok).toBe(true);
    await addOrders(1_200);
    const told = await previewBooking(workspace, { allReady: true }, null);
    expect(told).toMatchObject({
      ok: true,
      value: { orders: 1_200, expectedSeconds: secondsFor(900, paceOf(first)) },
    });
  });

  it('refuses an account that is not there', async () => {
    await addOrders(1);
    expect((await previewBooking(workspace, { allReady: true }, 'gone')).ok).toBe(false);
  });
});
