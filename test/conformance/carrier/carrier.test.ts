import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPlatform, platforms } from '../../../electron/carriers/index.ts';
import type { CarrierPlatform, PlatformReply } from '../../../electron/carriers/kit/carrierPlatform.ts';
import type { Booking } from '../../../shared/domain/shipment.ts';
import { describeError } from '../../../shared/text/describeError.ts';
import { sampleBooking } from '../../doubles/workspace/sampleBooking.ts';
import type { CarrierBench, Trouble } from './carrierHarness.ts';
import { harnesses } from './harnesses.ts';

/** Replies that leave open whether the waybill exists; in each of these the double has booked it. */
const bookedButUnreadable: readonly Trouble[] = [
  'reply-lost',
  'silence',
  'html',
  'empty',
  'cut',
  'wrong-encoding',
  'giant',
  'deep',
  'compressed',
  'server-error',
  'wrong-order',
  'number-missing',
];

let serial = 0;

it('has a bench for every platform in the list', () => {
  expect(harnesses.map(({ platformId }) => platformId).sort()).toEqual(
    platforms.map(({ manifest }) => manifest.id).sort(),
  );
  expect(findPlatform('no-such-platform')).toBeNull();
});

describe.each(harnesses)('$platformId', (harness) => {
  const platform = findPlatform(harness.platformId) as CarrierPlatform;
  const { manifest } = platform;
  function freshOrder() {
    serial += 1;
    const orderCode = `CONF-${String(serial).padStart(5, '0')}`;
    return sampleBooking({ orderCode, carrier: harness.carrier });
  }
  let bench: CarrierBench;
  const replies: PlatformReply<unknown>[] = [];

  beforeAll(async () => {
    bench = await harness.open();
  });
  afterAll(() => bench.close());

  async function bookWith(trouble: Trouble) {
    const call = bench.arm(trouble, freshOrder());
    const reply = await platform.book(call.request, call.account, bench.ports);
    replies.push(reply);
    return { ...call, reply };
  }
  /** Registers a test only where the platform can have that trouble at all. */
  const has = (trouble: Trouble) => (promise: string, body: () => Promise<void>) => {
    if (harness.troubles.includes(trouble)) it(promise, body);
  };
  const ifTrue = (condition: boolean) => (promise: string, body: () => Promise<void>) => {
    if (condition) it(promise, body);
  };

  it('has a sound manifest', () => {
    expect(manifest.id).toMatch(/^[a-z0-9]+$/);
    expect(manifest.name['zh-CN'] && manifest.name.en).toBeTruthy();
    expect(new Set(manifest.capabilities).size).toBe(manifest.capabilities.length);
    for (const capability of manifest.capabilities) expect(platform[capability]).toBeTypeOf('function');
    expect(manifest.ratePerSecond.book).toBeGreaterThan(0);
    expect(manifest.concurrency).toBeGreaterThan(0);
    expect(manifest.orderCodeMaxLength).toBeGreaterThanOrEqual(20);
    const keys = manifest.accountFields.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('books an order, with everything a label needs', async () => {
    const request = freshOrder();
    const booked = await platform.book(request, bench.account, bench.ports);
    if (!booked.ok) throw new Error(booked.code);
    expect(booked.value.waybillNo).toMatch(/^[A-Z0-9-]{8,30}$/);
    expect(booked.value.sortCode).not.toBe('');
    expect(booked.value.packageName).not.toBe('');
    const ledger = bench.waybillsOf(request.orderCode);
    if (ledger !== null) expect(ledger).toEqual([booked.value.waybillNo]);
  });

  it('gives the numbers of all parcels of one order', async () => {
    const booked = await platform.book({ ...freshOrder(), parcelCount: 3 }, bench.account, bench.ports);
    expect(booked.ok && booked.value.childWaybillNos).toHaveLength(2);
  });

  ifTrue(manifest.repeatClass === 'same-reference-safe')(
    'sent twice, an order still has one waybill, and the second request is the first byte for byte',
    async () => {
      const request = freshOrder();
      const first = await platform.book(request, bench.account, bench.ports);
      const second = await platform.book(request, bench.account, bench.ports);
      const found = await platform.find(request, bench.account, bench.ports);
      if (!first.ok) throw new Error(first.code);
      expect(second.ok && second.value.waybillNo).toBe(first.value.waybillNo);
      expect(found.ok && found.value.waybillNo).toBe(first.value.waybillNo);
      expect(bench.waybillsOf(request.orderCode)?.length ?? 1).toBe(1);
      const mine = bench.sentBodies().filter((body) => body.includes(request.orderCode));
      expect(new Set(mine).size).toBeLessThanOrEqual(1);
    },
  );

  it('gives each of 50 orders booked at once its own waybill', async () => {
    const requests = Array.from({ length: 50 }, freshOrder);
    const booked = await Promise.all(
      requests.map((request) => platform.book(request, bench.account, bench.ports)),
    );
    const numbers = booked.map((reply) => (reply.ok ? reply.value.waybillNo : reply.code));
    expect(new Set(numbers).size).toBe(50);
    requests.forEach((request, index) => {
      const ledger = bench.waybillsOf(request.orderCode);
      if (ledger !== null) expect(ledger).toEqual([numbers[index]]);
    });
  });

  has('down')('says that nothing was booked when it cannot be reached', async () => {
    const { reply } = await bookWith('down');
    expect(reply).toMatchObject({ ok: false, code: 'NETWORK_REFUSED', certainty: 'did-not-happen' });
  });

  has('down')('says that it does not know when it cannot be reached to ask', async () => {
    const call = bench.arm('down', freshOrder());
    const found = await platform.find(call.request, call.account, bench.ports);
    expect(found).toMatchObject({ ok: false, certainty: 'unknown' });
  });

  for (const trouble of bookedButUnreadable) {
    has(trouble)(`${trouble}: is not sure after booking, finds the one waybill on asking`, async () => {
      const { request, account, reply } = await bookWith(trouble);
      expect(reply).toMatchObject({ ok: false, certainty: 'unknown' });
      const found = await platform.find(request, account, bench.ports);
      if (!found.ok) throw new Error(found.code);
      const ledger = bench.waybillsOf(request.orderCode);
      if (ledger !== null) expect(ledger).toEqual([found.value.waybillNo]);
    });
  }

  has('request-lost')('is not sure after a reset, and never ends with two waybills', async () => {
    const { request, account, reply } = await bookWith('request-lost');
    expect(reply).toMatchObject({ ok: false, certainty: 'unknown' });
    expect(bench.waybillsOf(request.orderCode) ?? []).toEqual([]);
    const found = await platform.find(request, account, bench.ports);
    expect(found.ok || found.certainty === 'did-not-happen').toBe(true);
    // Where asking is not sending again, a sure no lets the order be booked.
    if (!found.ok) await platform.book(request, account, bench.ports);
    expect(bench.waybillsOf(request.orderCode)?.length ?? 1).toBe(1);
  });

  has('wrong-order')("refuses a reply with another order's code", async () => {
    expect((await bookWith('wrong-order')).reply).toMatchObject({ code: 'CARRIER_WRONG_REPLY' });
  });

  for (const trouble of ['html', 'empty', 'cut', 'wrong-encoding', 'deep', 'number-missing'] as const) {
    has(trouble)(`${trouble}: calls the reply unreadable`, async () => {
      expect((await bookWith(trouble)).reply).toMatchObject({ code: 'CARRIER_BAD_REPLY' });
    });
  }

  has('system-error')('does not take a system error of the other side for a refusal', async () => {
    expect((await bookWith('system-error')).reply).toMatchObject({ ok: false, certainty: 'unknown' });
  });

  has('refused')('says certainly no when the carrier refuses, and says why', async () => {
    const { request, account, reply } = await bookWith('refused');
    expect(reply).toMatchObject({ ok: false, code: 'CARRIER_REFUSED', certainty: 'did-not-happen' });
    expect(reply.ok ? '' : String(reply.params?.reason)).toMatch(/派送/);
    const again = bench.arm('refused', request);
    expect(await platform.find(again.request, account, bench.ports)).toMatchObject({
      ok: false,
      certainty: 'did-not-happen',
    });
  });

  has('too-many')('was not booked when asked too often, and knows how long to wait', async () => {
    const { reply } = await bookWith('too-many');
    expect(reply).toMatchObject({
      code: 'CARRIER_BUSY',
      certainty: 'did-not-happen',
      params: { waitSeconds: 7 },
    });
  });

  has('forbidden')(
    'was not booked when forbidden; asked for an earlier booking it does not know',
    async () => {
      const { request, reply } = await bookWith('forbidden');
      expect(reply).toMatchObject({ code: 'CARRIER_CREDENTIALS', certainty: 'did-not-happen' });
      const again = bench.arm('forbidden', request);
      expect(await platform.find(again.request, again.account, bench.ports)).toMatchObject({
        code: 'CARRIER_CREDENTIALS',
        certainty: 'unknown',
      });
    },
  );

  has('extra-fields')('does not mind fields it has never heard of', async () => {
    expect((await bookWith('extra-fields')).reply.ok).toBe(true);
  });

  ifTrue(!manifest.isEmbedded)('says that the credentials are wrong, and books nothing', async () => {
    const wrong = bench.wrongAccount;
    if (wrong === null) throw new Error('a platform with credentials needs a wrong account');
    const request = freshOrder();
    const refused = {
      booked: await platform.book(request, wrong, bench.ports),
      tested: await platform.test(wrong, bench.ports),
      tracked: await platform.track(
        { waybillNo: '73610555582883', carrier: harness.carrier, phoneTail: '8000', bookedAt: null },
        wrong,
        bench.ports,
      ),
    };
    for (const reply of Object.values(refused)) {
      replies.push(reply);
      expect(reply).toMatchObject({ code: 'CARRIER_CREDENTIALS', certainty: 'did-not-happen' });
    }
    expect(bench.waybillsOf(request.orderCode)).toEqual([]);
  });

  it('proves a good account with a harmless call', async () => {
    expect(await platform.test(bench.account, bench.ports)).toMatchObject({ ok: true, value: null });
  });

  it('tells an over-long and a missing field before anything is sent', async () => {
    const before = bench.sentBodies().length;
    const { receiver } = sampleBooking();
    const long = { ...freshOrder(), receiver: { ...receiver, detail: '长'.repeat(101) } };
    const nameless = { ...freshOrder(), receiver: { ...receiver, name: '' } };
    expect(platform.check(long, bench.account)).toMatchObject({
      code: 'CARRIER_FIELD_TOO_LONG',
      params: { field: 'receiver.detail', limit: 100 },
    });
    for (const request of [long, nameless]) {
      const reply = await platform.book(request, bench.account, bench.ports);
      replies.push(reply);
      expect(reply).toMatchObject({ ok: false, certainty: 'did-not-happen' });
    }
    expect(bench.sentBodies()).toHaveLength(before);
  });

  it('books text full of marks, signs and rare characters', async () => {
    const { receiver } = sampleBooking();
    const request = {
      ...freshOrder(),
      receiver: { ...receiver, name: '𠮷野"O\'Neil"', detail: `A&B座<3#>5%+1\\2\n室` },
      goods: [{ name: '#1 "杯" & <碗>', quantity: 1 }],
      remark: '轻放+防潮 100%',
    };
    const booked = await platform.book(request, bench.account, bench.ports);
    expect(booked.ok ? '' : booked.code).toBe('');
  });

  it('cancels a booking, and stays calm when it was cancelled before', async () => {
    const request = freshOrder();
    const booked = await platform.book(request, bench.account, bench.ports);
    if (!booked.ok) throw new Error(booked.code);
    const { orderCode, carrier } = request;
    const { waybillNo, platformRef } = booked.value;
    const voiding = { orderCode, carrier, waybillNo, platformRef };
    expect((await platform.void(voiding, bench.account, bench.ports)).ok).toBe(true);
    expect((await platform.void(voiding, bench.account, bench.ports)).ok).toBe(true);
    const foreign = { ...voiding, waybillNo: 'TEST00000000000000' };
    expect(await platform.void(foreign, bench.account, bench.ports)).toMatchObject({
      code: 'CARRIER_NOT_FOUND',
      certainty: 'did-not-happen',
    });
  });

  async function booking(): Promise<Booking> {
    const booked = await platform.book(freshOrder(), bench.account, bench.ports);
    if (!booked.ok) throw new Error(booked.code);
    return booked.value;
  }

  it.each([harness.carrier, null])(
    'tracks a parcel with carrier %s, oldest event first, each once',
    async (carrier) => {
      const { waybillNo } = await booking();
      const bookedAt = bench.ports.clock.now() - 40 * 3_600_000;
      const tracked = await platform.track(
        { waybillNo, carrier, phoneTail: '8000', bookedAt },
        bench.account,
        bench.ports,
      );
      if (!tracked.ok) throw new Error(tracked.code);
      const { events, state } = tracked.value;
      expect(tracked.value.waybillNo).toBe(waybillNo);
      expect(events.length).toBeGreaterThanOrEqual(3);
      expect(state).not.toBe('none');
      expect(new Set(events.map(({ at, text }) => `${at}${text}`)).size).toBe(events.length);
      for (let i = 1; i < events.length; i += 1) {
        expect(events[i]!.at).toBeGreaterThanOrEqual(events[i - 1]!.at);
      }
    },
  );

  it('recognises its own number', async () => {
    const { waybillNo } = await booking();
    const recognised = await platform.recognise(waybillNo, bench.account, bench.ports);
    expect(recognised.ok && recognised.value.length).toBe(1);
    const unknown = await platform.recognise('5685685685685685', bench.account, bench.ports);
    expect(unknown).toMatchObject({ ok: true, value: [] });
  });

  it('shows no name, number, address or secret in any failure, and fills every place of its text', async () => {
    for (const trouble of harness.troubles) await bookWith(trouble);
    const { sender, receiver } = sampleBooking();
    const canaries = [sender, receiver].flatMap(({ name, phone, town, detail }) => [
      name,
      phone,
      town,
      detail,
    ]);
    const secrets = [bench.account.secret, ...Object.values(bench.account.fields), 'canary'];
    const failures = replies.filter((reply) => !reply.ok);
    expect(failures.length).toBeGreaterThanOrEqual(harness.troubles.length - 1);
    for (const reply of failures) {
      const said = [JSON.stringify(reply)];
      for (const language of ['zh-CN', 'en'] as const) {
        const { says, next } = describeError(reply.code, reply.params, language);
        expect(says + next).not.toMatch(/\{\w+\}/);
        said.push(says, next);
      }
      for (const text of [...canaries, ...secrets].filter((canary) => canary !== '')) {
        expect(said.join('\n')).not.toContain(text);
      }
    }
  });
});
