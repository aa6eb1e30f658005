import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** What happens to one exchange on its way. Byte counts are of the whole message, head included. */
export type ProxyFault =
  /** The other side resets once that much of the request has come; nothing is passed on. */
  | { readonly kind: 'reset-request'; readonly afterBytes: number }
  /** The request is taken whole and never passed on. */
  | { readonly kind: 'swallow' }
  /** The request took effect; of the reply only so much arrives, then the connection ends, resets or falls silent. */
  | { readonly kind: 'cut' | 'reset' | 'stall'; readonly atByte: number }
  /** The reply arrives in pieces. */
  | { readonly kind: 'slice'; readonly pieceBytes: number }
  /** The request reaches the platform twice; the first reply is passed on. */
  | { readonly kind: 'twice' }
  /** The head of the reply is changed. */
  | { readonly kind: 'rewrite'; readonly from: string; readonly to: string };

/** A road to a double that breaks where it is told to, one exchange a connection. */
export class FaultProxy {
  fault: ProxyFault | null = null;
  /** The longest whole messages so far, so that a test can cut them everywhere. */
  longestReplyBytes = 0;
  longestRequestBytes = 0;
  readonly #upstreamPort: number;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  constructor(upstreamUrl: string) {
    this.#upstreamPort = Number(new URL(upstreamUrl).port);
    this.#server = createServer((client) => this.#serve(client));
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  #serve(client: Socket): void {
    const { fault } = this;
    this.#sockets.add(client);
    client.on('error', () => undefined);
    let request = Buffer.alloc(0);
    if (fault?.kind === 'reset-request' && fault.afterBytes === 0) return void client.resetAndDestroy();
    client.on('data', (piece: Buffer) => {
      request = Buffer.concat([request, piece]);
      if (fault?.kind === 'reset-request' && request.length >= fault.afterBytes) client.resetAndDestroy();
      if (isWhole(request)) void this.#pass(client, request, fault);
    });
  }

  async #pass(client: Socket, request: Buffer, fault: ProxyFault | null): Promise<void> {
    this.longestRequestBytes = Math.max(this.longestRequestBytes, request.length);
    if (fault?.kind === 'swallow' || fault?.kind === 'reset-request') return;
    const reply = await this.#ask(request);
    if (fault?.kind === 'twice') await this.#ask(request);
    this.longestReplyBytes = Math.max(this.longestReplyBytes, reply.length);
    await deliver(client, reply, fault);
  }

  /** `connection: close`, so that the end of the reply is the end of the connection. */
  #ask(request: Buffer): Promise<Buffer> {
    const once = request.toString('latin1').replace(/connection: keep-alive/i, 'connection: close');
    return new Promise((resolve) => {
      const upstream = connect(this.#upstreamPort, '127.0.0.1', () => upstream.write(once, 'latin1'));
      this.#sockets.add(upstream);
      const pieces: Buffer[] = [];
      upstream.on('data', (piece: Buffer) => pieces.push(piece));
      upstream.on('error', () => undefined);
      upstream.on('close', () => resolve(Buffer.concat(pieces)));
    });
  }
}

function isWhole(request: Buffer): boolean {
  const head = request.indexOf('\r\n\r\n');
  if (head === -1) return false;
  const length = /content-length: (\d+)/i.exec(request.subarray(0, head).toString('latin1'))?.[1];
  return request.length >= head + 4 + Number(length ?? 0);
}

async function deliver(client: Socket, reply: Buffer, fault: ProxyFault | null): Promise<void> {
  switch (fault?.kind) {
    case 'cut':
      client.end(reply.subarray(0, fault.atByte));
      return;
    case 'reset':
      if (fault.atByte === 0) client.resetAndDestroy();
      else client.write(reply.subarray(0, fault.atByte), () => client.resetAndDestroy());
      return;
    case 'stall':
      client.write(reply.subarray(0, fault.atByte));
      return;
    case 'slice':
      client.setNoDelay(true);
      for (let at = 0; at < reply.length; at += fault.pieceBytes) {
        client.write(reply.subarray(at, at + fault.pieceBytes));
        await new Promise(setImmediate);
      }
      client.end();
      return;
    case 'rewrite':
      client.end(reply.toString('latin1').replace(fault.from, fault.to), 'latin1');
      return;
    default:
      client.end(reply);
  }
}
