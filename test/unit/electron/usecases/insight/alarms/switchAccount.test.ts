import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Account } from '../../../../../../electron/store/schema.ts';
import { planByRules } from '../../../../../../electron/usecases/booking/choosing/planByRules.ts';
import { saveContacts } from '../../../../../../electron/usecases/insight/alarms/alarmRules.ts';
import { raiseAlarm } from '../../../../../../electron/usecases/insight/alarms/raiseAlarm.ts';
import { checkAccount, readSheet } from '../../../../../../electron/usecases/insight/alarms/sheet.ts';
import {
  switchBack,
  switchToBackup,
} from '../../../../../../electron/usecases/insight/alarms/switchAccount.ts';
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
  first = await testAccount(workspace, { name: '一号店' });
  second = await testAccount(workspace, { name: '二号店', merchantId: 'm2' });
  await workspace.store.write(async (write) => {
    await write.settings.put('defaultAccountId', first.id);
    await write.orders.insertMany([1, 2, 3].map((no) => ({ ...sampleOrder(no), state: 'ready' as const })));
  });
});
afterEach(() => workspace.close());

const orderIds = [1, 2, 3].map((no) => sampleOrder(no).id);
const plan = (ids: readonly string[]) =>
  planByRules(workspace, { orderIds: ids, accountId: null, carrier: '', printerUri: null });
async function accountsOf(ids: readonly string[]) {
  const orders = await workspace.store.read.orders.byIds(ids);
  const shipments = await Promise.all(
    orders.map(({ shipmentId }) => workspace.store.read.shipments.byId(shipmentId ?? '')),
  );
  return shipments.map((shipment) => shipment?.accountId);
}
const asked = (more = {}) => ({
  accountId: first.id,
  toAccountId: second.id,
  reason: '平台连不上',
  alarmId: '',
  ...more,
});

it('takes waiting orders over, then those that are chosen for the account, until somebody switches back', async () => {
  await plan(orderIds.slice(0, 1));
  expect(await accountsOf(orderIds.slice(0, 1))).toEqual([first.id]);
  const switched = await switchToBackup(workspace, asked());
  expect(switched).toMatchObject({ ok: true, value: { kind: 'switched', moved: 1, stayed: 0 } });
  await plan(orderIds.slice(1, 2));
  expect(await accountsOf(orderIds.slice(0, 2))).toEqual([second.id, second.id]);
  const { toAccountId: _to, ...back } = asked();
  expect(await switchBack(workspace, back)).toMatchObject({ ok: true, value: { kind: 'switched-back' } });
  await plan(orderIds.slice(2));
  expect(await accountsOf(orderIds)).toEqual([second.id, second.id, first.id]);
});

it('leaves what may have been booked where it is', async () => {
  await plan(orderIds.slice(0, 1));
  const [order] = await workspace.store.read.orders.byIds(orderIds.slice(0, 1));
  const shipment = await workspace.store.read.shipments.byId(order?.shipmentId ?? '');
  if (shipment === undefined) throw new Error('nothing was planned');
  await workspace.store.write((write) => write.shipments.move(shipment, 'sending', {}));
  expect(await switchToBackup(workspace, asked())).toMatchObject({
    ok: true,
    value: { moved: 0, stayed: 1 },
  });
  expect(await accountsOf(orderIds.slice(0, 1))).toEqual([first.id]);
});

it('keeps who switched, when and why, and nobody can change it', async () => {
  await switchToBackup(workspace, asked());
  await workspace.clock.advance(60_000);
  const { toAccountId: _to, ...back } = asked({ reason: '恢复了' });
  await switchBack(workspace, back);
  const events = await workspace.store.read.laneEvents.ofAccount(first.id, 10);
  expect(events.map(({ kind, fromName, toName, reason }) => [kind, fromName, toName, reason])).toEqual([
    ['switched-back', '一号店', '二号店', '恢复了'],
    ['switched', '一号店', '二号店', '平台连不上'],
  ]);
  const acts = await workspace.store.read.operatorActs.after(0, 100);
  expect(acts.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['account-switched', 'account-switched-back']),
  );
});

it('refuses the account itself, one that is stopped, and one that gives its orders away', async () => {
  expect(await switchToBackup(workspace, asked({ toAccountId: first.id }))).toMatchObject({
    code: 'SWITCH_SAME_ACCOUNT',
  });
  await workspace.store.write((write) => write.lanes.put(second.id, { haltCode: 'CARRIER_ARREARS' }));
  expect(await switchToBackup(workspace, asked())).toMatchObject({ code: 'SWITCH_TARGET_UNUSABLE' });
  await workspace.store.write((write) => write.lanes.put(second.id, { haltCode: '', divertedTo: first.id }));
  expect(await switchToBackup(workspace, asked())).toMatchObject({ code: 'SWITCH_TARGET_UNUSABLE' });
  const { toAccountId: _to, ...back } = asked();
  expect(await switchBack(workspace, back)).toMatchObject({ code: 'SWITCH_NOT_DIVERTED' });
});

it('puts on the sheet who is responsible, the backup that is set, and how the account does', async () => {
  await saveContacts(workspace, [
    { name: '陈', phone: '13800138000', note: '', areas: ['printing'] },
    { name: '李', phone: '400', note: '平台', areas: ['platforms'] },
  ]);
  await workspace.store.write((write) => write.lanes.put(first.id, { backupAccountId: second.id }));
  const scope = { kind: 'account', id: first.id, name: '一号店' } as const;
  const { alarm } = await raiseAlarm(workspace, { kind: 'platform-down', scope, facts: { minutes: 3 } });
  await plan(orderIds);
  const sheet = await readSheet(workspace, { alarmId: alarm.id });
  expect(sheet).toMatchObject({
    ok: true,
    value: {
      contacts: [{ name: '李', phone: '400' }],
      lane: {
        accountName: '一号店',
        waiting: 3,
        isHealthy: null,
        divertedTo: null,
        backups: [{ name: '二号店', isUsable: true }],
      },
    },
  });
  expect(await checkAccount(workspace, first.id)).toMatchObject({ ok: true });
  await switchToBackup(workspace, asked({ alarmId: alarm.id }));
  expect(await readSheet(workspace, { alarmId: alarm.id })).toMatchObject({
    value: { lane: { isHealthy: true, divertedTo: '二号店', waiting: 0, events: [{ moved: 3 }] } },
  });
});

it('names everybody where nobody looks after the matter', async () => {
  await saveContacts(workspace, [{ name: '陈', phone: '1', note: '', areas: ['printing'] }]);
  const scope = { kind: 'shop', id: '', name: '' } as const;
  const { alarm } = await raiseAlarm(workspace, { kind: 'backup-age', scope, facts: {} });
  expect(await readSheet(workspace, { alarmId: alarm.id })).toMatchObject({
    value: { contacts: [{ name: '陈' }], lane: null },
  });
});
