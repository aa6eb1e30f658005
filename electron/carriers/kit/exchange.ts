import {
  type CallOutcome,
  didNotHappen,
  type Failure,
  happened,
  unknownOutcome,
} from '../../../shared/errors/outcome.ts';
import type { HttpReply } from '../../platform/http.ts';
import type { PlatformReply } from './carrierPlatform.ts';
import { readJsonReply } from './readReply.ts';

/** `changes`: the call books or voids. `asks`: it only reads, so that a failed one did nothing and may be repeated. */
export type CallKind = 'changes' | 'asks';

/** Statuses by which a server says that it did not even look at the request. */
const refusedUnread = new Set([400, 404, 405, 407, 410, 411, 413, 414, 415, 431]);

/** Retry-After may ask for anything; a bench cannot wait for longer than this. */
const maxWaitSeconds = 300;
const defaultWaitSeconds = 5;

/**
 * The certainty rule for every call, in one place. From the bare exchange to the reply's JSON:
 * - nothing left this machine, 401/403, 429, refused unread → `did-not-happen`
 * - timeout, cut, 5xx, redirect, other statuses, unreadable body → `unknown` for a call that changes something
 * - a failed call that only asks → always `did-not-happen`
 * What the JSON says is then the connector's to judge.
 */
export function settleExchange(kind: CallKind, sent: CallOutcome<HttpReply>): CallOutcome<unknown> {
  if (!sent.ok) return kind === 'asks' ? { ...sent, certainty: 'did-not-happen' } : sent;
  const reply = sent.value;
  const { status } = reply;
  if (status === 200) {
    const read = readJsonReply(reply);
    return read.ok ? happened(read.value) : doubtful(kind, read);
  }
  if (status === 401 || status === 403) return didNotHappen('CARRIER_CREDENTIALS');
  if (status === 429) return didNotHappen('CARRIER_BUSY', { waitSeconds: waitSeconds(reply) });
  if (refusedUnread.has(status)) return didNotHappen('CARRIER_HTTP_REFUSED', { status });
  if (status >= 500) {
    return kind === 'asks'
      ? didNotHappen('CARRIER_DOWN', { status })
      : unknownOutcome('CARRIER_DOWN', { status });
  }
  return doubtful(kind, { ok: false, code: 'CARRIER_BAD_REPLY', params: { reason: `HTTP ${status}` } });
}

/** A failure after the other side may have acted. */
export function doubtful(kind: CallKind, failed: Failure): CallOutcome<never> {
  return { ...failed, certainty: kind === 'asks' ? 'did-not-happen' : 'unknown' };
}

/** Only the form in seconds is read; a date would trust the other side's clock. */
function waitSeconds(reply: HttpReply): number {
  const header = reply.headers['retry-after'] ?? '';
  return /^\d{1,9}$/.test(header) ? Math.min(Number(header), maxWaitSeconds) : defaultWaitSeconds;
}

/**
 * Adds what the call log may keep of a reply. Both texts come from outside: only a code-like one passes, so that no
 * sentence, and nobody's name, gets into the log by this door.
 */
export function withNote<T>(
  outcome: CallOutcome<T>,
  platformCode: string,
  requestId: string,
): PlatformReply<T> {
  return {
    ...outcome,
    note: {
      platformCode: /^[\w.-]{1,20}$/.test(platformCode) ? platformCode : '',
      requestId: /^[\w.-]{1,64}$/.test(requestId) ? requestId : '',
    },
  };
}

/** Words of a platform after which nobody knows whether it acted: a fault on its side, not a refusal. */
export const unsettledWords =
  /超时|(系统|服务器|接口|网络|内部|程序|未知|通信|通讯).{0,4}(错误|异常|繁忙|故障|失败|不可用)|服务(异常|繁忙)|稍后|处理中|无响应|未返回|频繁|限流|time(d)? ?out|busy|exception|internal error/iu;
