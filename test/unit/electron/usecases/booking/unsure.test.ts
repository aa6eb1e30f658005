import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '../../../../../electron/store/schema.ts';
import { bookShipment } from '../../../../../electron/usecases/booking/book.ts';
import { readCall, readCalls } from '../../../../../electron/usecases/booking/calls.ts';
import { planBookings } from '../../../../../electron/usecases/booking/plan.ts';
import { readBookingSummary, readUnshipped } from '../../../../../electron/usecases/booking/summary.ts';
import { answerNotThere, askUnsureNow, readUnsure } from '../../../../../electron/usecases/booking/unsure.ts';
import { recoverWork } from '../../../../../electron/usecases/workspace/recover.ts';
import { supportText } from '../../../../../electron/usecases/workspace/supportText.ts';
import { happened, unknownOutcome } from '../../../../../shared/errors/outcome.ts';
import { dayMs } from '../../../../../shared/rules/shopTime.ts';
import {
  bookingNo,
  type ScriptedPlatform,
  scriptedPlatform,
} from '../../../../doubles/platforms/scriptedPlatform.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';

let workspace: TestWorkspace;
let platform: ScriptedPlatform;
let account: Account;
const window = { offset: 0, limit: 20 };
const lost = unknownOutcome('NETWORK_TIMEOUT', { host: 'api.example.com' });

beforeEach(async () => {
  platform = scriptedPlatform();
  workspace = await openTestWorkspace({ platforms: [platform] });
  account = await testAccount(workspace, { platform: 'scripted', merchantId: 'merchant-0042' });
});
afterEach(() => workspace.close());

async function workDue() {
  const now = workspace.clock.now();
  const jobs = await workspace.store.write((write) => write.jobs.claim(['book', 'find'], 100, now));
  for (const job of jobs) await bookShipment(workspace, job);
}

async function planOne() {
  await workspace.store.write((write) => write.orders.insertMany([sampleOrder(0)]));
  await planBookings(workspace, {
    orderIds: [sampleOrder(0).id],
    accountId: account.id,
    carrier: 'ZTO',
    printerUri: null,
  });
  await workDue();
}

/** Until the machine has asked as often as it should. */
async function askedInVain() {
  platform.next.push(...Array.from({ length: 7 }, () => lost));
  await planOne();
  for (const delayMs of [4_000, 10_000, 30_000, 120_000, 600_000, 3_600_000]) {
    await workspace.clock.advance(delayMs);
    await workDue();
  }
}

describe('a booking whose outcome is not known', () => {
  it('stays a person’s turn after the program was opened anew, where asking again fixes nothing', async () => {
    platform.next.push(unknownOutcome('CARRIER_NUMBER_MISSING', { orderCode: 'T1' }));
    await planOne();
    await recoverWork(workspace);
    expect((await readUnsure(workspace, window)).rows).toMatchObject([
      { errorCode: 'CARRIER_NUMBER_MISSING', nextAskAt: null },
    ]);
  });

  it('keeps the reason why it is not known when a later question of the platform fails', async () => {
    platform.next.push(lost, unknownOutcome('NETWORK_UNREACHABLE', { host: 'api.example.com' }));
    await planOne();
    await workspace.clock.advance(4_000);
    await workDue();
    expect((await readUnsure(workspace, window)).rows).toMatchObject([
      { errorCode: 'NETWORK_TIMEOUT', questions: 1 },
    ]);
  });

  it('is shown with what is known and when it is asked next', async () => {
    platform.next.push(lost);
    await planOne();
    expect(await readUnsure(workspace, window)).toMatchObject({
      total: 1,
      rows: [
        {
          orderNo: sampleOrder(0).orderNo,
          errorCode: 'NETWORK_TIMEOUT',
          questions: 0,
          nextAskAt: workspace.clock.now() + 4_000,
          maySendAgain: true,
        },
      ],
    });
    expect(await readBookingSummary(workspace)).toMatchObject({ unsureForPerson: 0 });
  });

  it('comes to a person after six questions, and Today says so', async () => {
    await askedInVain();
    expect(await readUnsure(workspace, window)).toMatchObject({
      total: 1,
      rows: [{ questions: 6, nextAskAt: null }],
    });
    expect(await readBookingSummary(workspace)).toMatchObject({ unsureForPerson: 1 });
  });

  it('is asked for again when a person says so', async () => {
    await askedInVain();
    expect(await askUnsureNow(workspace, [sampleOrder(0).id])).toBe(1);
    await workspace.clock.advance(60_000);
    platform.next.push(happened(bookingNo('73000000000042')));
    await workDue();
    expect(platform.calls.at(-1)?.kind).toBe('find');
    expect(await workspace.store.read.orders.byId(sampleOrder(0).id)).toMatchObject({ state: 'booked' });
  });

  it('is sent again under the same code, byte for byte, when a person saw that nothing is there', async () => {
    await askedInVain();
    await workspace.clock.advance(60_000);
    expect(await answerNotThere(workspace, sampleOrder(0).id, '后台查过，没有')).toEqual({
      ok: true,
      value: 1,
    });
    await workDue();
    const sent = platform.calls.filter(({ kind }) => kind === 'book');
    expect(sent).toHaveLength(2);
    expect(new Set(sent.map(({ request }) => JSON.stringify(request))).size).toBe(1);
    const history = await workspace.store.read.history.ofOrder(sampleOrder(0).id);
    expect(history.find(({ kind }) => kind === 'not-there')).toMatchObject({ note: '后台查过，没有' });
  });

  it('is never sent again on a person’s word where a repeated code could make a second waybill', async () => {
    const risky = {
      ...platform,
      manifest: { ...platform.manifest, id: 'risky', repeatClass: 'neither' as const },
    };
    const other = await openTestWorkspace({ platforms: [risky] });
    const there = await testAccount(other, { platform: 'risky' });
    await other.store.write((write) => write.orders.insertMany([sampleOrder(0)]));
    const request = { orderIds: [sampleOrder(0).id], accountId: there.id, carrier: 'ZTO', printerUri: null };
    await planBookings(other, request);
    platform.next.push(lost);
    const now = other.clock.now();
    const [job] = await other.store.write((write) => write.jobs.claim(['book'], 1, now));
    await bookShipment(other, job!);
    expect(await answerNotThere(other, sampleOrder(0).id, 'no')).toMatchObject({
      code: 'UNSURE_NEEDS_NUMBER',
    });
    await other.close();
  });

  it('cannot be answered once it is settled', async () => {
    await planOne();
    expect(await answerNotThere(workspace, sampleOrder(0).id, 'x')).toMatchObject({ code: 'UNSURE_SETTLED' });
  });
});

