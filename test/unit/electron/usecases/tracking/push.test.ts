import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '../../../../../electron/store/schema.ts';
import { followNumbers } from '../../../../../electron/usecases/tracking/follow/followNumbers.ts';
import { subscribeTracking, takePush } from '../../../../../electron/usecases/tracking/push.ts';
import { refreshTracking } from '../../../../../electron/usecases/tracking/refreshTracking.ts';
import { kdniaoPush } from '../../../../doubles/platforms/kdniaoPush.ts';
import { KdniaoServer } from '../../../../doubles/platforms/kdniaoServer.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../doubles/workspace/openTestWorkspace.ts';

let workspace: TestWorkspace;
let server: KdniaoServer;
let account: Account;
const waybillNo = 'YT8962646785389';

beforeEach(async () => {
  workspace = await openTestWorkspace();
  server = new KdniaoServer();
  await server.listen();
  account = await testAccount(workspace, {
    platform: 'kdniao',
    merchantId: server.merchantId,
    secret: server.apiKey,
    endpoint: server.url,
  });
  await followNumbers(workspace, [{ waybillNo, carrier: 'YTO', phoneTail: '' }]);
});
afterEach(async () => {
  await workspace.close();
  await server.close();
});

const line = (AcceptTime: string, AcceptStation: string, Action: string) => ({
  AcceptTime,
  AcceptStation,
  Location: '杭州市',
  Action,
});
const collected = line('2026-01-02 09:00:00', '已揽收', '1');
const signed = line('2026-01-03 10:00:00', '已签收', '3');

function push(Traces: readonly unknown[], StateEx: string, key = server.apiKey, number = waybillNo): string {
  const element = { ShipperCode: 'YTO', LogisticCode: number, Success: true, StateEx, Traces };
  const payload = { EBusinessID: server.merchantId, PushTime: '', Count: 1, Data: [element] };
  return kdniaoPush('102', payload, key);
}
const take = (body: string, accountId = account.id) =>
  takePush(workspace, { accountId, body, channel: 'command' });
const row = () => workspace.store.read.tracking.byWaybill(waybillNo);

describe('a pushed message', () => {
  it('brings a parcel up to date and is acknowledged', async () => {
    expect(await take(push([collected], '1'))).toMatchObject({
      value: {
        updated: 1,
        ignored: 0,
        errorCode: '',
        acknowledgement: expect.stringContaining('"Success":true'),
      },
    });
    expect(await row()).toMatchObject({ state: 'collected', lastText: '已揽收' });
  });

  it('that comes twice, or late, changes nothing', async () => {
    await take(push([collected, signed], '3'));
    await take(push([collected, signed], '3'));
    expect(await take(push([collected], '1'))).toMatchObject({ value: { updated: 0, ignored: 1 } });
    expect(await row()).toMatchObject({ state: 'signed' });
    expect(await workspace.store.read.tracking.events(waybillNo)).toHaveLength(2);
  });

  it('is taken after one whose only line was dated next year by mistake', async () => {
    await workspace.clock.advance(Date.parse('2026-01-05T00:00:00Z') - workspace.clock.now());
    await take(push([line('2027-01-02 09:00:00', '已揽收', '1')], '1'));
    expect(await take(push([collected, signed], '3'))).toMatchObject({ value: { updated: 1 } });
    expect(await row()).toMatchObject({ state: 'signed', lastText: '已签收' });
    // Not a late one that still has the mistake.
    const late = push([collected, line('2027-01-02 09:00:00', '运输中', '2')], '2');
    expect(await take(late)).toMatchObject({ value: { ignored: 1 } });
  });

  it('is not forgotten when a query knows of no trace yet', async () => {
    await take(push([collected], '1'));
    await refreshTracking(workspace, { waybillNos: [waybillNo] });
    expect(await row()).toMatchObject({ state: 'collected', lastText: '已揽收' });
  });

  it('with a forged signature changes nothing and is refused', async () => {
    expect(await take(push([signed], '3', 'another key'))).toMatchObject({
      value: {
        errorCode: 'PUSH_FORGED',
        updated: 0,
        acknowledgement: expect.stringContaining('"Success":false'),
      },
    });
    expect(await row()).toMatchObject({ state: 'none' });
  });

  it('of a number nobody follows changes nothing', async () => {
    expect(await take(push([signed], '3', server.apiKey, 'YT0000000000000'))).toMatchObject({
      value: { updated: 0, ignored: 1, errorCode: '' },
    });
    expect(await row()).toMatchObject({ state: 'none' });
  });
});

describe('asking for pushes', () => {
  it('is recorded as a call, and calm when asked twice', async () => {
    expect(await subscribeTracking(workspace, waybillNo, '')).toEqual({ ok: true, value: null });
    expect(await subscribeTracking(workspace, waybillNo, '')).toEqual({ ok: true, value: null });
    expect([...server.services.subscribed]).toEqual([waybillNo]);
    const calls = await workspace.store.read.calls.window({}, { offset: 0, limit: 9 });
    expect(calls.map(({ interfaceName }) => interfaceName)).toEqual(['subscribe', 'subscribe']);
  });

  it('is refused for a number nobody follows', async () => {
    expect(await subscribeTracking(workspace, 'nobody', '')).toMatchObject({ code: 'CARRIER_NOT_FOUND' });
  });
});
