import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { askAddress, askableAccounts } from '../../../../../electron/usecases/correcting/askPlatform.ts';
import { askReach, placeKeyOf, reachOfOrder } from '../../../../../electron/usecases/correcting/askReach.ts';
import { receiverOf } from '../../../../../electron/usecases/orders/order.ts';
import { changeSettings } from '../../../../../electron/usecases/workspace/settings.ts';
import { KdniaoServer } from '../../../../doubles/platforms/kdniaoServer.ts';
import { scriptedPlatform } from '../../../../doubles/platforms/scriptedPlatform.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';
import { unclearOrder } from '../../../../doubles/workspace/unclearOrder.ts';

let workspace: TestWorkspace;
let server: KdniaoServer;
beforeEach(async () => {
  workspace = await openTestWorkspace({ platforms: [scriptedPlatform()] });
  server = new KdniaoServer();
  await server.listen();
});
afterEach(async () => {
  await workspace.close();
  await server.close();
});

const text = '林小满 13912345678-5678 北京 北京市 朝阳区 望京街道 样板路8号';
const orderId = unclearOrder(1, text).id;

async function withAccount(platform: string) {
  await workspace.store.write((write) =>
    write.orders.insertMany([unclearOrder(1, text, { receiverPhone: '13912345678' }), sampleOrder(2)]),
  );
  return testAccount(workspace, {
    platform,
    merchantId: server.merchantId,
    secret: server.apiKey,
    endpoint: platform === 'kdniao' ? server.url : null,
  });
}

const calls = () => workspace.store.read.calls.window({}, { offset: 0, limit: 9 });
const year = 365 * 24 * 3_600_000;

describe('asking a platform how it understands one order', () => {
  it('shows its answer with account and time, tells what differs, and stores nothing of it', async () => {
    const account = await withAccount('kdniao');
    const before = await workspace.store.read.orders.byId(orderId);
    expect(await askAddress(workspace, { orderId })).toMatchObject({
      ok: true,
      value: {
        accountName: account.name,
        platform: 'kdniao',
        checkedAt: workspace.clock.now(),
        receiver: { name: '林小满', extension: '5678', province: '北京市', city: '北京市', town: '望京街道' },
        differs: ['name', 'extension', 'province', 'city', 'district', 'town', 'detail'],
      },
    });
    expect(await workspace.store.read.orders.byId(orderId)).toEqual(before);
    expect(await calls()).toMatchObject([
      { interfaceName: 'parse', orderId, certainty: 'happened', platformCode: '100' },
    ]);
  });

  it('says plainly that it failed, and records that too', async () => {
    await withAccount('kdniao');
    server.faults.add({ kind: 'status', status: 502 });
    expect(await askAddress(workspace, { orderId })).toMatchObject({ ok: false, code: 'CARRIER_DOWN' });
    expect(await calls()).toMatchObject([{ interfaceName: 'parse', errorCode: 'CARRIER_DOWN' }]);
  });

  it('says that no account can be asked, and that a given one cannot', async () => {
    const account = await withAccount('scripted');
    expect(await askableAccounts(workspace)).toEqual([]);
    expect(await askAddress(workspace, { orderId })).toMatchObject({ code: 'ASK_NO_ACCOUNT' });
    expect(await askAddress(workspace, { orderId, accountId: account.id })).toMatchObject({
      code: 'ASK_UNSUPPORTED',
    });
  });

  it('never sends out a masked text', async () => {
    await withAccount('kdniao');
    const masked = unclearOrder(3, '林** 139****5678 北京市朝阳区样板路8号');
    await workspace.store.write((write) => write.orders.insertMany([masked]));
    expect(await askAddress(workspace, { orderId: masked.id })).toMatchObject({ code: 'ASK_TEXT_UNFIT' });
    expect(server.requests).toEqual([]);
  });

  it('answers offline with the practice platform', async () => {
    await withAccount('practice');
    expect(await askAddress(workspace, { orderId })).toMatchObject({
      value: { platform: 'practice', receiver: { phone: '13912345678', district: '朝阳区' } },
    });
    expect(server.requests).toEqual([]);
  });
});

describe('asking a platform whether it goes there', () => {
  const known = sampleOrder(2).id;

  it('keeps the answer for this address with its age, for thirty days', async () => {
    const account = await withAccount('kdniao');
    expect(await reachOfOrder(workspace, known)).toEqual({ ok: true, value: [] });
    const askedAt = workspace.clock.now();
    const hint = { carrier: '', answer: 'reachable', source: 'platform', checkedAt: askedAt };
    expect(await askReach(workspace, { orderId: known })).toMatchObject({
      value: [{ ...hint, accountName: account.name }],
    });
    await workspace.clock.advance(29 * 24 * 3_600_000);
    expect(await reachOfOrder(workspace, known)).toMatchObject({ value: [hint] });
    expect(server.requests).toHaveLength(1);
    await workspace.clock.advance(2 * 24 * 3_600_000);
    expect(await reachOfOrder(workspace, known)).toEqual({ ok: true, value: [] });
  });

  it('replaces the older answer, and lets very old ones of other places go', async () => {
    await withAccount('kdniao');
    await askReach(workspace, { orderId: known });
    const refusal = { Success: false, ResultCode: '105', Reason: '收件地址超区' };
    server.faults.add({ kind: 'reply', body: refusal, times: 1 });
    expect(await askReach(workspace, { orderId: known })).toMatchObject({
      value: [{ answer: 'not-reachable' }],
    });
    const elsewhere = sampleOrder(4, { detail: '别的路1号' });
    await workspace.store.write((write) => write.orders.insertMany([elsewhere]));
    await workspace.clock.advance(year);
    await askReach(workspace, { orderId: elsewhere.id });
    expect(await workspace.store.read.reach.ofPlace(placeKeyOf(receiverOf(sampleOrder(2))))).toEqual([]);
    expect(await workspace.store.read.reach.ofPlace(placeKeyOf(receiverOf(elsewhere)))).toMatchObject([
      { answer: 'reachable', checkedAt: workspace.clock.now() },
    ]);
  });

  it('fails plainly and keeps what was known', async () => {
    await withAccount('kdniao');
    await askReach(workspace, { orderId: known });
    server.faults.add({ kind: 'accept-then-drop' });
    expect(await askReach(workspace, { orderId: known })).toMatchObject({ ok: false });
    expect(await reachOfOrder(workspace, known)).toMatchObject({ value: [{ answer: 'reachable' }] });
  });

  it('needs a sender, and a receiver that is understood', async () => {
    await withAccount('kdniao');
    expect(await askReach(workspace, { orderId })).toMatchObject({ code: 'ASK_TEXT_UNFIT' });
    await changeSettings(workspace, { sender: null });
    expect(await askReach(workspace, { orderId: known })).toMatchObject({ code: 'SENDER_MISSING' });
  });
});
