import { describe, expect, it } from 'vitest';
import { kdniaoPlatform } from '../../../../../electron/carriers/kdniao/kdniaoPlatform.ts';
import type { PlatformPorts, TrackRequest } from '../../../../../electron/carriers/kit/carrierPlatform.ts';
import { systemClock } from '../../../../../electron/platform/clock.ts';
import type { HttpRequest } from '../../../../../electron/platform/http.ts';
import { happened } from '../../../../../shared/errors/outcome.ts';
import { sampleAccount, sampleBooking } from '../../../../doubles/workspace/sampleBooking.ts';

const sent: HttpRequest[] = [];

function answering(body: unknown): PlatformPorts {
  return {
    http: {
      send: async (request) => {
        sent.push(request);
        return happened({ status: 200, headers: {}, body: new TextEncoder().encode(JSON.stringify(body)) });
      },
    },
    clock: systemClock,
  };
}

const request = sampleBooking();
const account = sampleAccount();
const book = (body: unknown) => kdniaoPlatform.book(request, account, answering(body));
const order = { OrderCode: request.orderCode, LogisticCode: '73610555582883' };

describe('what a reply to a booking means', () => {
  it('is booked by the shortest reply that names the number', async () => {
    expect(await book({ Success: true, ResultCode: '100', Order: order })).toEqual({
      ok: true,
      certainty: 'happened',
      value: {
        waybillNo: '73610555582883',
        sortCode: '',
        packageCode: '',
        packageName: '',
        originName: '',
        destinationName: '',
        platformRef: '',
        templateHtml: '',
      },
      note: { platformCode: '100', requestId: '' },
    });
  });

  it('reads every field the label needs, and keeps the template as it came', async () => {
    const reply = await book({
      EBusinessID: 'test1234567',
      UniquerRequestNumber: '5e66486b-8fbc-4131-b875-9b13d2ad1354',
      Success: 'true',
      ResultCode: 100,
      Reason: null,
      Order: {
        ...order,
        ShipperCode: 'ZTO',
        KDNOrderCode: 'KDN2601010001',
        MarkDestination: '342-081-00 052',
        OriginName: '杭州',
        DestinatioName: '南山一部',
        PackageCode: 755900,
        PackageName: '深圳集',
        SortingCode: { odd: 'object' },
      },
      PrintTemplate: '<html><div>73610555582883</div></html>',
      SubCount: 2,
      SubOrders: ['73610555582884', '73610555582885'],
    });
    expect(reply).toMatchObject({
      value: {
        waybillNo: '73610555582883',
        childWaybillNos: ['73610555582884', '73610555582885'],
        sortCode: '342-081-00 052',
        packageCode: '755900',
        packageName: '深圳集',
        originName: '杭州',
        destinationName: '南山一部',
        platformRef: 'KDN2601010001',
        templateHtml: '<html><div>73610555582883</div></html>',
      },
      note: { platformCode: '100', requestId: '5e66486b-8fbc-4131-b875-9b13d2ad1354' },
    });
  });

  it.each([['["A123456","A123457"]'], ['A123456,A123457'], [['A123456', 'A123457']]])(
    'reads child numbers written as %j',
    async (SubOrders) => {
      const reply = await book({ Success: true, ResultCode: '100', Order: order, SubOrders });
      expect(reply.ok && reply.value.childWaybillNos).toEqual(['A123456', 'A123457']);
    },
  );

  it('is booked when the platform says it was booked before and names the number', async () => {
    for (const Success of [true, false]) {
      expect((await book({ Success, ResultCode: '106', Reason: '已下单', Order: order })).ok).toBe(true);
    }
    const old = { Success: false, ResultCode: '105', Reason: '订单号已存在,请勿重复操作' };
    expect((await book({ ...old, Order: order })).ok).toBe(true);
    expect(await book(old)).toMatchObject({ code: 'CARRIER_NUMBER_MISSING', certainty: 'unknown' });
  });

  it.each([
    ['booked before, number not given', { Success: true, ResultCode: '106' }, 'CARRIER_NUMBER_MISSING'],
    [
      'booked before with another carrier',
      { Success: true, ResultCode: '106', Order: { ...order, ShipperCode: 'SF' } },
      'CARRIER_WRONG_REPLY',
    ],
    [
      'booked just now, as it says with another carrier',
      { Success: true, ResultCode: '100', Order: { ...order, ShipperCode: 'SF' } },
      'CARRIER_WRONG_REPLY',
    ],
    ['booked, number not given', { Success: true, ResultCode: '100', Order: null }, 'CARRIER_BAD_REPLY'],
    [
      'a number no barcode can carry',
      { Success: true, ResultCode: '100', Order: { ...order, LogisticCode: '<b>' } },
      'CARRIER_BAD_REPLY',
    ],
    [
      'a number that lost its last digits on the way',
      { Success: true, ResultCode: '100', Order: { ...order, LogisticCode: 1e22 } },
      'CARRIER_BAD_REPLY',
    ],
    ['success and failure in one', { Success: false, ResultCode: '100', Order: order }, 'CARRIER_BAD_REPLY'],
    [
      'failure code and success in one',
      { Success: true, ResultCode: '105', Order: order },
      'CARRIER_BAD_REPLY',
    ],
    ['no object at all', [1, 2], 'CARRIER_BAD_REPLY'],
    ['an empty object', {}, 'CARRIER_REFUSAL_UNCLEAR'],
  ])('is left open: %s', async (_case, body, code) => {
    expect(await book(body)).toMatchObject({ ok: false, code, certainty: 'unknown' });
  });

  it('asks again with the very bytes of the first time, and trusts only a refusal of the content', async () => {
    sent.length = 0;
    const find = (body: unknown) => kdniaoPlatform.find(request, account, answering(body));
    await book({ Success: true, ResultCode: '100', Order: order });
    const refusal = (ResultCode: string, Reason: string) => ({ Success: false, ResultCode, Reason });
    const answers = [
      [await find(refusal('105', '收件地址超出派送范围')), 'did-not-happen'],
      [await find(refusal('103', '参数格式错误')), 'did-not-happen'],
      [await find(refusal('102', '签名错误')), 'unknown'],
      [await find(refusal('104', '账户停用')), 'unknown'],
      [await find(refusal('105', '单号余额不足')), 'unknown'],
      [await find(refusal('105', '系统异常')), 'unknown'],
      [await find(refusal('105', '请求频率过快，QPS超限')), 'unknown'],
      [await find(refusal('105', '客户号或密码错误')), 'unknown'],
    ] as const;
    for (const [answer, certainty] of answers) expect(answer).toMatchObject({ ok: false, certainty });
    expect(new Set(sent.map(({ body }) => body)).size).toBe(1);
  });

  it('does not take an account that no longer passes the check for proof that nothing was booked', async () => {
    const changed = sampleAccount({ fields: { CustomArea: '长'.repeat(501) } });
    expect(await kdniaoPlatform.find(request, changed, answering({}))).toMatchObject({
      code: 'CARRIER_FIELD_TOO_LONG',
      certainty: 'unknown',
    });
  });
});

