import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPush } from '../../../../../electron/carriers/kdniao/push.ts';
import { kdniaoPush } from '../../../../doubles/platforms/kdniaoPush.ts';
import { sampleAccount } from '../../../../doubles/workspace/sampleBooking.ts';

const account = sampleAccount();
const now = Date.UTC(2026, 0, 2, 1, 2, 3);
const envelope = (Data: unknown) => ({
  EBusinessID: account.merchantId,
  PushTime: '2026-01-02 09:00:00',
  Count: '1',
  Data,
});
const read = (type: string, payload: unknown, key = account.secret) =>
  readPush(kdniaoPush(type, payload, key), account, now);

const parcel = {
  ShipperCode: 'ZTO',
  LogisticCode: '73610555582883',
  Success: true,
  State: '2',
  StateEx: '202',
  Traces: [
    { AcceptTime: '2026-01-02 08:10:00', AcceptStation: '派送中', Location: '深圳市', Action: '202' },
    { AcceptTime: '2026-01-01 20:00:00', AcceptStation: '已揽收', Location: '杭州市', Action: '1' },
  ],
};

const taken = '{"EBusinessID":"test1234567","UpdateTime":"2026-01-02 09:02:03","Success":true,"Reason":""}';
const refused = (code: string) =>
  `{"EBusinessID":"test1234567","UpdateTime":"2026-01-02 09:02:03","Success":false,"Reason":"${code}"}`;

describe('a push', () => {
  it.each(['101', '102'])('%s of tracking is read like a query, and acknowledged word for word', (type) => {
    const { news, acknowledgement } = read(type, envelope([parcel]));
    expect(acknowledgement).toBe(taken);
    expect(news).toMatchObject({
      ok: true,
      value: {
        snapshots: [
          {
            waybillNo: '73610555582883',
            carrier: 'ZTO',
            state: 'delivering',
            events: [{ status: 'collected' }, { status: 'delivering' }],
          },
        ],
        pickups: [],
      },
    });
  });

  it('103 of a pickup tells its state, weight and price', () => {
    const element = {
      OrderCode: 'PU-1',
      ShipperCode: 'STO',
      LogisticCode: '773277027280336',
      State: 301,
      Weight: '1.25',
      TotalFee: '12.50',
      PickerInfo: [{ PersonName: '王师傅', PersonTel: '13800138000' }],
    };
    const { news } = read('103', envelope([element, { ...element, State: '203', Cost: 3 }]));
    expect(news).toMatchObject({
      value: {
        pickups: [
          { orderCode: 'PU-1', state: 'collected', rawState: '301', costFen: 1_250, weightGrams: 1_250 },
          { state: 'cancelled' },
        ],
      },
    });
  });

  it.each([
    ['99', 'failed'],
    ['103', 'assigned'],
    ['601', 'other'],
    ['constructor', 'other'],
  ])('103 in state %s is %s', (State, state) => {
    const { news } = read('103', envelope([{ OrderCode: 'PU-1', State }]));
    expect(news).toMatchObject({ value: { pickups: [{ state }] } });
  });

  it('107 tells how far the money of a parcel has come, and keeps no whole account number', () => {
    const told = {
      ShipperCode: 'ZTO',
      AccountName: '王小明',
      AccountTel: '8000',
      AccountNum: '6222020200001234',
    };
    const { news, acknowledgement } = read(
      '107',
      envelope([
        { ...told, LogisticCode: '73610555582883', OrderState: 2 },
        { ...told, LogisticCode: '73610555582884', OrderState: '9' },
        { ...told, LogisticCode: '' },
      ]),
    );
    const at = Date.UTC(2026, 0, 2, 1);
    const common = { carrier: 'ZTO', at, accountHolder: '*小明', accountTail: '1234' };
    expect(news).toEqual({
      ok: true,
      value: {
        snapshots: [],
        pickups: [],
        codNews: [
          { ...common, waybillNo: '73610555582883', state: 'paid-out', rawState: '2' },
          { ...common, waybillNo: '73610555582884', state: null, rawState: '9' },
        ],
      },
    });
    expect(JSON.parse(acknowledgement)).toMatchObject({ Success: true });
  });

  it('is read when it was encoded twice, as some senders do', () => {
    const form = kdniaoPush('102', envelope([parcel]), account.secret);
    const twice = form.replace(
      /RequestData=([^&]*)/,
      (_all, data: string) => `RequestData=${encodeURIComponent(data)}`,
    );
    expect(readPush(twice, account, now).news.ok).toBe(true);
    expect(readPush(form.replace(/=$/, '%3D'), account, now).news.ok).toBe(true);
  });

  it('with one odd parcel still tells the others', () => {
    const { news, acknowledgement } = read('102', envelope([null, 5, { LogisticCode: {} }, parcel]));
    expect(news).toMatchObject({ value: { snapshots: [{ waybillNo: '73610555582883' }] } });
    expect(acknowledgement).toBe(taken);
  });

  it.each<[string, string]>([
    ['signed with another key', kdniaoPush('102', envelope([parcel]), 'another')],
    ['without a signature', kdniaoPush('102', envelope([parcel]), 'x').replace(/&DataSign=.*/, '')],
    [
      'for another merchant',
      kdniaoPush('102', { ...envelope([parcel]), EBusinessID: '999' }, account.secret),
    ],
    ['changed on the way', kdniaoPush('102', envelope([parcel]), account.secret).replace('ZTO', 'STO')],
    ['of nothing', ''],
  ])('%s is refused as forged', (_how, body) => {
    const { news, acknowledgement } = readPush(body, account, now);
    expect(news).toEqual({ ok: false, code: 'PUSH_FORGED' });
    expect(acknowledgement).toBe(refused('PUSH_FORGED'));
  });

  it('is refused by an account without a key, whoever signed with an empty one', () => {
    const body = kdniaoPush('102', envelope([parcel]), '');
    expect(readPush(body, { ...account, secret: '' }, now).news.ok).toBe(false);
  });

  it.each<[string, string, unknown]>([
    ['not-json', '102', '{"EBusinessID":'],
    ['shape', '102', { EBusinessID: account.merchantId }],
    ['type', '999', envelope([])],
    ['duplicate-key', '102', `{"EBusinessID":"test1234567","EBusinessID":"test1234567","Data":[]}`],
    ['too-deep', '102', `{"EBusinessID":"test1234567","Data":${'['.repeat(50)}${']'.repeat(50)}}`],
    ['too-long', '102', envelope([{ LogisticCode: 'x'.repeat(2_100_000) }])],
  ])('that cannot be read (%s) is refused, so that it comes again', (reason, type, payload) => {
    const { news, acknowledgement } = read(type, payload);
    expect(news).toEqual({ ok: false, code: 'PUSH_UNREADABLE', params: { reason } });
    expect(acknowledgement).toBe(refused('PUSH_UNREADABLE'));
  });

  it('never throws and never shows the key, whatever is posted', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.jsonValue(),
        fc.constantFrom('101', '103', '107', ''),
        (text, json, type) => {
          for (const body of [text, kdniaoPush(type, JSON.stringify(json), account.secret)])
            expect(JSON.stringify(readPush(body, account, now))).not.toContain(account.secret);
        },
      ),
      { numRuns: 300, seed: 7 },
    );
  });
});
