import { Agent as HttpAgent, type IncomingMessage, request as openHttp } from 'node:http';
import { Agent as HttpsAgent, request as openHttps } from 'node:https';
import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { urlToHttpOptions } from 'node:url';
import type { ErrorCode } from '../../shared/errors/catalogue.ts';
import { type CallOutcome, didNotHappen, happened, unknownOutcome } from '../../shared/errors/outcome.ts';
import { type Clock, systemClock } from './clock.ts';
import { faultPoint } from './faultPoint.ts';
import type { HttpPort, HttpReply, HttpRequest } from './http.ts';

export interface NodeHttpOptions {
  /** From asking for a socket to an open (for https: verified) connection. */
  readonly connectTimeoutMs?: number;
  /**
   * An idle connection older than this is closed, not reused: a server that closes it at the same moment
   * would turn a request that never arrived into an unknown outcome. 4 s lies below the shortest common
   * server side keep-alive (5 s).
   */
  readonly idleTimeoutMs?: number;
  /** Hosts (with their port) reached without encryption: test gateways that get made-up data only. */
  readonly plainHosts?: readonly string[];
  /** Tells that the computer slept, which no timer does. */
  readonly clock?: Pick<Clock, 'now'>;
  /** PEM roots trusted instead of the built-in ones. There is no way to switch verification off. */
  readonly trustedRoots?: string;
}

export interface NodeHttp extends HttpPort {
  /** Closes idle and running connections. */
  close(): void;
}

/** Where a request goes, read from its URL. */
interface Address {
  readonly isTls: boolean;
  /** With its port. */
  readonly host: string;
  readonly hostname: string;
  readonly parts: ReturnType<typeof urlToHttpOptions>;
}

interface Route extends Address {
  readonly agent: HttpAgent;
  readonly connectTimeoutMs: number;
}

/** Bookings of an account all go to one URL, and there are a few accounts. */
const mostAddresses = 50;

const loopbackHosts = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * HttpPort over node:http and node:https. The request is handed to the socket only once the connection is
 * open and verified, so that "nothing has left" is a fact and not a guess: failures before that moment are
 * `did-not-happen`, all later ones `unknown`. Redirects are not followed, compressed replies are not asked
 * for, and plain http is refused for every host but this computer and the named test gateways.
 */
export function nodeHttp(options: NodeHttpOptions = {}): NodeHttp {
  const { connectTimeoutMs = 10_000, idleTimeoutMs = 4_000, clock = systemClock } = options;
  const plainHosts = options.plainHosts ?? [];
  let made: ReturnType<typeof makeAgents> | null = null;
  const agents = () => {
    made ??= makeAgents(options, idleTimeoutMs);
    return made;
  };
  /** UTC ms when the last request left, or the last reply came. */
  let activeAt = clock.now();
  const awake = () => {
    const now = clock.now();
    // Timers stop while a computer sleeps; by now the other side, or a router on the way, has dropped its connections.
    if (now - activeAt > idleTimeoutMs && made !== null)
      for (const agent of Object.values(made)) dropIdle(agent);
    activeAt = now;
  };
  const addresses = new Map<string, Address | null>();
  const addressOf = ({ url, method }: HttpRequest): Address | null => {
    // The URL of a GET holds what is asked for and hardly ever comes again: it is not kept.
    if (method === 'GET') return readAddress(url);
    const known = addresses.get(url);
    if (known !== undefined) return known;
    if (addresses.size >= mostAddresses) addresses.clear();
    const address = readAddress(url);
    addresses.set(url, address);
    return address;
  };
  return {
    async send(request) {
      const address = addressOf(request);
      if (address === null) return didNotHappen('NETWORK_ADDRESS_INVALID');
      const { isTls, host, hostname } = address;
      const isPlainAllowed = loopbackHosts.test(hostname) || plainHosts.includes(host);
      if (!isTls && !isPlainAllowed) {
        return didNotHappen('NETWORK_PLAIN_HTTP', { host });
      }
      const agent = isTls ? agents().tls : agents().plain;
      awake();
      const outcome = await exchange(request, { ...address, agent, connectTimeoutMs });
      activeAt = clock.now();
      return outcome;
    },
    close() {
      made?.plain.destroy();
      made?.tls.destroy();
    },
  };
}

/** Made at the first call: Node reads 17 files for them, and opening a window makes no call. */
function makeAgents(
  { trustedRoots }: NodeHttpOptions,
  idleTimeoutMs: number,
): Record<'plain' | 'tls', HttpAgent> {
  const agentOptions = { keepAlive: true, timeout: idleTimeoutMs };
  return {
    plain: new HttpAgent(agentOptions),
    tls: new HttpsAgent({
      ...agentOptions,
      rejectUnauthorized: true,
      minVersion: 'TLSv1.2',
      ...(trustedRoots === undefined ? {} : { ca: trustedRoots }),
    }),
  };
}

