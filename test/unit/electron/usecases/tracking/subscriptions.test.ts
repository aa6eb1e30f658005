import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Account, PushRelay } from '../../../../../electron/store/schema.ts';
import { followNumbers } from '../../../../../electron/usecases/tracking/follow/followNumbers.ts';
import { takePush } from '../../../../../electron/usecases/tracking/push.ts';
import { refreshTracking } from '../../../../../electron/usecases/tracking/refreshTracking.ts';
import type { TrackingSnapshot } from '../../../../../shared/domain/tracking.ts';
import { type CallOutcome, didNotHappen, done, happened } from '../../../../../shared/errors/outcome.ts';
import { scriptedPlatform } from '../../../../doubles/platforms/scriptedPlatform.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../doubles/workspace/openTestWorkspace.ts';

const hour = 3_600_000;
const waybillNo = 'YT8962646785389';

let workspace: TestWorkspace;
let account: Account;
let asked: string[];
let subscribed: string[];
let answers: CallOutcome<null>[];
let told: TrackingSnapshot;

beforeEach(async () => {
  asked = [];
  subscribed = [];
  answers = [];
  const platform = {
    ...scriptedPlatform(),
    track: async () => {
      asked.push(waybillNo);
      return happened(told);
    },
    subscribe: async (request: { readonly waybillNo: string; readonly callbackUrl: string }) => {
      subscribed.push(`${request.waybillNo} ${request.callbackUrl}`);
      return answers.shift() ?? happened(null);
    },
    readPush: () => ({
      news: done({ snapshots: [told], pickups: [], codNews: [] }),
      acknowledgement: 'ok',
    }),
  };
  workspace = await openTestWorkspace({ platforms: [platform] });
  account = await testAccount(workspace, { platform: 'scripted' });
  told = onTheWay(1);
  await followNumbers(workspace, [{ waybillNo, carrier: 'YTO', phoneTail: '' }]);
});
afterEach(() => workspace.close());

/** Its newest event so many hours ago. */
function onTheWay(hoursAgo: number): TrackingSnapshot {
  const at = workspace.clock.now() - hoursAgo * hour;
  const event = { at, text: `运输中 ${at}`, location: '', status: 'in-transit' as const, rawStatus: '2' };
  return { waybillNo, carrier: 'YTO', state: 'in-transit', exception: '', events: [event] };
}

async function setRelay(more: Partial<PushRelay> = {}): Promise<void> {
  const now = workspace.clock.now();
  const relay = {
    accountId: account.id,
    url: 'https://relay.example/m',
    callbackUrl: 'https://relay.example/p',
  };
  const kept = {
    sealedToken: '',
    place: '',
    askedAt: now,
    code: '',
    failures: 0,
    nextAt: now,
    createdAt: now,
  };
  await workspace.store.write((write) => write.pushes.putRelay({ ...relay, ...kept, ...more }));
}

const round = () => refreshTracking(workspace, { due: 'spread' });
const parcel = () => workspace.store.read.tracking.byWaybill(waybillNo);

async function rounds(hours: number): Promise<void> {
  for (let no = 0; no < hours; no++) {
    await workspace.clock.advance(hour);
    await round();
  }
}

describe('where a relay is set', () => {
  it('the platform is asked once to push, and the parcel only once a day to check', async () => {
    await setRelay();
    await round();
    expect(subscribed).toEqual([`${waybillNo} https://relay.example/p`]);
    // Of a number from elsewhere nothing was known yet.
    expect(asked).toHaveLength(1);
    await rounds(23);
    expect(asked).toHaveLength(1);
    await rounds(2);
    expect(asked).toHaveLength(2);
    expect(subscribed).toHaveLength(1);
    expect(await parcel()).toMatchObject({ askGroup: 'subscribed' });
  });

  it('a push puts the next check off', async () => {
    await setRelay();
    await round();
    await rounds(20);
    told = onTheWay(0);
    await takePush(workspace, { accountId: account.id, body: '', channel: 'relay' });
    await rounds(20);
    expect(asked).toHaveLength(1);
  });

  it('pushes for a merchant count for each of its accounts', async () => {
    const twin = await testAccount(workspace, { platform: 'scripted', name: 'twin' });
    told = onTheWay(0);
    const taken = await takePush(workspace, { accountId: twin.id, body: '', channel: 'relay' });
    expect(taken).toMatchObject({ value: { updated: 1 } });
    const other = await testAccount(workspace, { platform: 'scripted', name: 'other', merchantId: 'm2' });
    await workspace.clock.advance(hour);
    told = onTheWay(0);
    expect(await takePush(workspace, { accountId: other.id, body: '', channel: 'relay' })).toMatchObject({
      value: { updated: 0, ignored: 1 },
    });
  });

  it('a parcel is asked for again when the relay is lost', async () => {
    await setRelay();
    await round();
    await setRelay({ failures: 3, code: 'RELAY_REFUSED' });
    await rounds(1);
    expect(await parcel()).toMatchObject({ subscribedAt: null, askGroup: 'moving' });
    expect(asked).toHaveLength(2);
  });

  it('a parcel is asked for again when the platform had news that it did not push', async () => {
    await setRelay();
    await round();
    await rounds(25);
    told = onTheWay(5);
    await rounds(25);
    expect(await parcel()).toMatchObject({ subscribedAt: null });
    expect(asked.length).toBeGreaterThan(2);
  });

  it('a refusal is not repeated for hours, and one for the whole account asks about no other parcel', async () => {
    await followNumbers(workspace, [{ waybillNo: 'YT8962646785390', carrier: 'YTO', phoneTail: '' }]);
    answers.push(didNotHappen('CARRIER_PERMISSION', { reason: '' }));
    await setRelay();
    await round();
    expect(subscribed).toHaveLength(1);
    await rounds(3);
    // The other one has its turn; the refused one waits.
    expect(subscribed).toHaveLength(2);
    await rounds(4);
    expect(subscribed).toHaveLength(3);
  });
});

it('nobody is asked to push where no relay takes it in', async () => {
  await round();
  await rounds(4);
  expect(subscribed).toEqual([]);
});
