import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { kdniaoPlatform } from '../../../../../electron/carriers/kdniao/kdniaoPlatform.ts';
import type { PlatformAccount } from '../../../../../electron/carriers/kit/carrierPlatform.ts';
import type { PickupRequest } from '../../../../../electron/carriers/kit/platformServices.ts';
import { systemClock } from '../../../../../electron/platform/clock.ts';
import { nodeHttp } from '../../../../../electron/platform/nodeHttp.ts';
import { KdniaoServer } from '../../../../doubles/platforms/kdniaoServer.ts';
import { sampleAccount, sampleBooking } from '../../../../doubles/workspace/sampleBooking.ts';

const server = new KdniaoServer();
const http = nodeHttp();
const ports = { http, clock: systemClock };
const { sender, receiver } = sampleBooking();
let account: PlatformAccount;
const withFields = (fields: Record<string, string>): PlatformAccount => ({ ...account, fields });

beforeAll(async () => {
  account = sampleAccount({ endpoint: await server.listen() });
});
beforeEach(() => server.faults.clear());
afterAll(async () => {
  http.close();
  await server.close();
});

const lastSent = (type: string) => server.requests.filter(({ service }) => service === type).at(-1)?.data;

describe('numbers left', () => {
  const branch = { StationCode: '57100', StationName: '余杭一部' };
  const balance = (carrier: string, fields: Record<string, string> = branch) =>
    kdniaoPlatform.balance?.({ carrier }, withFields(fields), ports);

  it('are counted, and are fewer after a booking', async () => {
    expect(await balance('STO')).toMatchObject({
      value: { kind: 'counted', available: 1_000, total: 1_000 },
    });
    await kdniaoPlatform.book(sampleBooking({ orderCode: 'BAL-1', carrier: 'STO' }), account, ports);
    expect(await balance('STO')).toMatchObject({ value: { kind: 'counted', available: 999 } });
  });

  it('have no end at a carrier that sells none, which is known without asking', async () => {
    const before = server.requests.length;
    expect(await balance('SF')).toMatchObject({ value: { kind: 'unlimited' } });
    expect(server.requests).toHaveLength(before);
  });

  it('are not told without the branch, and the platform’s refusal says what is missing', async () => {
    expect(await balance('ZTO', {})).toMatchObject({
      code: 'CARRIER_FIELD',
      certainty: 'did-not-happen',
      params: { reason: expect.stringContaining('StationCode') },
    });
  });

  it('are not known when the reply holds no number', async () => {
    server.faults.add({ kind: 'patch', body: { EorderBalance: { AvailableNum: 'viele' } } });
    expect(await balance('ZTO')).toMatchObject({ value: { kind: 'unknown' } });
  });
});

describe('what it would cost', () => {
  const freight = (change = {}) =>
    kdniaoPlatform.freight?.(
      { sender, receiver, carrier: '', weightGrams: 2_300, insuredValueFen: 50_000, ...change },
      account,
      ports,
    );

  it('is reported in fen for each carrier, whether the reply holds numbers or texts', async () => {
    expect(await freight()).toMatchObject({
      value: [
        { carrier: 'ZTO', amountFen: 1_200 },
        { carrier: 'YTO', amountFen: 1_600 },
        { carrier: 'SF', amountFen: 2_000 },
      ],
    });
    expect(lastSent('1815')).toMatchObject({ Weight: 2.3, InsureAmount: 500 });
    expect(JSON.stringify(lastSent('1815'))).not.toContain(receiver.phone);
    expect(JSON.stringify(lastSent('1815'))).not.toContain(receiver.name);
  });

  it('is reported for the wanted carrier alone, and for none where none goes', async () => {
    const reply = await freight({ carrier: 'SF' });
    expect(reply?.ok && reply.value.map(({ carrier }) => carrier)).toEqual(['SF']);
    const abroad = { ...receiver, province: '香港特别行政区' };
    expect(await freight({ receiver: abroad })).toMatchObject({ ok: true, value: [] });
  });

  it('leaves out a price that is none', async () => {
    server.faults.add({
      kind: 'patch',
      body: { Data: [{ shipperCode: 'ZTO', cost: -1 }, { shipperCode: '', cost: 5 }, { cost: 1e12 }] },
    });
    expect(await freight()).toMatchObject({ ok: true, value: [] });
  });
});

describe('when it would arrive', () => {
  const sentAt = Date.UTC(2026, 0, 2, 8);
  const arrival = (change = {}) =>
    kdniaoPlatform.arrival?.(
      {
        carrier: 'SF',
        waybillNo: '',
        sender,
        receiver,
        sentAt,
        weightGrams: 1_000,
        phoneTail: '8000',
        ...change,
      },
      account,
      ports,
    );

  it('is the last moment of the promise, in words and as a time', async () => {
    expect(await arrival()).toMatchObject({
      value: { words: '01月04日下午可达', expectedAt: Date.UTC(2026, 0, 4, 10) },
    });
    expect(lastSent('6004')).toMatchObject({ CatchTime: '2026-01-02 16:00:00', ReceiveCity: '深圳市' });
  });

  it('is asked with the number once there is one, and with the phone’s tail where it is wanted', async () => {
    await arrival({ waybillNo: 'SF1385628716739' });
    expect(lastSent('6006')).toMatchObject({ LogisticCode: 'SF1385628716739', ReceiverPhone: '8000' });
    expect(lastSent('6006')).not.toHaveProperty('Address');
  });

  it('is refused in plain words for a carrier nobody forecasts', async () => {
    expect(await arrival({ carrier: 'HOAU' })).toMatchObject({ code: 'CARRIER_REFUSED' });
  });
});

