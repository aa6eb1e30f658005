import type { BookingRequest } from '../../../electron/carriers/kit/carrierPlatform.ts';
import { systemClock } from '../../../electron/platform/clock.ts';
import type { HttpPort } from '../../../electron/platform/http.ts';
import { nodeHttp } from '../../../electron/platform/nodeHttp.ts';
import { KdniaoServer } from '../../doubles/platforms/kdniaoServer.ts';
import type { ScriptedFault } from '../../doubles/platforms/scriptedFaults.ts';
import { sampleAccount } from '../../doubles/workspace/sampleBooking.ts';
import type { AskTrouble, CarrierHarness, Trouble } from './carrierHarness.ts';

/** Nothing listens on this port of loopback (discard). */
const deadEndpoint = 'http://127.0.0.1:9';
/** Instead of the product's 30 s, so that silence is tested quickly. */
const testTimeoutMs = 300;

type Script = (request: BookingRequest) => ScriptedFault;

const scripts: Readonly<Record<Exclude<Trouble, 'down'>, Script>> = {
  'reply-lost': () => ({ kind: 'accept-then-drop' }),
  'request-lost': () => ({ kind: 'reset-before' }),
  silence: () => ({ kind: 'accept-then-silence' }),
  refused: () => ({ kind: 'reply', body: refusal('收件地址超出派送范围') }),
  'refusal-names-person': ({ sender, receiver }) => ({
    kind: 'reply',
    body: refusal(
      [sender, receiver]
        .map((party) => `${party.name} ${party.phone} ${party.town}${party.detail}`)
        .join('；'),
    ),
  }),
  'system-error': () => ({ kind: 'reply', body: refusal('系统异常，请稍后再试') }),
  html: () => ({ kind: 'html', accept: true }),
  empty: () => ({ kind: 'empty', accept: true }),
  cut: () => ({ kind: 'cut-json' }),
  'wrong-encoding': () => ({ kind: 'gbk', accept: true }),
  giant: () => ({ kind: 'giant', accept: true }),
  deep: () => ({ kind: 'deep', accept: true }),
  compressed: () => ({ kind: 'gzip', accept: true }),
  'server-error': () => ({ kind: 'status', status: 502, accept: true }),
  'too-many': () => ({ kind: 'status', status: 429, headers: { 'retry-after': '7' } }),
  forbidden: () => ({ kind: 'status', status: 403 }),
  'wrong-order': () => ({ kind: 'patch', body: { Order: { OrderCode: 'SOMEBODY-ELSE' } } }),
  'number-missing': () => ({ kind: 'patch', body: { Order: { LogisticCode: null } } }),
  'extra-fields': () => ({
    kind: 'patch',
    body: { NewThing: { a: [1, { b: null }] }, Order: { Unheard: 5 } },
  }),
};

const askScripts: Readonly<Record<Exclude<AskTrouble, 'down'>, (text: string) => ScriptedFault>> = {
  lost: () => ({ kind: 'accept-then-drop' }),
  silence: () => ({ kind: 'accept-then-silence' }),
  garbled: () => ({ kind: 'cut-json' }),
  credentials: () => ({ kind: 'status', status: 403 }),
  busy: () => ({ kind: 'status', status: 429, headers: { 'retry-after': '7' } }),
  'system-error': () => ({ kind: 'reply', body: refusal('系统异常，请稍后再试') }),
  echo: (text) => ({ kind: 'reply', body: refusal(`拒绝：${text}`) }),
};

function refusal(reason: string): Readonly<Record<string, unknown>> {
  return { Success: false, ResultCode: '105', Reason: reason, UniquerRequestNumber: 'req-x' };
}

export const kdniaoHarness: CarrierHarness = {
  platformId: 'kdniao',
  carrier: 'ZTO',
  troubles: ['down', ...(Object.keys(scripts) as Trouble[])],
  askTroubles: ['down', ...(Object.keys(askScripts) as AskTrouble[])],
  async open() {
    const server = new KdniaoServer();
    const endpoint = await server.listen();
    const http = nodeHttp();
    const hurried: HttpPort = {
      send: (request) =>
        http.send({ ...request, timeoutMs: Math.max(testTimeoutMs, request.timeoutMs / 30) }),
    };
    const account = sampleAccount({
      merchantId: server.merchantId,
      secret: server.apiKey,
      endpoint,
      fields: { CustomerName: 'K571001', CustomerPwd: 'canary-customer-pwd', MonthCode: '7550000001' },
    });
    return {
      account,
      wrongAccount: { ...account, secret: 'canary-wrong-secret' },
      ports: { http: hurried, clock: systemClock },
      arm(trouble, request) {
        if (trouble === 'down') return { request, account: { ...account, endpoint: deadEndpoint } };
        server.faults.add({ ...scripts[trouble](request), orderCode: request.orderCode, times: 1 });
        return { request, account };
      },
      armAsk(trouble, capability, text) {
        if (trouble === 'down') return { text, account: { ...account, endpoint: deadEndpoint } };
        const requestType = capability === 'parseAddress' ? '6001' : '1814';
        server.faults.add({ ...askScripts[trouble](text), requestType, times: 1 });
        return { text, account };
      },
      waybillsOf: (orderCode) =>
        server.ledger.entries
          .filter((entry) => entry.orderCode === orderCode)
          .map(({ waybillNo }) => waybillNo),
      sentBodies: () => server.requests.map(({ body }) => body),
      async close() {
        http.close();
        await server.close();
      },
    };
  },
};
