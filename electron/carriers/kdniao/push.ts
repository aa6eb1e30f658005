import { z } from 'zod';
import type { CodState } from '../../../shared/domain/bills/bill.ts';
import { didNotHappen, done, failure, happened, type Outcome } from '../../../shared/errors/outcome.ts';
import type { PlatformAccount, PlatformCalls } from '../kit/carrierPlatform.ts';
import type { CodNews, PickupNews, PickupState, PushedNews, PushReading } from '../kit/platformServices.ts';
import { parseJsonText } from '../kit/readReply.ts';
import { isSameSignature } from '../kit/signature.ts';
import { looseText, toWireTime, wireMoney, wireText, wireTime } from '../kit/wireValues.ts';
import { call, plainReply } from './call.ts';
import { carrierRule } from './carrierRules.ts';
import { askFault, reasonKind } from './faults.ts';
import { sign } from './sign.ts';
import { replyToSnapshot, trackReply } from './track.ts';

/** Ten parcels with full traces are some 60 KB; the vendor sends no more than ten at once. */
const maxBytes = 2_000_000;

const nothing: PushedNews = { snapshots: [], pickups: [], codNews: [] };

/**
 * Parses one push: the form KDNiao posts (`RequestData`, `RequestType`, `DataSign`). The signature is checked first, over the data exactly
 * as in the form; nothing is parsed without it.
 */
export function readPush(body: string, account: PlatformAccount, now: number): PushReading {
  const news = readForm(body, account, now);
  return { news, acknowledgement: acknowledgement(news, account, now) };
}

/** The answer the vendor asks for, its keys in the vendor's order. `Success:false` makes it push again. */
function acknowledgement(news: Outcome<PushedNews>, { merchantId }: PlatformAccount, now: number): string {
  return JSON.stringify({
    EBusinessID: merchantId,
    UpdateTime: toWireTime(now),
    Success: news.ok,
    Reason: news.ok ? '' : news.code,
  });
}

function readForm(body: string, account: PlatformAccount, now: number): Outcome<PushedNews> {
  if (Buffer.byteLength(body) > maxBytes) return failure('PUSH_UNREADABLE', { reason: 'too-long' });
  const form = new URLSearchParams(body.trim());
  const sent = form.get('RequestData') ?? '';
  const data = [sent, decodedOnceMore(sent)].find((text) =>
    isSigned(text, form.get('DataSign') ?? '', account),
  );
  if (data === undefined) return failure('PUSH_FORGED');
  return readData(data, form.get('RequestType') ?? '', account, now);
}

