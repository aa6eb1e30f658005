import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { PlatformAccount, PlatformPorts } from '../../../../../electron/carriers/kit/carrierPlatform.ts';
import { endpointOf } from '../../../../../electron/carriers/sf/call.ts';
import { sfPlatform } from '../../../../../electron/carriers/sf/sfPlatform.ts';
import { systemClock } from '../../../../../electron/platform/clock.ts';
import { nodeHttp } from '../../../../../electron/platform/nodeHttp.ts';
import { SfServer, sfKeys } from '../../../../doubles/platforms/sfServer.ts';
import { sampleAccount, sampleBooking } from '../../../../doubles/workspace/sampleBooking.ts';

const server = new SfServer();
const http = nodeHttp();
const ports: PlatformPorts = { http, clock: systemClock };
let account: PlatformAccount;
let serial = 0;

beforeAll(async () => {
  account = sampleAccount({
    merchantId: sfKeys.partnerId,
    secret: sfKeys.checkword,
    endpoint: await server.listen(),
    fields: { monthlyCard: sfKeys.monthlyCard },
  });
});
afterEach(() => server.faults.clear());
afterAll(async () => {
  http.close();
  await server.close();
});

const order = (change: Parameters<typeof sampleBooking>[0] = {}) =>
  sampleBooking({ carrier: 'SF', orderCode: `SF-${++serial}`, ...change });
const book = (request = order(), by = account) => sfPlatform.book(request, by, ports);
const lastSent = () => server.requests.at(-1)!.data as Record<string, never>;
const patch = (msgData: object) =>
  server.faults.add({ kind: 'patch', body: { result: { msgData } }, times: 1 });