function dropIdle({ freeSockets }: HttpAgent): void {
  for (const sockets of Object.values(freeSockets)) for (const socket of sockets ?? []) socket.destroy();
}

function readAddress(text: string): Address | null {
  try {
    const url = new URL(text);
    if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
    const { host, hostname, protocol } = url;
    return { isTls: protocol === 'https:', host, hostname, parts: urlToHttpOptions(url) };
  } catch {
    return null;
  }
}

function exchange(request: HttpRequest, route: Route): Promise<CallOutcome<HttpReply>> {
  return new Promise((resolve) => {
    const headers: Record<string, string | number> = { ...request.headers, 'accept-encoding': 'identity' };
    if (request.method === 'POST') headers['content-length'] = Buffer.byteLength(request.body);
    let mayHaveLeft = false;
    let isConnected = false;
    let isSettled = false;
    const open = route.isTls ? openHttps : openHttp;
    const outgoing = open({ ...route.parts, method: request.method, headers, agent: route.agent });
    let connectTimer: NodeJS.Timeout | undefined;

    const settle = (outcome: CallOutcome<HttpReply>) => {
      if (isSettled) return;
      isSettled = true;
      clearTimeout(connectTimer);
      clearTimeout(deadlineTimer);
      resolve(outcome);
      if (!outcome.ok) outgoing.destroy();
    };
    const fail = (before: ErrorCode, after: ErrorCode) => {
      const params = { host: route.host };
      settle(mayHaveLeft ? unknownOutcome(after, params) : didNotHappen(before, params));
    };
    const deadlineTimer = setTimeout(() => {
      fail('NETWORK_CONNECT_TIMEOUT', 'NETWORK_TIMEOUT');
    }, request.timeoutMs);

    outgoing.on('socket', (socket: Socket) => {
      const write = () => {
        if (isSettled) return;
        clearTimeout(connectTimer);
        mayHaveLeft = true;
        // As text it leaves with its head in one piece.
        outgoing.end(request.body, 'utf8', () => faultPoint('http.after-request'));
      };
      if (isOpen(socket, route.isTls)) return write();
      if (isSettled) return;
      connectTimer = setTimeout(
        () => fail('NETWORK_CONNECT_TIMEOUT', 'NETWORK_TIMEOUT'),
        route.connectTimeoutMs,
      );
      socket.once('connect', () => {
        isConnected = true;
      });
      socket.once(route.isTls ? 'secureConnect' : 'connect', write);
    });
    outgoing.on('response', (incoming) => {
      collect(incoming, request.maxReplyBytes, route.host, settle);
    });
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      fail(connectFault(error, isConnected && route.isTls), 'NETWORK_CUT');
    });
    outgoing.on('close', () => fail('NETWORK_UNREACHABLE', 'NETWORK_CUT'));
  });
}

/** A kept connection can be written to at once; `authorized` turns true only after a verified handshake. */
function isOpen(socket: Socket, isTls: boolean): boolean {
  return !socket.connecting && (!isTls || (socket as TLSSocket).authorized === true);
}

function connectFault(error: NodeJS.ErrnoException, isHandshake: boolean): ErrorCode {
  if (isHandshake) return 'NETWORK_TLS';
  if (error.code === 'ENOTFOUND' || error.code === 'EAI_AGAIN') return 'NETWORK_DNS';
  return error.code === 'ECONNREFUSED' ? 'NETWORK_REFUSED' : 'NETWORK_UNREACHABLE';
}

function collect(
  incoming: IncomingMessage,
  limitBytes: number,
  host: string,
  settle: (outcome: CallOutcome<HttpReply>) => void,
): void {
  const headers = headersOf(incoming);
  const status = incoming.statusCode ?? 0;
  if (limitBytes === 0) {
    settle(happened({ status, headers, body: new Uint8Array() }));
    dropBody(incoming);
    return;
  }
  const chunks: Buffer[] = [];
  let lengthBytes = 0;
  const cut = () => settle(unknownOutcome('NETWORK_CUT', { host }));
  incoming.on('data', (chunk: Buffer) => {
    lengthBytes += chunk.length;
    if (lengthBytes > limitBytes) settle(unknownOutcome('NETWORK_REPLY_TOO_LARGE', { host, limitBytes }));
    else chunks.push(chunk);
  });
  incoming.on('end', () => {
    if (!incoming.complete) return cut();
    settle(happened({ status, headers, body: Buffer.concat(chunks) }));
  });
  incoming.on('error', cut);
  incoming.on('close', cut);
}

function headersOf(incoming: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return headers;
}

/** A short body is passed over, so that the connection serves the next call. */
const mostDroppedBytes = 65_536;

function dropBody(incoming: IncomingMessage): void {
  let bytes = 0;
  incoming.on('error', () => undefined);
  incoming.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > mostDroppedBytes) incoming.destroy();
  });
}
