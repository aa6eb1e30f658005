import {
  type CallOutcome,
  didNotHappen,
  done,
  failure,
  type Outcome,
  unknownOutcome,
} from '../../shared/errors/outcome.ts';
import type { HttpReply } from '../platform/http.ts';
import { readWebAddress } from '../platform/webAddress.ts';
import type { ChannelPorts } from './channel.ts';

const timeoutMs = 15_000;
const maxReplyBytes = 65_536;

/** The receiver has not taken it and says so itself; any other trouble of its own leaves open whether it has. */
const notTaken: ReadonlySet<number> = new Set([408, 429, 503]);

/** One JSON post. A reply in the 200s is handed to the caller, who reads what it says. */
export async function postJson(
  { http }: ChannelPorts,
  url: string,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<CallOutcome<HttpReply>> {
  const { host } = new URL(url);
  const sent = await http.send({
    url,
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body,
    timeoutMs,
    maxReplyBytes,
  });
  if (!sent.ok) return sent;
  const { status } = sent.value;
  if (status >= 200 && status < 300) return sent;
  if (notTaken.has(status)) return didNotHappen('CHANNEL_BUSY', { host, reply: String(status) });
  return status >= 500
    ? unknownOutcome('CHANNEL_BROKEN', { host, reply: String(status) })
    : didNotHappen('CHANNEL_REFUSED', { host, reply: String(status) });
}

/** The address of a robot or of one's own program: encrypted, or on this computer. */
export function readUrl(typed: string | undefined): Outcome<string> {
  const text = typed?.trim() ?? '';
  const url = readWebAddress(text);
  const isLoopback = url !== null && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback)) return done(text);
  return failure('CHANNEL_ADDRESS_INVALID');
}