describe('booking with SF', () => {
  it('gives what the label needs', async () => {
    const booked = await book();
    expect(booked).toMatchObject({
      ok: true,
      value: {
        waybillNo: expect.stringMatching(/^SF1\d{12}$/),
        sortCode: '755WE-571A3',
        packageName: '755WE',
        machineSortCode: 'A12',
        originCode: '571',
        destinationCode: '755',
        platformRef: expect.stringMatching(/^00017/),
      },
    });
  });

  it('leaves the look-up to the next question where SF was slow to say that the order exists', async () => {
    const request = order();
    await book(request);
    // Each look at the clock finds 16 s gone.
    let nowMs = 0;
    const clock = { ...systemClock, now: () => (nowMs += 16_000) };
    const asked = server.requests.length;
    const again = await sfPlatform.book(request, account, { http, clock });
    expect(again).toMatchObject({ ok: false, certainty: 'unknown', code: 'CARRIER_EXISTS_UNSEEN' });
    expect(server.requests.length - asked).toBe(1);
    expect(await sfPlatform.find(request, account, ports)).toMatchObject({ ok: true });
  });

  it('tells parent, children and receipt apart', async () => {
    const request = order();
    patch({
      waybillNoInfoList: [
        { waybillType: 3, waybillNo: 'SF1000000000003' },
        { waybillType: 2, waybillNo: 'SF1000000000002' },
        { waybillType: 1, waybillNo: 'SF1000000000001' },
      ],
    });
    expect(await book(request)).toMatchObject({
      value: {
        waybillNo: 'SF1000000000001',
        childWaybillNos: ['SF1000000000002'],
        receiptWaybillNo: 'SF1000000000003',
      },
    });
  });

  it('gives the text of the QR code to the parcel whose number it holds, and to no other', async () => {
    const said = (number: string) => `MMM={'k1':'755W','k4':'T4','k5':'${number}','k7':'39bb4bd9'}`;
    const [mother, child, other] = ['SF1000000000001', 'SF1000000000002', 'SF1000000000003'];
    const waybillNoInfoList = [
      { waybillType: 1, waybillNo: mother },
      { waybillType: 2, waybillNo: child },
      { waybillType: 2, waybillNo: other },
    ];
    const label = (waybillNo: string, twoDimensionCode: unknown) => ({
      code: '1000',
      routeLabelData: { waybillNo, twoDimensionCode },
    });
    const textsOf = async (...routeLabelInfo: unknown[]) => {
      patch({ waybillNoInfoList, routeLabelInfo });
      const booked = await book(order({ parcelCount: 3 }));
      if (!booked.ok) throw new Error(booked.code);
      return [booked.value.routeQrText, booked.value.childRouteQrTexts];
    };
    expect(await textsOf(label(other, said(other)), label(mother, said(mother)))).toEqual([
      said(mother),
      [said(other)],
    ]);
    // SF says it of the mother alone, or of a parcel that is none of these.
    expect(await textsOf(label(mother, said(mother)))).toEqual([said(mother), undefined]);
    expect(await textsOf(label(mother, said('SF9000000000009')))).toEqual([undefined, undefined]);
    const long = `${'M'.repeat(300)}={'k5':'${mother}'}`;
    for (const odd of ['', null, 7, {}, 'https://sf.example/1', '深圳', said(''), long])
      expect(await textsOf(label(mother, odd)), JSON.stringify(odd)).toEqual([undefined, undefined]);
  });

  it('gives 306 children, and none is reported twice', async () => {
    const booked = await book(order({ parcelCount: 307 }));
    expect(booked.ok && new Set(booked.value.childWaybillNos).size).toBe(306);
    expect(await book(order({ parcelCount: 308 }))).toMatchObject({ code: 'CARRIER_FIELD_INVALID' });
  });

  it('looks a used code up, and gives its number', async () => {
    const request = order();
    const first = await book(request);
    const again = await book(request);
    expect(again.ok && first.ok && again.value.waybillNo === first.value.waybillNo).toBe(true);
    expect(server.requests.at(-1)?.service).toBe('EXP_RECE_SEARCH_ORDER_RESP');
  });

  it('charges the monthly card, unless the receiver pays', async () => {
    await book(order({ codAmountFen: 12_300, insuredValueFen: 50_000, weightGrams: 1_500 }));
    expect(lastSent()).toMatchObject({
      monthlyCard: sfKeys.monthlyCard,
      payMethod: 1,
      expressTypeId: 2,
      totalWeight: 1.5,
      serviceList: [
        { name: 'COD', value: '123.00' },
        { name: 'INSURE', value: '500.00' },
      ],
    });
    await book(order({ payment: 'receiver' }));
    expect(lastSent()).toMatchObject({ payMethod: 2 });
    expect(lastSent()).not.toHaveProperty('monthlyCard');
  });

  it('waits for people at SF, and takes their no', async () => {
    patch({ filterResult: 1, waybillNoInfoList: [] });
    expect(await book()).toMatchObject({ code: 'CARRIER_MANUAL_REVIEW', certainty: 'unknown' });
    patch({ filterResult: 3, waybillNoInfoList: [] });
    expect(await book()).toMatchObject({ code: 'CARRIER_OUT_OF_RANGE', certainty: 'did-not-happen' });
    patch({ filterResult: 3 });
    expect(await book()).toMatchObject({ code: 'CARRIER_REFUSAL_UNCLEAR', certainty: 'unknown' });
  });

  it('hears the same no for a code that SF has refused, however often and by whichever question', async () => {
    const { receiver } = sampleBooking();
    const request = order({ receiver: { ...receiver, detail: '永兴岛北京路 1 号' } });
    const no = { code: 'CARRIER_OUT_OF_RANGE', certainty: 'did-not-happen' };
    expect(await book(request)).toMatchObject(no);
    expect(await sfPlatform.find(request, account, ports)).toMatchObject(no);
    // The address mended, but under the code SF has kept.
    expect(await book({ ...request, receiver })).toMatchObject(no);
    expect(await book({ ...request, receiver, orderCode: `${request.orderCode}R2` })).toMatchObject({
      ok: true,
    });
  });

  it('tells prohibited goods and a wrong card apart', async () => {
    expect(await book(order({ goods: [{ name: '烟花', quantity: 1 }] }))).toMatchObject({
      code: 'CARRIER_PROHIBITED',
    });
    const wrongCard = { ...account, fields: { monthlyCard: '12345' } };
    expect(await book(order(), wrongCard)).toMatchObject({ code: 'CARRIER_ACCOUNT' });
  });

  it('refuses before sending what is for another carrier', async () => {
    const before = server.requests.length;
    expect(await book(order({ carrier: 'ZTO' }))).toMatchObject({ code: 'CARRIER_NOT_OFFERED' });
    expect(server.requests).toHaveLength(before);
  });

  it.each([
    ['a success with a fault code', { result: { errorCode: '8057' } }],
    ['a fault with the code of success', { result: { success: false } }],
  ])('believes neither half of %s', async (_what, body) => {
    server.faults.add({ kind: 'patch', body, times: 1 });
    expect(await book()).toMatchObject({
      code: 'CARRIER_BAD_REPLY',
      certainty: 'unknown',
      params: { reason: 'contradiction' },
    });
  });

  it.each(['', '{', '<html>', '{"success":true,"success":false}', '"x"', '[]', 'null'])(
    'does not believe a good gateway with %j behind it',
    async (apiResultData) => {
      const body = { apiResultCode: 'A1000', apiErrorMsg: '', apiResultData };
      server.faults.add({ kind: 'reply', body, times: 1 });
      expect(await book()).toMatchObject({ ok: false, certainty: 'unknown', code: 'CARRIER_BAD_REPLY' });
    },
  );

  it('takes the inner part as an object too', async () => {
    const request = order();
    const msgData = {
      orderId: request.orderCode,
      filterResult: 2,
      waybillNoInfoList: [{ waybillType: '1', waybillNo: 'SF1000000000009' }],
    };
    const apiResultData = { success: true, errorCode: 'S0000', msgData };
    server.faults.add({ kind: 'reply', body: { apiResultCode: 'A1000', apiResultData }, times: 1 });
    expect(await book(request)).toMatchObject({ ok: true, value: { waybillNo: 'SF1000000000009' } });
  });
});

