import type { z } from 'zod';
import { type CallOutcome, failure, happened } from '../../../shared/errors/outcome.ts';
import type { PlatformAccount, PlatformPorts } from '../kit/carrierPlatform.ts';
import { type CallKind, doubtful, settleExchange } from '../kit/exchange.ts';
import { signLabel, signQuery } from './sign.ts';

type Request = Parameters<PlatformPorts['http']['send']>[0];

/** Booking waits on the carrier behind the platform; queries are answered from the platform's own store. */
const timeoutMs = { changes: 30_000, asks: 15_000 } as const;

/** Ten times a long tracking reply with its route. */
const maxReplyBytes = 1_000_000;

interface LabelCall<T extends z.ZodType> {
  readonly name: 'label' | 'address' | 'reach';
  /** order, cancel, printOld, time, price …; empty where the interface knows one only. */
  readonly method: string;
  readonly kind: CallKind;
  readonly data: unknown;
  readonly replySchema: T;
}

/** One call of the label family. The data is written once, and that text is both signed and sent. */
export function callLabel<T extends z.ZodType>(
  { name, method, kind, data, replySchema }: LabelCall<T>,
  account: PlatformAccount,
  ports: PlatformPorts,
): Promise<CallOutcome<z.infer<T>>> {
  const param = JSON.stringify(data);
  const t = String(ports.clock.now());
  const form = {
    ...(method === '' ? {} : { method }),
    key: account.merchantId,
    sign: signLabel(param, t, account.merchantId, account.secret),
    t,
    param,
  };
  return exchange(kind, replySchema, ports, post(name, form, kind, account));
}

/** The real-time query: signed with the customer id in the secret's place. */
export function callQuery<T extends z.ZodType>(
  data: unknown,
  replySchema: T,
  account: PlatformAccount,
  ports: PlatformPorts,
): Promise<CallOutcome<z.infer<T>>> {
  const param = JSON.stringify(data);
  const customer = account.fields.customer ?? '';
  const form = { customer, sign: signQuery(param, account.merchantId, customer), param };
  return exchange('asks', replySchema, ports, post('query', form, 'asks', account));
}

/** Subscription carries the key inside its data and no signature. Repeating it is harmless, so it counts as a question. */
export function callSubscribe<T extends z.ZodType>(
  data: unknown,
  replySchema: T,
  account: PlatformAccount,
  ports: PlatformPorts,
): Promise<CallOutcome<z.infer<T>>> {
  const form = { schema: 'json', param: JSON.stringify(data) };
  return exchange('asks', replySchema, ports, post('subscribe', form, 'asks', account));
}

export function callRecognise<T extends z.ZodType>(
  waybillNo: string,
  replySchema: T,
  account: PlatformAccount,
  ports: PlatformPorts,
): Promise<CallOutcome<z.infer<T>>> {
  const query = formText({ num: waybillNo, key: account.merchantId });
  return exchange('asks', replySchema, ports, {
    url: `${endpointOf('recognise', account.endpoint)}?${query}`,
    method: 'GET',
    headers: { accept: 'application/json' },
    body: '',
    timeoutMs: timeoutMs.asks,
    maxReplyBytes,
  });
}

function post(
  name: Interface,
  form: Readonly<Record<string, string>>,
  kind: CallKind,
  account: PlatformAccount,
): Request {
  return {
    url: endpointOf(name, account.endpoint),
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded;charset=utf-8',
      accept: 'application/json',
    },
    body: formText(form),
    timeoutMs: timeoutMs[kind],
    maxReplyBytes,
  };
}

function formText(pairs: Readonly<Record<string, string>>): string {
  return Object.entries(pairs)
    .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
    .join('&');
}

async function exchange<T extends z.ZodType>(
  kind: CallKind,
  replySchema: T,
  { http }: PlatformPorts,
  request: Request,
): Promise<CallOutcome<z.infer<T>>> {
  const read = settleExchange(kind, await http.send(request));
  if (!read.ok) return read;
  const parsed = replySchema.safeParse(read.value);
  return parsed.success
    ? happened(parsed.data)
    : doubtful(kind, failure('CARRIER_BAD_REPLY', { reason: 'shape' }));
}

const production = {
  query: ['https://poll.kuaidi100.com', '/poll/query.do'],
  subscribe: ['https://poll.kuaidi100.com', '/poll'],
  recognise: ['https://www.kuaidi100.com', '/autonumber/auto'],
  label: ['https://api.kuaidi100.com', '/label/order'],
  address: ['https://api.kuaidi100.com', '/address/resolution'],
  reach: ['https://api.kuaidi100.com', '/reachable.do'],
} as const;

type Interface = keyof typeof production;

/**
 * The URL of one interface. An account's own endpoint takes the place of all three hosts; the vendor's paths follow it,
 * since they alone tell the interfaces apart. Two interfaces are documented with plain http; the hosts answer https too.
 */
function endpointOf(name: Interface, endpoint: string | null): string {
  const [host, path] = production[name];
  return (endpoint === null ? host : endpoint.trim().replace(/\/+$/, '')) + path;
}
