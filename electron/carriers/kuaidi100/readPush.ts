import { createHash, timingSafeEqual } from 'node:crypto';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { PlatformAccount } from '../kit/carrierPlatform.ts';
import type { PushedNews, PushReading } from '../kit/platformServices.ts';
import { pushSalt } from './pushSalt.ts';
import { readSnapshot } from './readSnapshot.ts';
import { signPush } from './sign.ts';
import { pushedParam } from './wire.ts';

const taken = '{"result":true,"returnCode":"200","message":"成功"}';
const refused = '{"result":false,"returnCode":"500","message":"失败"}';

/**
 * Reads one pushed form body: its signature over the very `param` text first, in either case of hex. A push without
 * events (an `abort`) is taken and tells nothing: unanswered it would come again every half hour.
 */
export function readPush(body: string, account: PlatformAccount): PushReading {
  const form = new URLSearchParams(body);
  const param = form.get('param') ?? '';
  if (!isSame((form.get('sign') ?? '').toUpperCase(), signPush(param, pushSalt(account))))
    return { news: failure('PUSH_FORGED'), acknowledgement: refused };
  const news = readNews(param);
  return { news, acknowledgement: news.ok ? taken : refused };
}

function isSame(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}

function readNews(param: string): Outcome<PushedNews> {
  let value: unknown;
  try {
    value = JSON.parse(param);
  } catch {
    return failure('PUSH_UNREADABLE', { reason: 'not-json' });
  }
  const parsed = pushedParam.safeParse(value);
  if (!parsed.success) return failure('PUSH_UNREADABLE', { reason: 'shape' });
  const { lastResult, comNew } = parsed.data;
  const hasNews = lastResult !== null && lastResult !== undefined && (lastResult.data ?? []).length > 0;
  if (!hasNews) return done({ snapshots: [], pickups: [], cod: [] });
  if (lastResult.nu === '') return failure('PUSH_UNREADABLE', { reason: 'no-number' });
  // The platform may have corrected the carrier; its newer word counts.
  const result = comNew === '' ? lastResult : { ...lastResult, com: comNew };
  return done({ snapshots: [readSnapshot(result, lastResult.nu, '')], pickups: [], cod: [] });
}
