import { type IncomingMessage, request as openHttp, type RequestOptions } from 'node:http';
import { request as openHttps } from 'node:https';
import { done, type Failure, failure, type Outcome } from '../../shared/errors/outcome.ts';
import { readWebAddress } from '../platform/webAddress.ts';

/** A server that has begun to answer. */
export interface Fetched {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Pieces as they come; ends with `isWhole` false where the connection broke or fell silent. */
  readonly pieces: AsyncIterable<Buffer>;
  readonly isWhole: () => boolean;
  /** Reads no more. */
  close(): void;
}

interface FetchOptions {
  /** First byte to be sent: what lies before it is here already. */
  readonly from?: number;
  /** Nothing at all for so long: the server has fallen silent. */
  readonly silentMs?: number;
  readonly signal?: AbortSignal;
}

const usualSilenceMs = 30_000;
const mostRedirects = 5;
const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** https, or http on this computer alone; no name or password in it. null: none of that. */
export function readUpdateAddress(text: string): URL | null {
  const url = readWebAddress(text);
  if (url === null || url.username !== '' || url.password !== '') return null;
  const isPlainHere = url.protocol === 'http:' && loopback.test(url.hostname);
  return url.protocol === 'https:' || isPlainHere ? url : null;
}

/**
 * Asks for a file, and nothing else: no name, no version, no cookie leaves this computer. Redirects are followed to encrypted
 * addresses only; from this computer's own server to itself as well.
 */
export async function fetchFile(address: URL, options: FetchOptions = {}): Promise<Outcome<Fetched>> {
  let url = address;
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    const answered = await ask(url, options);
    if (!answered.ok) return answered;
    const { status, headers, close } = answered.value;
    const location = headers.location;
    if (status < 300 || status > 399 || typeof location !== 'string') return answered;
    close();
    const next = placeFrom(location, url);
    if (next === null) return failure('UPDATE_SERVER_ANSWER', { host: url.host, status });
    if (readUpdateAddress(next.href) === null || isToThisComputer(url, next))
      return failure('NETWORK_PLAIN_HTTP', { host: next.host });
    url = next;
  }
  return failure('UPDATE_SERVER_ANSWER', { host: url.host, status: 302 });
}

function placeFrom(location: string, url: URL): URL | null {
  try {
    return new URL(location, url);
  } catch {
    return null;
  }
}

/** Nobody outside sends this computer to itself. */
const isToThisComputer = (from: URL, to: URL): boolean =>
  to.protocol === 'http:' && !loopback.test(from.hostname);

function ask(
  url: URL,
  { from = 0, silentMs = usualSilenceMs, signal }: FetchOptions,
): Promise<Outcome<Fetched>> {
  const options: RequestOptions = {
    method: 'GET',
    headers: {
      accept: '*/*',
      'accept-encoding': 'identity',
      ...(from > 0 ? { range: `bytes=${from}-` } : {}),
    },
    timeout: silentMs,
    agent: false,
    ...(signal === undefined ? {} : { signal }),
  };
  return new Promise((resolve) => {
    const { host } = url;
    let isSecured = url.protocol === 'http:';
    let isConnected = false;
    const refuse = (refused: Failure): void => resolve(refused);
    const outgoing =
      url.protocol === 'https:'
        ? openHttps(url, { ...options, minVersion: 'TLSv1.2' })
        : openHttp(url, options);
    outgoing.on('socket', (socket) => {
      socket.once('connect', () => {
        isConnected = true;
      });
      socket.once('secureConnect', () => {
        isSecured = true;
      });
    });
    outgoing.on('timeout', () => outgoing.destroy());
    outgoing.on('error', () => {
      if (isConnected && !isSecured) refuse(failure('NETWORK_TLS', { host }));
      else refuse(failure(isConnected ? 'UPDATE_SERVER_CUT' : 'UPDATE_SERVER_AWAY', { host }));
    });
    outgoing.on('close', () =>
      refuse(failure(isConnected ? 'UPDATE_SERVER_CUT' : 'UPDATE_SERVER_AWAY', { host })),
    );
    outgoing.on('response', (incoming) => resolve(done(fetched(incoming))));
    outgoing.end();
  });
}

function fetched(incoming: IncomingMessage): Fetched {
  let isEnded = false;
  async function* pieces(): AsyncGenerator<Buffer> {
    try {
      for await (const piece of incoming) yield piece as Buffer;
      isEnded = incoming.complete;
    } catch {
      // Cut off, silent for too long or stopped by a person: `isWhole` says so.
    }
  }
  return {
    status: incoming.statusCode ?? 0,
    headers: incoming.headers,
    pieces: pieces(),
    isWhole: () => isEnded,
    close: () => void incoming.destroy(),
  };
}