/** Some senders encode twice, as some clients do; the signature covers the data itself. */
function decodedOnceMore(text: string): string {
  if (!/^%7b/i.test(text)) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function isSigned(data: string, dataSign: string, account: PlatformAccount): boolean {
  if (data === '' || account.secret === '') return false;
  return isSameSignature(decodedSign(dataSign), sign(data, account.secret));
}

function decodedSign(text: string): string {
  return text.replace(/%3d$/i, '=');
}

function readData(
  data: string,
  requestType: string,
  account: PlatformAccount,
  now: number,
): Outcome<PushedNews> {
  const json = parseJsonText(data);
  if (!json.ok) return failure('PUSH_UNREADABLE', json.params);
  const read = pushEnvelope.safeParse(json.value);
  if (!read.success) return failure('PUSH_UNREADABLE', { reason: 'shape' });
  // Signed with our key for another account's number: two accounts share a key, or it is a replay.
  if (read.data.EBusinessID !== account.merchantId) return failure('PUSH_FORGED');
  const toldAt = wireTime(read.data.PushTime) ?? now;
  const news = newsOf(requestType, read.data.Data, toldAt);
  return news === null ? failure('PUSH_UNREADABLE', { reason: 'type' }) : done(news);
}

function newsOf(requestType: string, elements: readonly unknown[], toldAt: number): PushedNews | null {
  switch (requestType) {
    case '101':
    case '102':
      return {
        ...nothing,
        snapshots: readable(trackReply, elements)
          .filter(({ LogisticCode }) => LogisticCode !== '')
          .map((track) => replyToSnapshot(track, track.LogisticCode, '')),
      };
    case '103':
      return { ...nothing, pickups: readable(pushedPickup, elements).map(pickupNews) };
    case '107':
      return { ...nothing, codNews: readable(pushedCod, elements).flatMap((cod) => codNews(cod, toldAt)) };
    default:
      return null;
  }
}

function readable<T extends z.ZodType>(schema: T, elements: readonly unknown[]): z.infer<T>[] {
  return elements.flatMap((element) => {
    const read = schema.safeParse(element);
    return read.success ? [read.data] : [];
  });
}

/** States on which two public integrations agree; fee and ticket states say nothing about where the parcel is. */
const codesOfState: Readonly<Partial<Record<PickupState, readonly string[]>>> = {
  failed: ['99'],
  cancelled: ['203'],
  assigned: ['102', '103', '109', '110', '120'],
  collected: ['104', '301', '2', '3'],
};

function pickupState(code: string): PickupState {
  const found = Object.entries(codesOfState).find(([, codes]) => codes.includes(code));
  return (found?.[0] as PickupState | undefined) ?? 'other';
}

function pickupNews(pushed: z.infer<typeof pushedPickup>): PickupNews {
  const weightGrams = Math.round(Number(pushed.Weight ?? Number.NaN) * 1_000);
  return {
    orderCode: pushed.OrderCode,
    carrier: pushed.ShipperCode,
    waybillNo: pushed.LogisticCode,
    state: pickupState(pushed.State),
    rawState: pushed.State,
    costFen: pushed.TotalFee ?? pushed.Cost,
    weightGrams: weightGrams > 0 ? weightGrams : null,
  };
}

const codStateOf: Readonly<Record<string, CodState>> = { 1: 'awaiting', 2: 'paid-out', 3: 'received' };

/** The platform masks the account's holder and shortens its number itself; no more than that is kept here. */
function codNews(pushed: z.infer<typeof pushedCod>, at: number): CodNews[] {
  const { LogisticCode, ShipperCode, OrderState, AccountName, AccountNum } = pushed;
  if (LogisticCode === '') return [];
  const holder = /[*＊]/.test(AccountName) ? AccountName : AccountName.replace(/^./u, '*');
  return [
    {
      waybillNo: LogisticCode,
      carrier: ShipperCode,
      state: Object.hasOwn(codStateOf, OrderState) ? (codStateOf[OrderState] ?? null) : null,
      rawState: OrderState,
      at,
      accountHolder: holder.slice(0, 20),
      accountTail: AccountNum.slice(-4),
    },
  ];
}

/**
 * Asks KDNiao to follow a number: 8008, or the free 1008 for accounts that query by 1002. The address it pushes to is
 * set in its console. E-waybills booked there are followed automatically.
 */
export const subscribe: PlatformCalls['subscribe'] = async (request, account, ports) => {
  const { carrier, waybillNo, orderCode, phoneTail } = request;
  if (carrier === '') return didNotHappen('CARRIER_FIELD_MISSING', { field: 'carrier' });
  const data = {
    ShipperCode: carrier,
    LogisticCode: waybillNo,
    ...(orderCode === '' ? {} : { OrderCode: orderCode }),
    ...(carrierRule(carrier).needsPhoneTail && phoneTail !== '' ? { CustomerName: phoneTail } : {}),
  };
  const requestType = account.fields.trackType === '1002' ? '1008' : '8008';
  return call(requestType, { data, schema: plainReply }, account, ports, ({ Success, ResultCode, Reason }) =>
    Success || reasonKind(Reason) === 'subscribed' ? happened(null) : askFault(ResultCode, Reason),
  );
};

/** The envelope of every push; elements are parsed one by one, so that one odd parcel does not block nine others. */
const pushEnvelope = z.object({
  EBusinessID: wireText,
  PushTime: looseText,
  Data: z.array(z.unknown()),
});

/** 103: the state of a pickup. */
const pushedPickup = z.object({
  OrderCode: wireText,
  ShipperCode: looseText,
  LogisticCode: looseText,
  State: wireText,
  /** kg, as number or text. */
  Weight: z.union([z.number(), z.string()]).nullish().catch(null),
  Cost: wireMoney,
  TotalFee: wireMoney,
});

/** 107: the state of a COD parcel's money. It does not say how much. */
const pushedCod = z.object({
  ShipperCode: looseText,
  LogisticCode: wireText,
  OrderState: wireText,
  AccountName: looseText,
  AccountNum: looseText,
});
