import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Account, Order } from '../../../../../../electron/store/schema.ts';
import {
  chooseBooking,
  planByRules,
} from '../../../../../../electron/usecases/booking/choosing/planByRules.ts';
import { saveRuleSet } from '../../../../../../electron/usecases/booking/choosing/ruleSets.ts';
import { compareShare } from '../../../../../../electron/usecases/booking/choosing/tryRules.ts';
import { whyChosen } from '../../../../../../electron/usecases/booking/choosing/whyChosen.ts';
import { giveBackUnsent } from '../../../../../../electron/usecases/booking/givingBack/giveBack.ts';
import { planBookings } from '../../../../../../electron/usecases/booking/plan.ts';
import { releaseOrder } from '../../../../../../electron/usecases/orders/edit.ts';
import { changeSettings } from '../../../../../../electron/usecases/workspace/settings.ts';
import {
  type BookingRule,
  emptyRuleSet,
  type RuleCondition,
} from '../../../../../../shared/domain/bookingRule.ts';
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

const far: RuleCondition = {
  kind: 'place',
  isNot: false,
  places: [{ province: '', city: '', areaId: 'far' }],
};
const lane = (accountId: string, carrier: string) => ({ accountId, carrier, product: '', template: '' });
const rule = (no: number, change: Partial<BookingRule>): BookingRule => ({
  id: `r${no}`,
  isEnabled: true,
  conditions: [],
  outcome: { kind: 'book', lane: lane(first.id, 'ZTO') },
  share: null,
  ...change,
});

async function save(...rules: BookingRule[]): Promise<void> {
  const saved = await saveRuleSet(workspace, { ...emptyRuleSet, rules }, 0);
  if (!saved.ok) throw new Error(saved.code);
}

async function add(...orders: Order[]): Promise<string[]> {
  await workspace.store.write((write) => write.orders.insertMany(orders));
  return orders.map(({ id }) => id);
}

const inXinjiang = { province: '新疆维吾尔自治区', city: '喀什地区', district: '' };
const plan = (orderIds: readonly string[], accountId: string | null = null, carrier = '') =>
  planByRules(workspace, { orderIds, accountId, carrier, printerUri: null });
const shipmentOf = async (id: string) => (await workspace.store.read.shipments.ofOrder(id)).at(-1);

