import { createHmac } from 'node:crypto';
import { z } from 'zod';
import {
  type CallOutcome,
  didNotHappen,
  done,
  failure,
  happened,
  type Outcome,
} from '../../../shared/errors/outcome.ts';
import type { PlatformAccount, PlatformCalls } from '../kit/carrierPlatform.ts';
import { withNote } from '../kit/exchange.ts';
import type { PushedNews, PushReading } from '../kit/platformServices.ts';
import { parseJsonText } from '../kit/readReply.ts';
import { isSameSignature } from '../kit/signature.ts';
import { looseText } from '../kit/wireValues.ts';
import { askForm, plainReply, questionReason } from './call.ts';
import { askFault } from './faults.ts';
import { kuaidi100Code } from './manifest.ts';
import { signPush } from './sign.ts';
import { readSnapshot, trackReply } from './track.ts';

const pushedParam = z.object({
  status: looseText,
  comNew: looseText,
  lastResult: trackReply.nullish(),
});

const acknowledgement = '{"result":true,"returnCode":"200","message":"成功"}';
const refused = '{"result":false,"returnCode":"500","message":"失败"}';

/**
 * Reads one pushed form body: its signature over the very `param` text first, in either case of hex. A push without
 * events (an `abort`) is acknowledged and changes nothing: unanswered it would come again every half hour.
 */
export function readPush(body: string, account: PlatformAccount): PushReading {
  const form = new URLSearchParams(body);
  const param = form.get('param') ?? '';
  if (!isSameSignature((form.get('sign') ?? '').toUpperCase(), signPush(param, pushSalt(account))))
    return { news: failure('PUSH_FORGED'), acknowledgement: refused };
  const news = readNews(param);
  return { news, acknowledgement: news.ok ? acknowledgement : refused };
}

function readNews(param: string): Outcome<PushedNews> {
  const json = parseJsonText(param);
  if (!json.ok) return failure('PUSH_UNREADABLE', json.params);
  const parsed = pushedParam.safeParse(json.value);
  if (!parsed.success) return failure('PUSH_UNREADABLE', { reason: 'shape' });
  const { lastResult, comNew } = parsed.data;
  const hasNews = lastResult !== null && lastResult !== undefined && (lastResult.data ?? []).length > 0;
  if (!hasNews) return done({ snapshots: [], pickups: [], codNews: [] });
  if (lastResult.nu === '') return failure('PUSH_UNREADABLE', { reason: 'no-number' });
  // The platform may have corrected the carrier; its newer word counts.
  const result = comNew === '' ? lastResult : { ...lastResult, com: comNew };
  return done({ snapshots: [readSnapshot(result, lastResult.nu, '')], pickups: [], codNews: [] });
}

/** Asks for news of a number. It is pushed to the request's address or that of the account, signed with our salt. */
export const subscribe: PlatformCalls['subscribe'] = async (request, account, ports) => {
  const callbackurl = request.callbackUrl || account.fields.callbackUrl || '';
  if (callbackurl === '') return didNotHappen('CARRIER_FIELD_MISSING', { field: 'account.callbackUrl' });
  const company = kuaidi100Code(request.carrier);
  const data = {
    ...(company === null ? {} : { company }),
    number: request.waybillNo,
    key: account.merchantId,
    parameters: {
      callbackurl,
      salt: pushSalt(account),
      resultv2: '4',
      ...(company === null ? { autoCom: '1' } : {}),
      ...(request.phoneTail === '' ? {} : { phone: request.phoneTail }),
    },
  };
  // The key is inside the data; there is no signature.
  const form = { schema: 'json', param: JSON.stringify(data) };
  const replied = await askForm('subscribe', form, plainReply, account, ports);
  if (!replied.ok) return replied;
  const { code, returnCode, message } = replied.value;
  const resultCode = code || returnCode;
  const reason = questionReason(message, account, request.waybillNo, request.phoneTail);
  return withNote(readSubscribed(resultCode, reason), resultCode, '');
};

/** 501: followed already. 700 to 702: the data, the carrier or the number is not accepted. */
function readSubscribed(code: string, reason: string): CallOutcome<null> {
  if (code === '200' || code === '501') return happened(null);
  return code === '700' || code === '701' || code === '702'
    ? didNotHappen('CARRIER_FIELD', { reason: reason || code })
    : askFault(code, reason);
}

/** The salt given when subscribing. Without one of the account's own it follows from the secret: no push is ever unsigned. */
export function pushSalt({ fields, secret }: PlatformAccount): string {
  return fields.salt || createHmac('sha256', secret).update('push salt').digest('hex').slice(0, 32);
}