describe('an order that SF may have', () => {
  it('is not there when SF says so, and unknown when the question fails', async () => {
    expect(await sfPlatform.find(order(), account, ports)).toMatchObject({
      code: 'CARRIER_NOT_FOUND',
      certainty: 'did-not-happen',
    });
    const wrong = { ...account, secret: 'canary-wrong' };
    expect(await sfPlatform.find(order(), wrong, ports)).toMatchObject({
      code: 'CARRIER_CREDENTIALS',
      certainty: 'unknown',
    });
  });

  it('is not cancelled for a number that is not its own', async () => {
    const request = order();
    await book(request);
    const { orderCode } = request;
    const voided = await sfPlatform.void(
      { orderCode, carrier: 'SF', waybillNo: 'SF1999999999999' },
      account,
      ports,
    );
    expect(voided).toMatchObject({ code: 'CARRIER_NOT_FOUND' });
    expect(server.ledger.ofOrder(orderCode)).toMatchObject([{ isCancelled: false }]);
  });

  it('signs every request again, under an id of its own', async () => {
    await book();
    await book();
    const ids = server.requests.map(({ form }) => form.get('requestID'));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids[0]).toMatch(/^[0-9a-f-]{36}$/);
  });
});

it('takes an endpoint with a path as it is, and a bare host with the usual path', () => {
  expect(endpointOf(null)).toBe('https://bspgw.sf-express.com/std/service');
  expect(endpointOf('https://sfapi-sbox.sf-express.com/')).toBe(
    'https://sfapi-sbox.sf-express.com/std/service',
  );
  expect(endpointOf('http://127.0.0.1:9/gateway')).toBe('http://127.0.0.1:9/gateway');
});