describe('booking by the rules', () => {
  it('each order goes with the account and carrier its rule names, and keeps why', async () => {
    await save(
      rule(1, { conditions: [far], outcome: { kind: 'book', lane: lane(second.id, 'YZPY') } }),
      rule(2, {}),
    );
    const ids = await add(sampleOrder(1, inXinjiang), sampleOrder(2));
    expect(await plan(ids)).toMatchObject({ ok: true, value: { planned: 2, refused: [], held: 0 } });
    expect(await shipmentOf(ids[0] ?? '')).toMatchObject({ accountId: second.id, carrier: 'YZPY' });
    expect(await shipmentOf(ids[1] ?? '')).toMatchObject({ accountId: first.id, carrier: 'ZTO' });
    expect(await whyChosen(workspace, ids[0] ?? '')).toMatchObject({
      value: {
        isBooked: true,
        destination: { accountName: 'second', carrier: 'YZPY' },
        why: {
          by: 'rule',
          ruleNo: 1,
          rulesVersion: 1,
          matched: [{ kind: 'place', text: '新疆维吾尔自治区喀什地区' }],
        },
      },
    });
  });

  it('what a person chose wins over every rule', async () => {
    await save(rule(1, { outcome: { kind: 'hold', reason: '' } }));
    const [id = '', other = ''] = await add(sampleOrder(1), sampleOrder(2));
    expect(await plan([id], second.id, 'SF')).toMatchObject({ value: { planned: 1, held: 0 } });
    expect(await shipmentOf(id)).toMatchObject({ accountId: second.id, carrier: 'SF' });
    expect(await whyChosen(workspace, id)).toMatchObject({ value: { why: { by: 'manual' } } });
    expect(await plan([other])).toMatchObject({ value: { planned: 0, held: 1 } });
  });

  it('what the settings say and nobody chose is not told as chosen by a person', async () => {
    const [id = '', other = ''] = await add(sampleOrder(1), sampleOrder(2));
    const usual = { accountId: first.id, carrier: 'ZTO', printerUri: null, isUsual: true };
    await planByRules(workspace, { ...usual, orderIds: [id] });
    await planByRules(workspace, { ...usual, orderIds: [other], isUsual: false });
    expect(await whyChosen(workspace, id)).toMatchObject({ value: { why: { by: 'settings' } } });
    expect(await whyChosen(workspace, other)).toMatchObject({ value: { why: { by: 'manual' } } });
  });

  it('where nobody chose a carrier, an order that asks for one goes with it, and others with the usual one', async () => {
    await changeSettings(workspace, { defaultCarrier: 'ZTO' });
    const [wishful = '', other = ''] = await add({ ...sampleOrder(1), carrier: '顺丰速运' }, sampleOrder(2));
    const usual = { accountId: first.id, carrier: '', printerUri: null, isUsual: true };
    await planByRules(workspace, { ...usual, orderIds: [wishful, other] });
    expect(await shipmentOf(wishful)).toMatchObject({ carrier: 'SF' });
    expect(await shipmentOf(other)).toMatchObject({ carrier: 'ZTO' });
  });

  it('a carrier chosen by hand goes with the account of the rule', async () => {
    await save(rule(1, { outcome: { kind: 'book', lane: lane(second.id, 'ZTO') } }));
    const [id = ''] = await add(sampleOrder(1));
    await plan([id], null, 'YTO');
    expect(await shipmentOf(id)).toMatchObject({ accountId: second.id, carrier: 'YTO' });
  });

  it('a rule gives an order to a person once; released, it goes on to the next rule', async () => {
    await save(rule(1, { outcome: { kind: 'hold', reason: '先打电话' } }), rule(2, {}));
    const [id = ''] = await add(sampleOrder(1));
    expect(await plan([id])).toMatchObject({ value: { planned: 0, held: 1 } });
    const held = await workspace.store.read.orders.byId(id);
    expect(held).toMatchObject({ state: 'held', holdReason: 'other', holdNote: '先打电话' });
    await releaseOrder(workspace, { orderId: id, version: null });
    expect(await plan([id])).toMatchObject({ value: { planned: 1, held: 0 } });
    expect(await whyChosen(workspace, id)).toMatchObject({ value: { why: { ruleNo: 2 } } });
  });

  it('product and label template of a way are sent with the booking', async () => {
    const way = { ...lane(first.id, 'SF'), product: '2', template: '15001' };
    await save(rule(1, { outcome: { kind: 'book', lane: way } }));
    const [id = ''] = await add(sampleOrder(1));
    await plan([id]);
    expect(JSON.parse((await shipmentOf(id))?.requestJson ?? '{}')).toMatchObject({
      product: '2',
      templateSize: '15001',
    });
  });

  it('orders of a share on trial are counted to their way', async () => {
    const share = {
      experimentId: 'x',
      percent: 50,
      lane: lane(second.id, 'YTO'),
      startsAt: 0,
      endsAt: workspace.clock.now() + 1_000,
    };
    await save(rule(1, { share }));
    const ids = await add(...Array.from({ length: 60 }, (_, no) => sampleOrder(no)));
    await plan(ids);
    const compared = await compareShare(workspace, 'x');
    expect(compared.old.orders + compared.new.orders).toBe(60);
    expect(compared.new.orders).toBeGreaterThan(15);
    expect(compared.old.orders).toBeGreaterThan(15);
    expect(compared.verdicts.failed).toBe('few');
    const carriers = await Promise.all(ids.map(async (id) => (await shipmentOf(id))?.carrier));
    expect(carriers.filter((carrier) => carrier === 'YTO')).toHaveLength(compared.new.orders);
  });

  it('a refused booking that is tried again keeps its reason and its place in the share', async () => {
    const share = { experimentId: 'x', percent: 100, lane: lane(second.id, 'YTO'), startsAt: 0, endsAt: 1 };
    await save(rule(1, { share }));
    const [id = ''] = await add(sampleOrder(1));
    await plan([id]);
    await giveBackUnsent(workspace, [id], second.id);
    expect((await compareShare(workspace, 'x')).new).toMatchObject({ orders: 1, failed: 1 });
    const again = { orderIds: [id], accountId: second.id, carrier: 'YTO', printerUri: null };
    expect(await planBookings(workspace, again)).toMatchObject({ value: { planned: 1 } });
    expect((await compareShare(workspace, 'x')).new).toMatchObject({ orders: 1, failed: 0 });
    expect(await whyChosen(workspace, id)).toMatchObject({
      value: { why: { ruleNo: 1, share: { arm: 'new' } } },
    });
  });

  it('choosing books nothing and says what is not known', async () => {
    await save(rule(1, { conditions: [far], outcome: { kind: 'hold', reason: '' } }), rule(2, {}));
    const ids = await add(sampleOrder(1, inXinjiang), sampleOrder(2), sampleOrder(3, { state: 'held' }));
    const chosen = await chooseBooking(workspace, { orderIds: ids, carrier: '' });
    expect(chosen).toMatchObject({
      groups: [{ lane: { accountId: first.id, carrier: 'ZTO' }, orderIds: [ids[1]] }],
      holds: [{ order: { id: ids[0] } }],
      homeless: [],
      notReady: [{ id: ids[2] }],
    });
    expect(chosen.groups[0]?.why.get(ids[1] ?? '')).toMatchObject({ freightFen: null });
    expect(await workspace.store.read.shipments.ofOrder(ids[1] ?? '')).toEqual([]);
  });

  it('without rules and without a default account nothing is planned, and it says so', async () => {
    const ids = await add(sampleOrder(1));
    expect(await plan(ids)).toMatchObject({ ok: false, code: 'ACCOUNT_NOT_CHOSEN' });
  });
});
