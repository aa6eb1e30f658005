import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { type CallOutcome, type Failure, failure, happened } from '../../../shared/errors/outcome.ts';
import type { PlatformAccount, PlatformPorts } from '../kit/carrierPlatform.ts';
import { type CallKind, doubtful, settleExchange } from '../kit/exchange.ts';
import { parseJsonText } from '../kit/readReply.ts';
import { sign } from './sign.ts';
import { gatewayReply, serviceReply } from './wire.ts';

/** Creating an order waits for a number and a route; the rest is answered from SF's own store. */
const timeoutMs = { changes: 30_000, asks: 15_000 } as const;

/** 307 parcels with their routes stay below a third of it. */
const maxReplyBytes = 2_000_000;

type ServiceCode =
  | 'EXP_RECE_CREATE_ORDER'
  | 'EXP_RECE_SEARCH_ORDER_RESP'
  | 'EXP_RECE_UPDATE_ORDER'
  | 'EXP_RECE_SEARCH_ROUTES';

interface Call<T extends z.ZodType> {
  readonly service: ServiceCode;
  readonly kind: CallKind;
  readonly data: unknown;
  readonly dataSchema: T;
}

/** Both layers of a reply in one: what the gateway refused has its A-code here, what the service refused its own. */
interface Answer<T> {
  readonly isGood: boolean;
  readonly code: string;
  readonly message: string;
  readonly responseId: string;
  /** null unless good. */
  readonly data: T | null;
}

/** Sends one request and reads both layers of its reply; another shape is CARRIER_BAD_REPLY. */
export async function call<T extends z.ZodType>(
  { service, kind, data, dataSchema }: Call<T>,
  account: PlatformAccount,
  ports: PlatformPorts,
): Promise<CallOutcome<Answer<z.infer<T>>>> {
  const sent = await ports.http.send({
    url: endpointOf(account.endpoint),
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded;charset=UTF-8',
      accept: 'application/json',
    },
    body: formBody(service, JSON.stringify(data), account, String(ports.clock.now())),
    timeoutMs: timeoutMs[kind],
    maxReplyBytes,
  });
  const settled = settleExchange(kind, sent);
  if (!settled.ok) return settled;
  const answer = readAnswer(settled.value, dataSchema);
  return 'isGood' in answer ? happened(answer) : doubtful(kind, answer);
}

/** The data is written once, and that text is both signed and sent. */
function formBody(
  service: ServiceCode,
  msgData: string,
  account: PlatformAccount,
  timestamp: string,
): string {
  const mode = account.fields.digest === 'plain' ? 'plain' : 'standard';
  const pairs = {
    partnerID: account.merchantId,
    requestID: randomUUID(),
    serviceCode: service,
    timestamp,
    msgDigest: sign(msgData, timestamp, account.secret, mode),
    msgData,
  };
  return Object.entries(pairs)
    .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
    .join('&');
}

const misshapen = failure('CARRIER_BAD_REPLY', { reason: 'shape' });

function readAnswer<T extends z.ZodType>(value: unknown, dataSchema: T): Answer<z.infer<T>> | Failure {
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
  // A success with a fault code, or the other way round, leaves both readings open.
  if (success !== (code === 'S0000')) return failure('CARRIER_BAD_REPLY', { reason: 'contradiction' });
  if (!success) return { isGood: false, code, message, responseId, data: null };
  const data = dataSchema.safeParse(msgData);
  return data.success ? { isGood: true, code, message, responseId, data: data.data } : misshapen;
}

const production = 'https://bspgw.sf-express.com';
const path = '/std/service';

/**
 * One URL for every service. An account's own endpoint (the sandbox, Hong Kong) takes its place: with a path as it is, a
 * bare host with the usual path.
 */
export function endpointOf(endpoint: string | null): string {
  if (endpoint === null) return production + path;
  const origin = /^(https?:\/\/[^/?#]+)\/?$/i.exec(endpoint.trim())?.[1];
  return origin === undefined ? endpoint.trim() : origin + path;
}