describe('what a reply to a tracking query means', () => {
  const query: TrackRequest = {
    waybillNo: '73610555582883',
    carrier: 'ZTO',
    phoneTail: '8000',
    bookedAt: null,
  };
  const track = (body: unknown, change: Partial<TrackRequest> = {}, fields: Record<string, string> = {}) =>
    kdniaoPlatform.track({ ...query, ...change }, sampleAccount({ fields }), answering(body));
  const lastForm = () => new URLSearchParams(sent.at(-1)?.body);

  it.each([
    [{ Success: false, State: '0', Traces: [], Reason: null }],
    [{ Success: false, State: 0, Traces: [], Reason: '暂无轨迹信息' }],
    [{ Success: 'false', State: '0', Reason: '此单无物流信息', ResultCode: '105' }],
    [{ Success: true, State: '0', Traces: null }],
  ])('%j: not moved yet, and no error', async (body) => {
    expect(await track({ LogisticCode: query.waybillNo, ...body })).toMatchObject({
      ok: true,
      value: { state: 'none', events: [], exception: '', carrier: 'ZTO' },
    });
  });

  it('believes the finer code, and names what is wrong', async () => {
    const Traces = [{ AcceptTime: '2026-01-02 09:00:00', AcceptStation: '地址不详', Action: '420' }];
    expect(await track({ Success: true, State: '4', StateEx: '420', Traces })).toMatchObject({
      value: { state: 'problem', exception: 'address-incomplete' },
    });
    expect(await track({ Success: true, State: '3', StateEx: '0', Traces })).toMatchObject({
      value: { state: 'signed', exception: '' },
    });
  });

  it('refuses the traces of another parcel', async () => {
    const body = { Success: true, LogisticCode: '73000000000000', State: '3', Traces: [] };
    expect(await track(body)).toMatchObject({ code: 'TRACK_OTHER_NUMBER', certainty: 'did-not-happen' });
  });

  it('says when the quota of the day is used up', async () => {
    expect(await track({ Success: false, ResultCode: '405', Reason: '超出' })).toMatchObject({
      code: 'CARRIER_QUOTA',
    });
  });

  it.each([
    [{}, {}, '8001', 'ZTO', '8000'],
    [{ carrier: 'YTO' }, {}, '8001', 'YTO', undefined],
    [{ carrier: null }, {}, '8002', undefined, '8000'],
    [{}, { trackType: '1002' }, '1002', 'ZTO', '8000'],
    [{ carrier: null }, { trackType: '1002' }, '8002', undefined, '8000'],
  ])('asks %j with account %j through %s', async (change, fields, type, ShipperCode, CustomerName) => {
    await track({}, change, fields);
    expect(lastForm().get('RequestType')).toBe(type);
    const data = JSON.parse(lastForm().get('RequestData') ?? '');
    expect(data).toEqual({
      ...(ShipperCode === undefined ? {} : { ShipperCode }),
      LogisticCode: query.waybillNo,
      ...(CustomerName === undefined ? {} : { CustomerName }),
    });
  });
});
