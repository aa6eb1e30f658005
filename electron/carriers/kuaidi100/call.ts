import { z } from 'zod';
import type { CallOutcome } from '../../../shared/errors/outcome.ts';
import type { PlatformAccount, PlatformPorts, PlatformReply } from '../kit/carrierPlatform.ts';
import { type CallKind, type FormCall, readExchange, sendForm, withNote } from '../kit/exchange.ts';
import { accountTexts, redactReason } from '../kit/redactReason.ts';
import { looseText, wireFlag, wireText } from '../kit/wireValues.ts';
import { kuaidi100Manifest } from './manifest.ts';
import { signLabel, signQuery } from './sign.ts';

/** Ten times a long tracking reply with its route. */
const maxReplyBytes = 1_000_000;

/** Which of the vendor's hosts, and the path there. Two are documented with plain http; the hosts answer https too. */
const homes = {
  label: [0, '/label/order'],
  address: [0, '/address/resolution'],
  reach: [0, '/reachable.do'],
  query: [1, '/poll/query.do'],
  subscribe: [1, '/poll'],
  recognise: [2, '/autonumber/auto'],
} as const;

type Interface = keyof typeof homes;

/** An account's own endpoint takes the place of all hosts; the paths follow it, since they alone tell interfaces apart. */
function endpointOf(name: Interface, endpoint: string | null): string {
  const [at, path] = homes[name];
  const host = kuaidi100Manifest.endpoints[at].url;
  return (endpoint === null ? host : endpoint.trim().replace(/\/+$/, '')) + path;
}

/** The label family says `success` and `code`; its older interfaces and every early refusal say `result` and `returnCode`. */
export const envelope = {
  success: wireFlag,
  result: wireFlag,
  code: wireText,
  returnCode: wireText,
  message: looseText,
};
export const plainReply = z.object(envelope);
type PlainReply = z.infer<typeof plainReply>;

/** Some replies put `""` or `[]` where an object is meant. */
export const orNull = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;

export interface Verdict {
  readonly isGood: boolean;
  readonly code: string;
}

/** What a reply says of itself, from whichever pair of names it used. */
function verdictOf({ success, result, code, returnCode }: PlainReply): Verdict {
  return { isGood: success || result, code: code || returnCode };
}

export interface LabelCall<T extends z.ZodType<PlainReply>> {
  readonly name: 'label' | 'address' | 'reach';
  /** order, cancel, printOld, time, price …; empty where the interface knows one only. */
  readonly method: string;
  readonly kind: CallKind;
  readonly data: unknown;
  readonly schema: T;
  /** What the vendor finds the call by, for the call log; absent: nothing. */
  requestIdOf?(reply: z.infer<T>): string;
}

/** One call of the label family. The data is written once, and that text is both signed and sent. */
export async function callLabel<T extends z.ZodType<PlainReply>, R>(
  { name, method, kind, data, schema, requestIdOf }: LabelCall<T>,
  account: PlatformAccount,
  ports: PlatformPorts,
  read: (reply: z.infer<T>, verdict: Verdict) => CallOutcome<R>,
): Promise<PlatformReply<R>> {
  const param = JSON.stringify(data);
  const t = String(ports.clock.now());
  const form = {
    ...(method === '' ? {} : { method }),
    key: account.merchantId,
    sign: signLabel(param, t, account.merchantId, account.secret),
    t,
    param,
  };
  const replied = await exchange(schema, ports, { url: endpointOf(name, account.endpoint), kind, form });
  if (!replied.ok) return replied;
  const verdict = verdictOf(replied.value);
  return withNote(read(replied.value, verdict), verdict.code, requestIdOf?.(replied.value) ?? '');
}

/** What the real-time query is sent: signed with the customer id in the secret's place. */
export function queryForm(data: unknown, { merchantId, fields: { customer = '' } }: PlatformAccount) {
  const param = JSON.stringify(data);
  return { customer, sign: signQuery(param, merchantId, customer), param };
}

/** A question outside the label family, each with a form of its own. Subscribing twice is harmless, so it counts as one. */
export function askForm<T extends z.ZodType>(
  name: 'query' | 'subscribe' | 'recognise',
  form: Readonly<Record<string, string>>,
  schema: T,
  { endpoint }: PlatformAccount,
  ports: PlatformPorts,
): Promise<CallOutcome<z.infer<T>>> {
  const method = name === 'recognise' ? 'GET' : 'POST';
  return exchange(schema, ports, { url: endpointOf(name, endpoint), kind: 'asks', form, method });
}

async function exchange<T extends z.ZodType>(
  schema: T,
  { http }: PlatformPorts,
  form: Omit<FormCall, 'maxReplyBytes'>,
): Promise<CallOutcome<z.infer<T>>> {
  return readExchange(form.kind, await sendForm(http, { ...form, maxReplyBytes }), schema);
}

/** The platform's sentence to a question, without the account's own texts and what else was asked. */
export function questionReason(
  message: string,
  account: PlatformAccount,
  ...asked: readonly string[]
): string {
  return redactReason(message, [account.merchantId, ...accountTexts(account), ...asked]);
}
