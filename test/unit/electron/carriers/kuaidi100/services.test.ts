import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlatformAccount, PlatformPorts } from '../../../../../electron/carriers/kit/carrierPlatform.ts';
import { arrival } from '../../../../../electron/carriers/kuaidi100/arrival.ts';
import { book } from '../../../../../electron/carriers/kuaidi100/book.ts';
import { freight } from '../../../../../electron/carriers/kuaidi100/freight.ts';
import { subscribe } from '../../../../../electron/carriers/kuaidi100/push.ts';
import { track } from '../../../../../electron/carriers/kuaidi100/track.ts';
import { systemClock } from '../../../../../electron/platform/clock.ts';
import { nodeHttp } from '../../../../../electron/platform/nodeHttp.ts';
import { Kuaidi100Server, kuaidi100Keys } from '../../../../doubles/platforms/kuaidi100Server.ts';
import { sampleAccount, sampleBooking } from '../../../../doubles/workspace/sampleBooking.ts';

const server = new Kuaidi100Server();
const http = nodeHttp();
const ports: PlatformPorts = { http, clock: systemClock };
let account: PlatformAccount;

beforeAll(async () => {
  account = sampleAccount({
    merchantId: kuaidi100Keys.key,
    secret: kuaidi100Keys.secret,
    endpoint: await server.listen(),
    fields: { customer: kuaidi100Keys.customer, partnerId: 'K1', callbackUrl: 'https://shop.example/push' },
  });
});
afterAll(async () => {
  http.close();
  await server.close();
});

const { sender, receiver } = sampleBooking();
const way = { carrier: 'ZTO', sender, receiver };

async function bookedNo(orderCode: string): Promise<string> {
  const booked = await book(sampleBooking({ orderCode }), account, ports);
  if (!booked.ok) throw new Error(booked.code);
  return booked.value.waybillNo;
}

describe('the text of the QR code in a booking', () => {
  const texts = async (of: (number: string) => object) => {
    const next = String(server.ledger.lines.length + 1);
    const orderCode = `QR-${next}`;
    const number = await bookedNo(orderCode);
    // The same order again gives the same number.
    server.faults.add({ kind: 'patch', body: { data: of(number) }, times: 1 });
    const booked = await book(sampleBooking({ orderCode }), account, ports);
    return booked.ok ? [booked.value.waybillNo === number, booked.value.routeQrText] : booked.code;
  };
  const said = (number: string) => `MMM={'k1':'755W','k5':'${number}'}`;

  it('is SF’s own, in either field', async () => {
    for (const field of ['twoDimensionCode', 'qrCode'])
      expect(await texts((number) => ({ [field]: said(number) }))).toEqual([
        true,
        expect.stringMatching(/^MMM=\{'k1':'755W','k5':'\d+'\}$/),
      ]);
  });

  it('is left out where it is another’s or in no known form, and the booking stands', async () => {
    for (const odd of [
      said('SF9000000000009'),
      'https://p.kuaidi100.com/x',
      '深圳',
      ' ',
      null,
      [],
      'x'.repeat(9_000),
    ])
      expect(await texts(() => ({ qrCode: odd, twoDimensionCode: odd }))).toEqual([true, undefined]);
  });
});

describe("Kuaidi100's questions", () => {
  it('gives the cheapest product in fen, whatever type the price has', async () => {
    const asked = await freight({ ...way, weightGrams: 1_200 }, account, ports);
    expect(asked).toMatchObject({ ok: true, value: [{ carrier: 'ZTO', amountFen: 805 }] });
  });

  it('gives the arrival in UTC', async () => {
    const request = { ...way, waybillNo: '', sentAt: null, weightGrams: null, phoneTail: '' };
    const asked = await arrival(request, account, ports);
    expect(asked).toMatchObject({ ok: true, value: { expectedAt: Date.UTC(2026, 0, 5, 10) } });
  });

  it('asks nothing about a carrier the platform does not have', async () => {
    const before = server.requests.length;
    const foreign = { ...way, carrier: 'AMAZON', weightGrams: 1 };
    expect(await freight(foreign, account, ports)).toMatchObject({ code: 'CARRIER_NOT_OFFERED' });
    expect(server.requests).toHaveLength(before);
  });

  it('follows a number, calmly a second time, with a salt that every push is signed with', async () => {
    const request = {
      carrier: 'ZTO',
      waybillNo: '73610555582883',
      orderCode: '',
      phoneTail: '8000',
      callbackUrl: '',
    };
    expect((await subscribe(request, account, ports)).ok).toBe(true);
    expect((await subscribe(request, account, ports)).ok).toBe(true);
    const told = server.subscribed.get('73610555582883')?.parameters as Record<string, string>;
    expect(told).toMatchObject({ callbackurl: 'https://shop.example/push', phone: '8000' });
    expect(told.salt).toMatch(/^[0-9a-f]{32}$/);
    const nowhere = { ...account, fields: {} };
    expect(await subscribe(request, nowhere, ports)).toMatchObject({ code: 'CARRIER_FIELD_MISSING' });
  });

  it('tells a locked number, a foreign phone and a number without news apart', async () => {
    const waybillNo = await bookedNo('Q-1');
    const request = { waybillNo, carrier: 'ZTO', phoneTail: '8000', bookedAt: null };
    expect((await track(request, account, ports)).ok).toBe(true);
    expect(await track(request, account, ports)).toMatchObject({ code: 'CARRIER_NUMBER_LOCKED' });
    const other = { ...request, waybillNo: await bookedNo('Q-2'), phoneTail: '0000' };
    expect(await track(other, account, ports)).toMatchObject({ code: 'CARRIER_PHONE_NEEDED' });
    const young = { ...request, waybillNo: '73999999999999' };
    expect(await track(young, account, ports)).toMatchObject({
      ok: true,
      value: { state: 'none', events: [] },
    });
  });

  it('needs the customer id for a query, and says so before asking', async () => {
    const { customer: _customer, ...fields } = account.fields;
    const request = { waybillNo: '73610555582883', carrier: 'ZTO', phoneTail: '', bookedAt: null };
    expect(await track(request, { ...account, fields }, ports)).toMatchObject({
      code: 'CARRIER_FIELD_MISSING',
      params: { field: 'account.customer' },
    });
  });
});
