import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { misbehave } from './misbehave.ts';
import { RequestMeter } from './requestMeter.ts';
import { type ScriptedFault, ScriptedFaults } from './scriptedFaults.ts';
import { WaybillLedger } from './waybillLedger.ts';

export type WireObject = Readonly<Record<string, unknown>>;

export interface PlatformDoubleOptions {
  readonly port?: number;
  readonly latencyMs?: number;
  readonly ledgerFile?: string | null;
  /** The double's own clock, for its rules of time. */
  readonly now?: () => number;
}

export interface SeenCall {
  readonly path: string;
  readonly body: string;
  readonly form: URLSearchParams;
  /** What faults and meters name a call by: method, service code or path. */
  readonly service: string;
  /** Order code or waybill number the call is about. */
  readonly reference: string;
  readonly data: WireObject;
}

/**
 * What the doubles of platforms have in common: a real server on loopback, a ledger, requests a second, and faults on
 * demand before or after the call took effect. `POST /__faults` (one fault, a list, or [] to clear), `POST /__anew`,
 * `GET /__ledger`, `GET /__stats`.
 */
export abstract class PlatformDouble {
  ledger: WaybillLedger;
  readonly faults = new ScriptedFaults();
  readonly requests: SeenCall[] = [];
  readonly meters = new Map<string, RequestMeter>();
  protected readonly now: () => number;
  readonly #options: PlatformDoubleOptions;
  readonly #server: Server;

  constructor(options: PlatformDoubleOptions = {}) {
    this.#options = options;
    this.now = options.now ?? Date.now;
    this.ledger = new WaybillLedger(options.ledgerFile ?? null);
    this.#server = createServer((request, response) => {
      this.#receive(request, response).catch(() => response.destroy());
    });
  }

  /** What a request asks for. */
  protected abstract read(
    path: string,
    form: URLSearchParams,
  ): Pick<SeenCall, 'service' | 'reference' | 'data'>;
  /** Does it, and says what the platform would say. */
  protected abstract answer(call: SeenCall): unknown;
  /** The answer as it goes over the wire. */
  protected wrap(answer: unknown): string {
    return JSON.stringify(answer);
  }

  /** As if it had just started, on the same port: nothing booked, nothing seen, no faults. */
  startAnew(ledgerFile: string | null): void {
    this.ledger = new WaybillLedger(ledgerFile);
    this.faults.clear();
    this.requests.length = 0;
    this.meters.clear();
  }

  listen(): Promise<string> {
    return new Promise((resolve) => {
      this.#server.listen(this.#options.port ?? 0, '127.0.0.1', () => resolve(this.url));
    });
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  async #receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString('utf8');
    const [path = '/', query = ''] = (request.url ?? '/').split('?');
    if (path.startsWith('/__')) return this.#administer(path, body, response);
    const form = new URLSearchParams(request.method === 'GET' ? query : body);
    const call: SeenCall = { path, body, form, ...this.read(path, form) };
    this.requests.push(call);
    const meter = this.meters.get(call.service) ?? new RequestMeter();
    this.meters.set(call.service, meter);
    meter.mark(Date.now());

    const fault = this.faults.next(call.service, call.reference);
    const delayMs = (this.#options.latencyMs ?? 0) + (fault?.kind === 'delay' ? (fault.delayMs ?? 0) : 0);
    if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
    if (fault !== null && !takesEffect(fault) && misbehave(fault, response, this.wrap({}))) return;
    const answer = this.answer(call);
    const proper = this.wrap(fault?.kind === 'patch' ? merged(answer, fault.body) : answer);
    if (fault !== null && misbehave(fault, response, proper)) return;
    response.writeHead(200, { 'content-type': 'application/json;charset=utf-8' }).end(proper);
  }

  #administer(path: string, body: string, response: ServerResponse): void {
    response.setHeader('content-type', 'application/json');
    if (path === '/__faults') {
      const faults = [JSON.parse(body)].flat() as ScriptedFault[];
      if (faults.length === 0) this.faults.clear();
      for (const fault of faults) this.faults.add(fault);
      response.end('{}');
    } else if (path === '/__anew') {
      this.startAnew((JSON.parse(body) as { ledgerFile: string }).ledgerFile);
      response.end('{}');
    } else if (path === '/__ledger') response.end(JSON.stringify(this.ledger.lines));
    else if (path === '/__stats') {
      const rows = [...this.meters].map(([service, meter]) => [
        service,
        { total: meter.total, peakPerSecond: meter.peakPerSecond() },
      ]);
      response.end(JSON.stringify(Object.fromEntries(rows)));
    } else response.writeHead(404).end();
  }
}

/** Whether the call takes effect before the fault shows. */
function takesEffect(fault: ScriptedFault): boolean {
  if (fault.accept !== undefined) return fault.accept;
  const after = ['accept-then-drop', 'accept-then-silence', 'half-reply', 'slow-drip', 'cut-json', 'delay'];
  return fault.kind === 'patch' || after.includes(fault.kind);
}

/** Objects are merged at every depth; lists and values are replaced. */
function merged(answer: unknown, patch: unknown): unknown {
  if (!isObject(answer) || !isObject(patch)) return patch;
  const changed = Object.entries(patch).map(([key, value]) => [key, merged(answer[key], value)]);
  return { ...answer, ...Object.fromEntries(changed) };
}

function isObject(value: unknown): value is WireObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function parseData(text: string): WireObject {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

/** Text of a JSON value; empty for none. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return value === undefined || value === null ? '' : JSON.stringify(value);
}

/** `node test/doubles/<name>Server.ts --port 0 --latency 80 --ledger FILE` prints one JSON line with URL and credentials. */
export async function runAsProgram(
  open: (options: PlatformDoubleOptions) => PlatformDouble,
  told: WireObject,
): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '0' },
      latency: { type: 'string', default: '0' },
      ledger: { type: 'string' },
    },
  });
  const server = open({
    port: Number(values.port),
    latencyMs: Number(values.latency),
    ledgerFile: values.ledger ?? null,
  });
  // Whoever started it is gone, however that ended: nothing of a test run stays behind.
  process.once('disconnect', () => process.exit());
  const url = await server.listen();
  process.stdout.write(`${JSON.stringify({ url, ...told })}\n`);
}
