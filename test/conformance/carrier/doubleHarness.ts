import type { BookingRequest, PlatformAccount } from '../../../electron/carriers/kit/carrierPlatform.ts';
import { systemClock } from '../../../electron/platform/clock.ts';
import type { HttpPort } from '../../../electron/platform/http.ts';
import { nodeHttp } from '../../../electron/platform/nodeHttp.ts';
import type { PlatformDouble } from '../../doubles/platforms/platformDouble.ts';
import type { ScriptedFault } from '../../doubles/platforms/scriptedFaults.ts';
import { sampleAccount } from '../../doubles/workspace/sampleBooking.ts';
import type { AskTrouble, CarrierHarness, Trouble } from './carrierHarness.ts';

/** Nothing listens on this port of loopback (discard). */
const deadEndpoint = 'http://127.0.0.1:9';
/** Instead of the product's 30 s, so that silence is tested quickly. */
const testTimeoutMs = 300;

type Script = (request: BookingRequest) => ScriptedFault;
type OwnTrouble =
  | 'refused'
  | 'refusal-names-person'
  | 'system-error'
  | 'wrong-order'
  | 'number-missing'
  | 'extra-fields';

/** What differs between platforms whose double is a `PlatformDouble`. */
export interface DoubleHarness {
  readonly platformId: string;
  readonly carrier: string;
  open(): PlatformDouble;
  readonly account: Pick<PlatformAccount, 'merchantId' | 'secret' | 'fields'>;
  readonly wrongAccount: Pick<PlatformAccount, 'merchantId' | 'secret'>;
  /** The part of a body by which the platform tells a repeat, where something else changes with every call; null: all of it. */
  readonly repeatPart: string | null;
  /** Faults whose words or fields are the platform's own. */
  readonly own: Readonly<Record<OwnTrouble, Script>>;
  readonly asks?: {
    readonly serviceOf: Readonly<Record<'parseAddress' | 'checkReach', string>>;
    refusal(reason: string): unknown;
  };
}

/** The same on the wire for every platform. */
const common: Readonly<Record<Exclude<Trouble, 'down' | OwnTrouble>, Script>> = {
  'reply-lost': () => ({ kind: 'accept-then-drop' }),
  'request-lost': () => ({ kind: 'reset-before' }),
  silence: () => ({ kind: 'accept-then-silence' }),
  html: () => ({ kind: 'html', accept: true }),
  empty: () => ({ kind: 'empty', accept: true }),
  cut: () => ({ kind: 'cut-json' }),
  'wrong-encoding': () => ({ kind: 'gbk', accept: true }),
  giant: () => ({ kind: 'giant', accept: true }),
  deep: () => ({ kind: 'deep', accept: true }),
  compressed: () => ({ kind: 'gzip', accept: true }),
  'server-error': () => ({ kind: 'status', status: 502, accept: true }),
  'too-many': () => ({ kind: 'status', status: 429, headers: { 'retry-after': '7' } }),
  forbidden: () => ({ kind: 'status', status: 401 }),
};

function askScripts(
  refusal: (reason: string) => unknown,
): Readonly<Record<Exclude<AskTrouble, 'down'>, (text: string) => ScriptedFault>> {
  return {
    lost: () => ({ kind: 'accept-then-drop' }),
    silence: () => ({ kind: 'accept-then-silence' }),
    garbled: () => ({ kind: 'cut-json' }),
    credentials: () => ({ kind: 'status', status: 401 }),
    busy: () => ({ kind: 'status', status: 429, headers: { 'retry-after': '7' } }),
    'system-error': () => ({ kind: 'reply', body: refusal('系统异常，请稍后再试') }),
    echo: (text) => ({ kind: 'reply', body: refusal(`拒绝：${text}`) }),
  };
}

export function doubleHarness(own: DoubleHarness): CarrierHarness {
  const scripts: Readonly<Record<Exclude<Trouble, 'down'>, Script>> = { ...common, ...own.own };
  const asks = own.asks === undefined ? null : askScripts(own.asks.refusal);
  return {
    platformId: own.platformId,
    carrier: own.carrier,
    troubles: ['down', ...(Object.keys(scripts) as Trouble[])],
    askTroubles: asks === null ? [] : ['down', ...(Object.keys(asks) as AskTrouble[])],
    async open() {
      const server = own.open();
      const endpoint = await server.listen();
      const http = nodeHttp();
      const hurried: HttpPort = {
        send: (request) =>
          http.send({ ...request, timeoutMs: Math.max(testTimeoutMs, request.timeoutMs / 30) }),
      };
      const account = sampleAccount({ ...own.account, endpoint });
      return {
        account,
        wrongAccount: { ...account, ...own.wrongAccount },
        ports: { http: hurried, clock: systemClock },
        arm(trouble, request) {
          if (trouble === 'down') return { request, account: { ...account, endpoint: deadEndpoint } };
          server.faults.add({ ...scripts[trouble](request), orderCode: request.orderCode, times: 1 });
          return { request, account };
        },
        armAsk(trouble, capability, text) {
          if (trouble === 'down') return { text, account: { ...account, endpoint: deadEndpoint } };
          if (asks === null || own.asks === undefined) throw new Error('nothing can be asked here');
          server.faults.add({
            ...asks[trouble](text),
            requestType: own.asks.serviceOf[capability],
            times: 1,
          });
          return { text, account };
        },
        waybillsOf: (orderCode) => server.ledger.ofOrder(orderCode).map(({ waybillNo }) => waybillNo),
        sentBodies: () =>
          server.requests.map(({ form, body }) => (own.repeatPart && form.get(own.repeatPart)) || body),
        async close() {
          http.close();
          await server.close();
        },
      };
    },
  };
}

/** Everything a refusal could repeat of a booking's persons. */
export function personsOf({ sender, receiver }: BookingRequest): string {
  return [sender, receiver]
    .map((party) => `${party.name} ${party.phone} ${party.town}${party.detail}`)
    .join('；');
}
