import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CarrierPlatform } from '../../../../../../electron/carriers/kit/carrierPlatform.ts';
import type { Account, Order, OrderChange } from '../../../../../../electron/store/schema.ts';
import { runPreflight } from '../../../../../../electron/usecases/booking/preflight/runPreflight.ts';
import { selectedOrders } from '../../../../../../electron/usecases/orders/select.ts';
import { changeSettings } from '../../../../../../electron/usecases/workspace/settings.ts';
import type { ErrorCode } from '../../../../../../shared/errors/catalogue.ts';
import { didNotHappen, failure, happened } from '../../../../../../shared/errors/outcome.ts';
import { scriptedPlatform } from '../../../../../doubles/platforms/scriptedPlatform.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleBooking } from '../../../../../doubles/workspace/sampleBooking.ts';
import { sampleOrder } from '../../../../../doubles/workspace/sampleOrder.ts';

let workspace: TestWorkspace;
let account: Account;
let available: number;
let refusal: ErrorCode | null;

beforeEach(async () => {
  available = 10_000;
  refusal = null;
  const scripted = scriptedPlatform();
  const platform: CarrierPlatform = {
    ...scripted,
    check: (request) =>
      request.remark.includes('🙂')
        ? failure('CARRIER_FIELD_INVALID', { field: 'remark' })
        : scripted.check(request, {} as never),
    balance: async () =>
      refusal === null
        ? happened({ kind: 'counted', available, total: null })
        : didNotHappen(refusal, { field: 'StationCode' }),
  };
  workspace = await openTestWorkspace({ platforms: [platform] });
  account = await testAccount(workspace, { platform: 'scripted' });
});
afterEach(() => workspace.close());

const pendingChange: OrderChange = {
  id: 'change-1',
  orderId: '',
  orderNo: '',
  kind: 'content',
  state: 'pending',
  version: 0,
  code: 'ORDER_CONTENT_CHANGED',
  importId: 'import-2',
  fileName: 'newer.csv',
  rowNumber: 2,
  contentHash: 'beef',
  fieldsJson: '[]',
  patchJson: '{}',
  beforeJson: '{}',
  at: 1,
  informationAt: 1,
  settledAt: null,
};

async function batch(changes: readonly Partial<Order>[]) {
  const orders = changes.map((change, no) =>
    sampleOrder(no, { receiverPhone: `1380013800${no % 10}`, ...change }),
  );
  await workspace.store.write((write) => write.orders.insertMany(orders));
  return orders.map(({ id }) => id);
}

async function look(orderIds: readonly string[], change: Partial<Parameters<typeof runPreflight>[1]> = {}) {
  const report = await runPreflight(workspace, {
    orderIds,
    accountId: account.id,
    carrier: 'ZTO',
    printerUri: 'virtual:',
    mayAsk: true,
    ...change,
  });
  if (!report.ok) throw new Error(report.code);
  const finding = (name: string) => report.value.findings.find((one) => one.name === name);
  return { ...report.value, finding };
}

