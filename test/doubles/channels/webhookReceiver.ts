import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

type Behaviour =
  | 'works'
  | 'fails'
  | 'refuses'
  | 'closes'
  | 'answers-nonsense'
  | 'redirects'
  /** Takes it, and answers with a page that is long and does not end. */
  | 'answers-at-length'
  /** Takes it, and its answer never arrives. */
  | 'takes-and-closes';

interface Event {
  readonly id: string;
  readonly type: string;
  readonly orderNo: string;
  readonly state: string;
  readonly code: string;
}

/** A program of the shop's own on loopback, written after the manual: checks the signature, then takes the events. */
export class WebhookReceiver {
  behaviour: Behaviour = 'works';
  key = '';
  /** Posts that were not signed with the key. */
  forged = 0;
  posts = 0;
  /** What it has taken is answered once this is over. */
  answersAfter: Promise<void> = Promise.resolve();
  tests = 0;
  readonly bodies: string[] = [];
  /** Each as often as it came. */
  readonly events: Event[] = [];
  #server: Server | null = null;

  get url(): string {
    const address = this.#server?.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    return `http://127.0.0.1:${port}/events?token=s3cret`;
  }

  async start(): Promise<this> {
    this.#server = createServer((request, response) => void this.#take(request, response));
    await new Promise<void>((resolve) => this.#server?.listen(0, '127.0.0.1', resolve));
    return this;
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const piece of request) body += String(piece);
    this.posts++;
    if (this.behaviour === 'closes') return void request.socket.destroy();
    if (this.behaviour === 'answers-nonsense') return void request.socket.end('nonsense\r\n\r\n');
    if (this.behaviour === 'redirects')
      return void response.writeHead(307, { location: this.url.replace('events', 'elsewhere') }).end();
    if (!['works', 'takes-and-closes', 'answers-at-length'].includes(this.behaviour))
      return void response.writeHead(this.behaviour === 'fails' ? 500 : 404).end('<html>');
    if (!this.#isSigned(request, body)) this.forged++;
    else this.#keep(body);
    if (this.behaviour === 'takes-and-closes') return void request.socket.destroy();
    await this.answersAfter;
    if (this.behaviour === 'answers-at-length')
      return void response.writeHead(200).write('<html>'.padEnd(100_000));
    response.writeHead(204).end();
  }

  #keep(body: string): void {
    const { events, isTest } = JSON.parse(body) as { events: Event[]; isTest?: boolean };
    this.bodies.push(body);
    if (isTest === true) this.tests++;
    this.events.push(...events);
  }

  #isSigned({ headers }: IncomingMessage, body: string): boolean {
    const at = String(headers['x-shipdesk-timestamp']);
    const given = Buffer.from(String(headers['x-shipdesk-signature']));
    const right = Buffer.from(
      `sha256=${createHmac('sha256', this.key).update(`${at}.${body}`).digest('hex')}`,
    );
    return given.length === right.length && timingSafeEqual(given, right);
  }

  async stop(): Promise<void> {
    this.#server?.closeAllConnections();
    await new Promise((resolve) => this.#server?.close(resolve));
  }
}
