import {
  type CallOutcome,
  didNotHappen,
  type Failure,
  happened,
  unknownOutcome,
} from '../../../shared/errors/outcome.ts';
import type { HttpReply } from '../../platform/http.ts';
import { readJsonReply } from './readJsonReply.ts';

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