describe('a look at a batch before it goes out', () => {
  it('says go when nothing is wrong, and books, plans and changes nothing', async () => {
    const ids = await batch([{}, {}]);
    const report = await look(ids);
    expect(report).toMatchObject({ verdict: 'go', orders: 2, bookable: 2 });
    expect(report.findings.every(({ code }) => code === '')).toBe(true);
    expect(await workspace.store.read.orders.count({ state: 'ready' })).toBe(2);
    expect(await workspace.store.read.shipments.countUnfinished(account.id)).toBe(0);
  });

  it('looks at the only account, or the one of Settings, before there is an order', async () => {
    const only = await look([], { accountId: null });
    expect(only).toMatchObject({ verdict: 'go', orders: 0, accounts: [{ accountName: account.name }] });
    expect(only.finding('balance')).toMatchObject({ state: 'ok' });
    await testAccount(workspace, { platform: 'scripted', name: 'second' });
    expect(await look([], { accountId: null })).toMatchObject({ accounts: [] });
    await workspace.store.write((write) => write.settings.put('defaultAccountId', account.id));
    expect(await look([], { accountId: null })).toMatchObject({ accounts: [{ accountName: account.name }] });
  });

  it('names the orders that the platform could not take, and does not count them', async () => {
    const ids = await batch([{}, { sellerRemark: '🙂' }]);
    const report = await look(ids);
    expect(report).toMatchObject({ verdict: 'look', bookable: 1 });
    expect(report.finding('characters')).toMatchObject({
      state: 'warn',
      code: 'PREFLIGHT_CHARACTERS',
      total: 1,
      orderNos: [sampleOrder(1).orderNo],
    });
  });

  it('tells before booking whose name or address will not be whole on paper, and counts them', async () => {
    const ids = await batch([
      { receiverName: '𠮷田' },
      { detail: '样板路\u{1F3E0}号' },
      { detail: '路\u{323B0}' },
    ]);
    const report = await look(ids);
    expect(report).toMatchObject({ verdict: 'look', bookable: 3 });
    const found = report.findings.filter(({ name }) => name === 'characters');
    expect(found).toMatchObject([
      {
        code: 'PREFLIGHT_LABEL_SIGNS',
        params: { count: 2 },
        orderNos: [sampleOrder(1).orderNo, sampleOrder(2).orderNo],
      },
    ]);
  });

  it('finds masked receivers and orders that look like another', async () => {
    const ids = await batch([
      { receiverName: '张**' },
      { receiverPhone: '13800000001' },
      { receiverPhone: '13800000001' },
    ]);
    const report = await look(ids);
    expect(report.finding('masked')).toMatchObject({ code: 'PREFLIGHT_MASKED', total: 1 });
    expect(report.finding('duplicates')).toMatchObject({ code: 'PREFLIGHT_DUPLICATES', total: 2 });
  });

  it('names orders past their ship-by time, and until when the others must leave', async () => {
    const now = workspace.clock.now();
    const late = await look(await batch([{ shipBy: now - 1 }, { shipBy: now + 60_000 }, {}]));
    expect(late).toMatchObject({ verdict: 'look', bookable: 3 });
    expect(late.finding('ship-by')).toMatchObject({ code: 'PREFLIGHT_SHIP_BY', total: 1 });
  });

  it('says nothing good of ship-by times that no file named', async () => {
    const report = await look(await batch([{}]));
    expect(report.finding('ship-by')).toMatchObject({ state: 'unknown' });
    expect(report.verdict).toBe('go');
  });

  it('names places the merchant does not ship to', async () => {
    const ids = await batch([{}]);
    await workspace.store.write((write) =>
      write.noShip.insert({
        id: 'n1',
        carrier: '',
        province: sampleOrder(0).province,
        city: '',
        district: '',
        town: '',
        word: '',
        reason: '停运',
        createdAt: 1,
      }),
    );
    expect((await look(ids)).finding('reach')).toMatchObject({ code: 'PREFLIGHT_REACH', total: 1 });
  });

  it('asks for the balance only when it may, and says short, low or enough', async () => {
    const ids = await batch([{}, {}]);
    const asked = async () => (await look(ids)).finding('balance');
    expect((await look(ids, { mayAsk: false })).finding('balance')?.state).toBe('unknown');
    expect(await asked()).toMatchObject({ state: 'ok' });
    available = 50;
    expect(await asked()).toMatchObject({ state: 'warn', code: 'PREFLIGHT_BALANCE_LOW' });
    available = 1;
    expect(await asked()).toMatchObject({ state: 'warn', code: 'PREFLIGHT_BALANCE_SHORT' });
    available = 0;
    expect(await asked()).toMatchObject({ state: 'stop' });
    expect((await look(ids, { mayAsk: false })).finding('balance')).toMatchObject({ state: 'stop' });
  });

  it('leaves grey a balance that the platform cannot tell, and goes', async () => {
    const ids = await batch([{}, {}]);
    for (const code of ['CARRIER_FIELD_MISSING', 'CARRIER_PERMISSION', 'CARRIER_BUSY'] as const) {
      refusal = code;
      const report = await look(ids);
      expect(report).toMatchObject({ verdict: 'go' });
      expect(report.finding('balance')).toMatchObject({ state: 'unknown', code: '' });
    }
  });

  it('stops at the account, in red and only there, when the platform refuses its key', async () => {
    const ids = await batch([{}, {}]);
    refusal = 'CARRIER_CREDENTIALS';
    const report = await look(ids);
    expect(report).toMatchObject({ verdict: 'stop', accounts: [{ verdict: 'stop' }] });
    for (const found of [report.findings, report.accounts[0]?.findings ?? []])
      expect(found.filter(({ name }) => name === 'account')).toMatchObject([
        { state: 'stop', code: 'CARRIER_CREDENTIALS' },
      ]);
  });

  it('warns of orders that a newer file changes, and a selection may leave them out', async () => {
    const ids = await batch([{}, {}, {}]);
    const changed = { ...pendingChange, orderId: String(ids[1]), orderNo: sampleOrder(1).orderNo };
    await workspace.store.write((write) => write.orderChanges.insert(changed));
    const report = await look(ids);
    expect(report).toMatchObject({ verdict: 'look', bookable: 3 });
    expect(report.finding('changes')).toMatchObject({
      state: 'warn',
      code: 'PREFLIGHT_CHANGES',
      params: { count: 1 },
      orderNos: [sampleOrder(1).orderNo],
    });
    const rest = await selectedOrders(workspace, { orderIds: ids, exceptChanged: true });
    expect(rest).toEqual([ids[0], ids[2]]);
    expect(await selectedOrders(workspace, { allReady: true, exceptChanged: true })).toEqual(rest);
    expect((await look(rest)).finding('changes')).toMatchObject({ state: 'ok' });
  });

  it('stops for a locked account, a refused account and a missing sender; warns of paper and of a clock far off', async () => {
    const ids = await batch([{}, {}]);
    await changeSettings(workspace, { labelsPerRoll: 50 });
    await workspace.store.write(async (write) => {
      await write.lanes.put(account.id, { haltCode: 'CARRIER_CREDENTIALS', haltedAt: 1 });
      await write.settings.put('clockSkew', { skewMs: -600_000, samples: 3, measuredAt: 1 });
      await write.settings.put('sender', null);
    });
    const report = await look(ids);
    expect(report.verdict).toBe('stop');
    expect(report.finding('sender')).toMatchObject({ state: 'stop', code: 'SENDER_MISSING' });
    expect(report.finding('health')).toMatchObject({ state: 'stop', code: 'CARRIER_CREDENTIALS' });
    // Orders that are still in their file take paper too.
    const unstored = Array.from({ length: 60 }, (_, no) => sampleOrder(100 + no));
    const large = await look(ids, { unstored, sender: sampleBooking().sender });
    expect(large.finding('paper')).toMatchObject({ state: 'warn', params: { labels: 62, rolls: 2 } });
    expect(report.finding('clock')).toMatchObject({ code: 'CLOCK_AHEAD', params: { seconds: 600 } });
    const locked = await testAccount(workspace, { platform: 'kdniao', name: 'real', endpoint: null });
    const there = await look(ids, { accountId: locked.id, mayAsk: false });
    expect(there.finding('account')).toMatchObject({ state: 'stop', code: 'ACCOUNT_LOCKED' });
  });
});
