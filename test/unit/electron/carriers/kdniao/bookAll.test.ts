import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kdniaoPlatform } from '../../../../../electron/carriers/kdniao/kdniaoPlatform.ts';
import type { PlatformAccount, PlatformPorts } from '../../../../../electron/carriers/kit/carrierPlatform.ts';
import { systemClock } from '../../../../../electron/platform/clock.ts';
import type { HttpRequest } from '../../../../../electron/platform/http.ts';
import { nodeHttp } from '../../../../../electron/platform/nodeHttp.ts';
import { carrierTable } from '../../../../../shared/domain/carriers/carrierTable.ts';
import { happened } from '../../../../../shared/errors/outcome.ts';
import { KdniaoServer } from '../../../../doubles/platforms/kdniaoServer.ts';
import { sampleAccount, sampleBooking } from '../../../../doubles/workspace/sampleBooking.ts';

const server = new KdniaoServer();
const http = nodeHttp();
const ports = { http, clock: systemClock };
let account: PlatformAccount;

beforeAll(async () => {
  account = sampleAccount({ endpoint: await server.listen() });
});
afterAll(async () => {
  http.close();
  await server.close();
});

describe('a booking with everything', () => {
  it('comes back with numbers and labels of all parcels, and the number of the receipt', async () => {
    const booked = await kdniaoPlatform.book(
      sampleBooking({
        orderCode: 'ALL-1',
        carrier: 'SF',
        payment: 'third-party',
        parcelCount: 3,
        codAmountFen: 19_900,
        insuredValueFen: 100_000,
        returnReceipt: { requirement: '签字' },
        services: [{ name: 'SafeMail', value: '3' }],
        pickupWindow: { startAt: 1_767_322_800_000, endAt: 1_767_330_000_000 },
        wantsTemplate: true,
        volumeCm3: 9_000,
      }),
      account,
      ports,
    );
    if (!booked.ok) throw new Error(booked.code);
    const { childWaybillNos, childTemplateHtmls, receiptWaybillNo, templateHtml } = booked.value;
    expect(childWaybillNos).toHaveLength(2);
    expect(childTemplateHtmls?.[1]).toContain(childWaybillNos?.[1]);
    expect(receiptWaybillNo).toBe(`R${booked.value.waybillNo}`);
    // Nobody prints the label of the receipt: a page with name, phone and address is not kept for nothing.
    expect(JSON.stringify(booked.value).split(`${receiptWaybillNo}`)).toHaveLength(2);
    expect(templateHtml).toContain(booked.value.waybillNo);
  });

  // Which carriers there are is data: whoever adds a row adds a carrier that can be booked.
  it.each(carrierTable.filter(({ givesWaybills }) => givesWaybills).map(({ code }) => code))(
    'is taken for %s with its row, a volume and the warehouse that JD asks for',
    async (carrier) => {
      const request = sampleBooking({ orderCode: `ROW-${carrier}`, carrier });
      const fields = { Volume: '0.012', WareHouseID: 'W1' };
      const booked = await kdniaoPlatform.book(request, { ...account, fields }, ports);
      expect(booked.ok ? '' : `${booked.code} ${JSON.stringify(booked.params)}`).toBe('');
    },
  );
});

describe('the second edition of the interfaces', () => {
  const answering = (status: (url: string) => number) => {
    const sent: HttpRequest[] = [];
    const fake: PlatformPorts = {
      clock: systemClock,
      http: {
        send: async (request) => {
          sent.push(request);
          const body = JSON.stringify({
            Success: true,
            ResultCode: '100',
            Order: { OrderCode: 'ED-1', LogisticCode: '73610555582883' },
          });
          return happened({ status: status(request.url), headers: {}, body: new TextEncoder().encode(body) });
        },
      },
    };
    return { sent, fake };
  };
  const edition = sampleAccount({ fields: { serviceEdition: '2' } });
  const request = sampleBooking({ orderCode: 'ED-1' });

  it('is called when the account says so', async () => {
    const { sent, fake } = answering(() => 200);
    expect(await kdniaoPlatform.book(request, edition, fake)).toMatchObject({ ok: true });
    expect(sent.map(({ url }) => url)).toEqual(['https://api.kdniao.com/api/EOrderService2']);
  });

  it('falls back to the first where it is not open, with the same text', async () => {
    const { sent, fake } = answering((url) => (url.endsWith('2') ? 404 : 200));
    expect(await kdniaoPlatform.book(request, edition, fake)).toMatchObject({ ok: true });
    expect(sent).toHaveLength(2);
    expect(sent[1]?.url).toBe('https://api.kdniao.com/api/EOrderService');
    expect(sent[1]?.body).toBe(sent[0]?.body);
  });

  it('is not called twice after a fault of the server, which may have booked', async () => {
    const { sent, fake } = answering(() => 502);
    expect(await kdniaoPlatform.book(request, edition, fake)).toMatchObject({ certainty: 'unknown' });
    expect(sent).toHaveLength(1);
  });
});
