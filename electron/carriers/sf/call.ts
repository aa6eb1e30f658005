import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type CallOutcome, type Failure, failure } from '../../../shared/errors/outcome.ts';
import type { PlatformAccount, PlatformPorts, PlatformReply } from '../kit/carrierPlatform.ts';
import { type CallKind, doubtful, ownEndpoint, sendForm, settleExchange, withNote } from '../kit/exchange.ts';
import { parseJsonText } from '../kit/readReply.ts';
import { accountTexts, redactReason } from '../kit/redactReason.ts';
import { looseText, wireFlag, wireText } from '../kit/wireValues.ts';
import { sfManifest } from './manifest.ts';
import { sign } from './sign.ts';

/** 307 parcels with their routes stay below a third of it. */
const maxReplyBytes = 2_000_000;

type ServiceCode =
  | 'EXP_RECE_CREATE_ORDER'
  | 'EXP_RECE_SEARCH_ORDER_RESP'
  | 'EXP_RECE_UPDATE_ORDER'
  | 'EXP_RECE_SEARCH_ROUTES';

export interface Call<T extends z.ZodType> {
  readonly service: ServiceCode;
  readonly kind: CallKind;
  readonly data: object;
  readonly schema: T;
}

/** Both layers of a reply in one: what the gateway refused has its A-code here, what the service refused its own. */
export interface Answer<T> {
  readonly isGood: boolean;
  readonly code: string;
  readonly message: string;
  readonly responseId: string;
  /** null unless good. */
  readonly data: T | null;
}

const gatewayReply = z.object({
  apiResultCode: wireText,
  apiErrorMsg: looseText,
  apiResponseID: looseText,
  /** JSON as text; some accounts get it as an object. */
  apiResultData: z.unknown().optional(),
});

const serviceReply = z.object({
  success: wireFlag,
  errorCode: wireText,
  errorMsg: looseText,
  msgData: z.unknown().optional(),
});

/** Sends one request and lets both layers of its reply be read; another shape is CARRIER_BAD_REPLY. */
export async function call<T extends z.ZodType, R>(
  { service, kind, data, schema }: Call<T>,
  account: PlatformAccount,
  { http, clock }: PlatformPorts,
  read: (answer: Answer<z.infer<T>>) => CallOutcome<R>,
): Promise<PlatformReply<R>> {
  const msgData = JSON.stringify({ language: 'zh-CN', ...data });
  const sent = await sendForm(http, {
    url: endpointOf(account.endpoint),
    kind,
    form: formOf(service, msgData, account, String(clock.now())),
    maxReplyBytes,
    charset: 'UTF-8',
  });
  const settled = settleExchange(kind, sent);
  if (!settled.ok) return settled;
  const answer = readAnswer(settled.value, schema);
  return 'isGood' in answer ? withNote(read(answer), answer.code, answer.responseId) : doubtful(kind, answer);
}

/** The data is written once, and that text is both signed and sent. */
function formOf(service: ServiceCode, msgData: string, account: PlatformAccount, timestamp: string) {
  const mode = account.fields.digest === 'plain' ? 'plain' : 'standard';
  return {
    partnerID: account.merchantId,
    requestID: randomUUID(),
    serviceCode: service,
    timestamp,
    msgDigest: sign(msgData, timestamp, account.secret, mode),
    msgData,
  };
}

const misshapen = failure('CARRIER_BAD_REPLY', { reason: 'shape' });

function readAnswer<T extends z.ZodType>(value: unknown, schema: T): Answer<z.infer<T>> | Failure {
  const gateway = gatewayReply.safeParse(value);
  if (!gateway.success) return misshapen;
  const { apiResultCode, apiErrorMsg, apiResponseID: responseId, apiResultData } = gateway.data;
  if (apiResultCode !== 'A1000')
    return { isGood: false, code: apiResultCode, message: apiErrorMsg, responseId, data: null };
  const inner = typeof apiResultData === 'string' ? parseJsonText(apiResultData.trim()) : null;
  if (inner !== null && !inner.ok) return inner;
  const service = serviceReply.safeParse(inner === null ? apiResultData : inner.value);
  if (!service.success) return misshapen;
  const { success, errorCode: code, errorMsg: message, msgData } = service.data;
  // A success with a fault code, or a failure without one, can be read both ways.
  if (success !== (code === 'S0000')) return failure('CARRIER_BAD_REPLY', { reason: 'contradiction' });
  if (!success) return { isGood: false, code, message, responseId, data: null };
  const data = schema.safeParse(msgData);
  return data.success ? { isGood: true, code, message, responseId, data: data.data } : misshapen;
}

const path = '/std/service';

/** One URL for every service. An account's own endpoint (the sandbox, Hong Kong) takes its place. */
export function endpointOf(endpoint: string | null): string {
  return endpoint === null ? sfManifest.endpoints[0].url + path : ownEndpoint(endpoint, path);
}

/** SF's sentence without the account's own texts and what else was asked. */
export function reasonOf(message: string, account: PlatformAccount, ...asked: readonly string[]): string {
  return redactReason(message, [...accountTexts(account), ...asked]);
}