describe('the log of calls', () => {
  it('is found by order, waybill, order code, error code and platform code', async () => {
    platform.next.push(lost, {
      ...happened(bookingNo('73000000000042')),
      note: { platformCode: '106', requestId: 'req-7' },
    });
    await planOne();
    await workspace.clock.advance(4_000);
    await workDue();
    const found = async (search: string) => (await readCalls(workspace, { search }, window)).length;
    for (const search of [sampleOrder(0).orderNo, '73000000000042']) expect(await found(search)).toBe(2);
    for (const search of ['NETWORK_TIMEOUT', '106', 'req-7']) expect(await found(search)).toBe(1);
    expect(await found('7300000000004')).toBe(0);
    expect(await readCalls(workspace, { isFailedOnly: true }, window)).toHaveLength(1);
    expect(await readCalls(workspace, { interfaceName: 'find' }, window)).toMatchObject([
      { attempt: 1, platformCode: '106', orderNo: sampleOrder(0).orderNo },
    ]);
  });

  it('gives support a text with the whole chain and no secret, name, phone or address', async () => {
    platform.next.push(lost);
    await planOne();
    const [call] = await readCalls(workspace, {}, window);
    expect(await readCall(workspace, call!.id)).toMatchObject({
      ok: true,
      value: { request: { carrier: 'ZTO' } },
    });
    for (const language of ['zh-CN', 'en'] as const) {
      const text = await supportText(workspace, call!.id, language);
      if (!text.ok) throw new Error(text.code);
      expect(text.value).toContain(sampleOrder(0).orderNo);
      expect(text.value).toContain('NETWORK_TIMEOUT');
      const order = sampleOrder(0);
      for (const hidden of [order.receiverName, order.receiverPhone, order.detail, 's3cret', 'merchant-0042'])
        expect(text.value).not.toContain(hidden);
    }
    expect(await supportText(workspace, 'none', 'en')).toMatchObject({ code: 'CALL_NOT_FOUND' });
  });
});

describe('numbers whose parcel was never handed over', () => {
  it('are listed by age with the days left for a refund, until the parcel is on its way', async () => {
    await planOne();
    expect((await readUnshipped(workspace, window)).total).toBe(0);
    await workspace.clock.advance(4 * dayMs);
    const report = await readUnshipped(workspace, window);
    expect(report).toMatchObject({
      total: 1,
      days: 3,
      byAge: [{ days: 4, total: 1 }],
      rows: [{ ageDays: 4, refundDaysLeft: 3, isPrinted: false }],
    });
    expect((await readUnshipped(workspace, { ...window, days: 5 })).total).toBe(0);
    const order = await workspace.store.read.orders.byId(sampleOrder(0).id);
    await workspace.store.write((write) => write.orders.move(order!, 'in-transit'));
    expect((await readUnshipped(workspace, window)).total).toBe(0);
  });
});
