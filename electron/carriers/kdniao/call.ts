import { z } from 'zod';
import type { CallOutcome } from '../../../shared/errors/outcome.ts';
import type { PlatformAccount, PlatformPorts, PlatformReply } from '../kit/carrierPlatform.ts';
import { ownEndpoint, readExchange, sendForm, withNote } from '../kit/exchange.ts';
import { looseText, wireFlag, wireText } from '../kit/wireValues.ts';
import { kdniaoManifest } from './manifest.ts';
import { sign } from './sign.ts';

/** Ten times the largest label template seen (300 KB). */
const maxReplyBytes = 3_000_000;

const orderPath = '/api/EOrderService';
const queryPath = '/Ebusiness/EbusinessOrderHandle.aspx';
const pickupPath = '/api/OOrderService';
const addressPath = '/api/dist';

/** Interfaces used here: their path in production, and whether they change anything there. */
const interfaces = {
  '1007': [orderPath, 'changes'],
  '1147': [orderPath, 'changes'],
  '1127': [orderPath, 'asks'],
  '1002': [queryPath, 'asks'],
  '8001': [queryPath, 'asks'],
  '8002': [queryPath, 'asks'],
  // The path for cross-border tracking is documented by clients only.
  '7101': [addressPath, 'asks'],
  '2002': [queryPath, 'asks'],
  '1001': [pickupPath, 'changes'],
  '1004': [pickupPath, 'changes'],
  '1801': [pickupPath, 'changes'],
  '1802': [pickupPath, 'changes'],
  '1814': [pickupPath, 'asks'],
  '1815': [pickupPath, 'asks'],
  '1008': [addressPath, 'asks'],
  '8008': [addressPath, 'asks'],
  '6001': [addressPath, 'asks'],
  '6004': [addressPath, 'asks'],
  '6006': [addressPath, 'asks'],
} as const;

export type RequestType = keyof typeof interfaces;

/** Fields every reply has. Types vary between interfaces: `Success` bool or text, codes text or number, Reason null. */
export const envelope = {
  Success: wireFlag,
  ResultCode: wireText,
  /** Used instead of ResultCode by number recognition. */
  Code: looseText,
  Reason: looseText,
  UniquerRequestNumber: looseText,
};
export const plainReply = z.object(envelope);
export type PlainReply = z.infer<typeof plainReply>;

/** The form of one call. The data is serialised once, and that text is both signed and sent. */
export function formOf(requestType: RequestType, data: unknown, account: PlatformAccount) {
  const requestData = JSON.stringify(data);
  return {
    RequestData: requestData,
    EBusinessID: account.merchantId,
    RequestType: requestType,
    DataSign: sign(requestData, account.secret),
    DataType: '2',
  };
}

/** Sends one request and parses its reply; also returns what the call log may keep. */
export async function call<T extends z.ZodType<PlainReply>, R>(
  requestType: RequestType,
  { data, schema }: { readonly data: unknown; readonly schema: T },
  account: PlatformAccount,
  { http }: PlatformPorts,
  read: (reply: z.infer<T>) => CallOutcome<R>,
): Promise<PlatformReply<R>> {
  const [, kind] = interfaces[requestType];
  const post = (edition: ServiceEdition) =>
    sendForm(http, {
      url: endpointOf(requestType, account.endpoint, edition),
      kind,
      form: formOf(requestType, data, account),
      maxReplyBytes,
    });
  const edition: ServiceEdition = account.fields.serviceEdition === '2' ? '2' : '';
  let sent = await post(edition);
  // The vendor's own advice: 404 there means that this account must use the paths without the 2. The request was not read.
  if (edition === '2' && sent.ok && sent.value.status === 404) sent = await post('');
  const replied = readExchange(kind, sent, schema);
  if (!replied.ok) return replied;
  const { ResultCode, Code, UniquerRequestNumber } = replied.value;
  return withNote(read(replied.value), ResultCode || Code, UniquerRequestNumber);
}

/** Articles of 2025 name `EOrderService2` and `OOrderService2` and warn that not every account can use them. */
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
  const [path] = interfaces[requestType];
  const fullPath = path === orderPath || path === pickupPath ? path + edition : path;
  return endpoint === null ? kdniaoManifest.endpoints[0].url + fullPath : ownEndpoint(endpoint, fullPath);
}