describe('following a number', () => {
  const subscribe = (change = {}, fields: Record<string, string> = {}) =>
    kdniaoPlatform.subscribe?.(
      {
        carrier: 'ZTO',
        waybillNo: '73610555582883',
        orderCode: '',
        phoneTail: '8000',
        callbackUrl: '',
        ...change,
      },
      withFields(fields),
      ports,
    );

  it('is done once, and asking twice is calm', async () => {
    expect(await subscribe()).toMatchObject({ ok: true });
    expect(await subscribe()).toMatchObject({ ok: true });
    expect(lastSent('8008')).toMatchObject({ CustomerName: '8000' });
  });

  it('tells the phone’s tail only where it is wanted, and uses the free interface when the account does', async () => {
    await subscribe({ carrier: 'YTO', waybillNo: 'YT8962646785389' }, { trackType: '1002' });
    expect(lastSent('1008')).toEqual({ ShipperCode: 'YTO', LogisticCode: 'YT8962646785389' });
  });

  it('needs the carrier', async () => {
    expect(await subscribe({ carrier: '' })).toMatchObject({ code: 'CARRIER_FIELD_MISSING' });
  });
});

describe('a door pickup', () => {
  const door = (orderCode: string, change = {}): PickupRequest => ({
    ...sampleBooking({ orderCode, carrier: '', ...change }),
    pickupKind: 'door',
  });
  const order = (request: PickupRequest) => kdniaoPlatform.orderPickup?.(request, account, ports);

  it('is ordered once however often it is asked for', async () => {
    const request = door('PU-1', { pickupWindow: { startAt: 0, endAt: 7_200_000 } });
    const first = await order(request);
    expect(first).toMatchObject({ ok: true, value: { waybillNo: '', carrier: 'ZTO' } });
    expect(await order(request)).toMatchObject({ ok: true, note: { platformCode: '106' } });
    expect(server.services.pickups.lines.filter(({ orderCode }) => orderCode === 'PU-1')).toHaveLength(1);
    expect(lastSent('1801')).toMatchObject({ StartDate: '1970-01-01 08:00:00', ShipperType: '5' });
    for (const name of ['TemplateSize', 'CustomerPwd', 'MonthCode', 'ShipperCode'])
      expect(lastSent('1801')).not.toHaveProperty(name);
  });

  it.each(['accept-then-drop', 'cut-json', 'html'] as const)(
    '%s: is not sure, and is found by asking',
    async (kind) => {
      const request = door(`PU-${kind}`);
      server.faults.add({ kind, times: 1, accept: true });
      expect(await order(request)).toMatchObject({ ok: false, certainty: 'unknown' });
      const found = await kdniaoPlatform.findPickup?.(request, account, ports);
      expect(found).toMatchObject({ ok: true, value: { carrier: 'ZTO' } });
    },
  );

  it('that nobody could ask for stays unknown', async () => {
    const dead = { ...account, endpoint: 'http://127.0.0.1:9' };
    expect(await kdniaoPlatform.findPickup?.(door('PU-2'), dead, ports)).toMatchObject({
      ok: false,
      certainty: 'unknown',
    });
  });

  it('of somebody else is never taken for ours', async () => {
    server.faults.add({ kind: 'patch', body: { Order: { OrderCode: 'OTHER' } } });
    expect(await order(door('PU-3'))).toMatchObject({ code: 'CARRIER_WRONG_REPLY', certainty: 'unknown' });
  });

  it('is called off, and calling it off twice is calm', async () => {
    await order(door('PU-4'));
    const call = {
      pickupKind: 'door',
      orderCode: 'PU-4',
      carrier: '',
      waybillNo: '',
      reason: '客户改期 & 取消',
    } as const;
    const off = () => kdniaoPlatform.cancelPickup?.(call, account, ports);
    expect(await off()).toMatchObject({ ok: true });
    expect(await off()).toMatchObject({ ok: true });
    expect(lastSent('1802')).toMatchObject({ CancelMsg: '客户改期 ＆ 取消' });
    const unknown = await kdniaoPlatform.cancelPickup?.({ ...call, orderCode: 'PU-0' }, account, ports);
    expect(unknown).toMatchObject({ code: 'CARRIER_NOT_FOUND' });
  });

  it('by the carrier’s courier gives the number at once, and needs the carrier', async () => {
    const request: PickupRequest = {
      ...sampleBooking({ orderCode: 'AP-1' }),
      pickupKind: 'appointment',
    };
    expect(await order(request)).toMatchObject({ value: { waybillNo: expect.stringMatching(/^73\d{12}$/) } });
    expect(await order({ ...request, orderCode: 'AP-2', carrier: '' })).toMatchObject({
      code: 'CARRIER_FIELD_MISSING',
      certainty: 'did-not-happen',
    });
  });
});
