import { describe, expect, it } from 'vitest';
import type { BookingRequest, PlatformPorts } from '../../../../../electron/carriers/kit/carrierPlatform.ts';
import { practicePlatform } from '../../../../../electron/carriers/practice/practicePlatform.ts';
import { hourMs } from '../../../../../shared/rules/shopTime.ts';
import { sampleAccount, sampleBooking } from '../../../../doubles/workspace/sampleBooking.ts';

const account = sampleAccount();
let slept = 0;

function portsAt(now: number): PlatformPorts {
  return {
    http: {
      send: async () => {
        throw new Error('practice must not use the network');
      },
    },
    clock: {
      now: () => now,
      sleep: async (delayMs) => {
        slept += delayMs;
      },
    },
  };
}
const ports = portsAt(0);
const book = (change: Partial<BookingRequest>) =>
  practicePlatform.book(sampleBooking(change), account, ports);
const find = (change: Partial<BookingRequest>) =>
  practicePlatform.find(sampleBooking(change), account, ports);

describe('practice numbers', () => {
  it('are visibly for practice, fit a Code 128 label, and follow from the order code alone', async () => {
    const first = await book({});
    const again = await book({ remark: '别的备注' });
    if (!first.ok || !again.ok) throw new Error('not booked');
    expect(first.value.waybillNo).toMatch(/^TEST\d{14}$/);
    expect(again.value.waybillNo).toBe(first.value.waybillNo);
    expect(await find({})).toEqual(first);
  });

  it('are different for 20,000 order codes', async () => {
    const numbers = new Set<string>();
    for (let i = 0; i < 20_000; i += 1) {
      const booked = await book({ orderCode: `T${i}` });
      if (booked.ok) numbers.add(booked.value.waybillNo);
    }
    expect(numbers.size).toBe(20_000);
  });

  it('give one region one sort code, and every parcel its own number', async () => {
    const first = await book({ orderCode: 'A', parcelCount: 3 });
    const second = await book({ orderCode: 'B' });
    if (!first.ok || !second.ok) throw new Error('not booked');
    expect(first.value.sortCode).toMatch(/^\d{3}-\d{3}-\d{2} \d{3}$/);
    expect(second.value.sortCode).toBe(first.value.sortCode);
    expect(new Set([first.value.waybillNo, ...(first.value.childWaybillNos ?? [])]).size).toBe(3);
    expect(second.value).not.toHaveProperty('childWaybillNos');
  });
});

describe('practising faults', () => {
  it.each([
    ['refuse', 'CARRIER_REFUSED', 'did-not-happen', 'did-not-happen'],
    ['field', 'CARRIER_FIELD', 'did-not-happen', 'did-not-happen'],
    ['credentials', 'CARRIER_CREDENTIALS', 'did-not-happen', 'did-not-happen'],
    ['balance', 'CARRIER_BALANCE', 'did-not-happen', 'did-not-happen'],
    ['busy', 'CARRIER_BUSY', 'did-not-happen', 'did-not-happen'],
    ['down', 'NETWORK_REFUSED', 'did-not-happen', 'unknown'],
    ['timeout-lost', 'NETWORK_TIMEOUT', 'unknown', 'did-not-happen'],
    ['timeout-accepted', 'NETWORK_TIMEOUT', 'unknown', undefined],
  ])('#practice:%s answers %s', async (marker, code, certainty, later) => {
    const remark = `请轻放 #practice:${marker}`;
    expect(await book({ remark })).toMatchObject({ ok: false, code, certainty });
    const found = await find({ remark });
    expect(found.ok ? undefined : found.certainty).toBe(later);
  });

  it('reads a marker in the receiver address too, also after full-width typing', async () => {
    const { receiver } = sampleBooking();
    const marked = { ...receiver, detail: `${receiver.detail}＃practice：refuse` };
    expect(await book({ receiver: marked })).toMatchObject({ code: 'CARRIER_REFUSED' });
  });

  it('takes its time when asked to be slow, and ignores a marker it does not know', async () => {
    slept = 0;
    expect((await book({ remark: '#practice:slow' })).ok).toBe(true);
    expect(slept).toBe(5_000);
    expect((await book({ remark: '#practice:whatever' })).ok).toBe(true);
  });
});

describe('practice tracking', () => {
  const track = async (waybillNo: string, afterHours: number) => {
    const answer = await practicePlatform.track(
      { waybillNo, carrier: null, phoneTail: '', bookedAt: 0 },
      account,
      portsAt(afterHours * hourMs),
    );
    if (!answer.ok) throw new Error(answer.code);
    return answer.value;
  };

  it('moves on with the clock and never takes an event back', async () => {
    const states: string[] = [];
    let known = 0;
    for (let hour = 0; hour <= 96; hour += 1) {
      const { state, events } = await track('TEST00000000000003', hour);
      expect(events.length).toBeGreaterThanOrEqual(known);
      known = events.length;
      if (states.at(-1) !== state) states.push(state);
    }
    expect(states.slice(0, 5)).toEqual([
      'awaiting-collection',
      'collected',
      'in-transit',
      'destination',
      'delivering',
    ]);
  });

  it('signs for most parcels and lets a few go wrong', async () => {
    const ends = new Map<string, number>();
    for (let i = 0; i < 1_000; i += 1) {
      const { state } = await track(`TEST${String(i).padStart(14, '0')}`, 200);
      ends.set(state, (ends.get(state) ?? 0) + 1);
    }
    expect(ends.get('signed')).toBeGreaterThan(850);
    expect(ends.get('problem')).toBeGreaterThan(10);
    expect(ends.get('returned')).toBeGreaterThan(10);
  });

  it('knows nothing of a number that is not its own', async () => {
    const real = { waybillNo: '73610555582883', carrier: 'ZTO', phoneTail: '', bookedAt: 0 };
    expect(await practicePlatform.track(real, account, ports)).toMatchObject({ code: 'CARRIER_NOT_FOUND' });
    expect(await practicePlatform.recognise('73610555582883', account, ports)).toMatchObject({ value: [] });
  });
});
