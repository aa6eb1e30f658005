import type { z } from 'zod';
import { type CallOutcome, failure, happened } from '../../../shared/errors/outcome.ts';
import type { PlatformAccount, PlatformPorts } from '../kit/carrierPlatform.ts';
import { type CallKind, doubtful, settleExchange } from '../kit/exchange.ts';
import { sign } from './sign.ts';

/** Booking waits on the carrier behind the platform; queries are answered from the platform's own store. */
const timeoutMs = { changes: 30_000, asks: 15_000 } as const;

/** Ten times the largest label template seen (300 KB). */
const maxReplyBytes = 3_000_000;

interface Call<T extends z.ZodType> {
  readonly requestType: RequestType;
  readonly kind: CallKind;
  readonly data: unknown;
  readonly replySchema: T;
}

/** The form body of one call. The data is written once, and that text is both signed and sent. */
export function formBody(requestType: RequestType, data: unknown, account: PlatformAccount): string {
  const requestData = JSON.stringify(data);
  const pairs = {
    RequestData: requestData,
    EBusinessID: account.merchantId,
    RequestType: requestType,
    DataSign: sign(requestData, account.secret),
    DataType: '2',
  };
  return Object.entries(pairs)
    .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
    .join('&');
}

/** Sends one request and reads its reply into the schema; a reply of another shape is CARRIER_BAD_REPLY. */
export async function call<T extends z.ZodType>(
  { requestType, kind, data, replySchema }: Call<T>,
  account: PlatformAccount,
  { http }: PlatformPorts,
): Promise<CallOutcome<z.infer<T>>> {
  const post = (edition: ServiceEdition) =>
    http.send({
      url: endpointOf(requestType, account.endpoint, edition),
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded;charset=utf-8',
        accept: 'application/json',
      },
      body: formBody(requestType, data, account),
      timeoutMs: timeoutMs[kind],
      maxReplyBytes,
    });
  const edition: ServiceEdition = account.fields.serviceEdition === '2' ? '2' : '';
  let sent = await post(edition);
  // The vendor's own advice: 404 there means that this account is to use the paths without the 2. Nobody read the request.
  if (edition === '2' && sent.ok && sent.value.status === 404) sent = await post('');
  const read = settleExchange(kind, sent);
  if (!read.ok) return read;
  const parsed = replySchema.safeParse(read.value);
  return parsed.success
    ? happened(parsed.data)
    : doubtful(kind, failure('CARRIER_BAD_REPLY', { reason: 'shape' }));
}

const host = 'https://api.kdniao.com';
const orderPath = '/api/EOrderService';
const queryPath = '/Ebusiness/EbusinessOrderHandle.aspx';
const pickupPath = '/api/OOrderService';
const addressPath = '/api/dist';

/** Interface numbers used here and where each lives in production. */
const pathOf = {
  '1007': orderPath,
  '1147': orderPath,
  '1127': orderPath,
  '1002': queryPath,
  '8001': queryPath,
  '8002': queryPath,
  '2002': queryPath,
  '1001': pickupPath,
  '1004': pickupPath,
  '1801': pickupPath,
  '1802': pickupPath,
  '1814': pickupPath,
  '1815': pickupPath,
  '1008': addressPath,
  '8008': addressPath,
  '6001': addressPath,
  '6004': addressPath,
  '6006': addressPath,
} as const;

export type RequestType = keyof typeof pathOf;

/** Articles of 2025 name `EOrderService2` and `OOrderService2` and warn that they are not open to everybody. */
type ServiceEdition = '' | '2';

/**
 * The URL of one interface. An account's own endpoint replaces it for every interface: a URL with a path is used as it
 * is (the vendor's sandbox is one gateway for all), a bare host gets the production path.
 */
export function endpointOf(
  requestType: RequestType,
  endpoint: string | null,
  edition: ServiceEdition = '',
): string {
  const path = pathOf[requestType];
  const whole = path === orderPath || path === pickupPath ? path + edition : path;
  if (endpoint === null) return host + whole;
  const origin = /^(https?:\/\/[^/?#]+)\/?$/i.exec(endpoint.trim())?.[1];
  return origin === undefined ? endpoint.trim() : origin + whole;
}
