import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { KdniaoLedger, type LedgerEntry } from './kdniaoLedger.ts';
import { bookingRefusal, parsedAddress, reachRefusal, type WireObject, wireTextOf } from './kdniaoRules.ts';
import { KdniaoServices } from './kdniaoServices.ts';
import { kdniaoTemplate } from './kdniaoTemplate.ts';
import { misbehave } from './misbehave.ts';
import { RequestMeter } from './requestMeter.ts';
import { type ScriptedFault, ScriptedFaults } from './scriptedFaults.ts';

export interface KdniaoServerOptions {
  readonly port?: number;
  readonly latencyMs?: number;
  readonly ledgerFile?: string | null;
  readonly merchantId?: string;
  readonly apiKey?: string;
}

export interface SeenRequest {
  readonly path: string;
  readonly body: string;
  readonly requestType: string;
  readonly data: WireObject;
}

const servicesOn = (ledger: KdniaoLedger, ledgerFile: string | null) =>
  new KdniaoServices(ledger, ledgerFile === null ? null : `${ledgerFile}.pickups`);

/**
 * KDNiao on loopback: checks signatures, books into a ledger, answers repeats with 106, tracks, recognises, cancels, parses, tells reach,
 * balance, freight and arrival, takes pickups and subscriptions, counts requests a second and misbehaves on demand. Every path is the gateway. Also a program:
 * `node test/doubles/platforms/kdniaoServer.ts --port 0 --latency 80 --ledger FILE [--id ID --key KEY]` prints one JSON line with
 * its URL; `POST /__faults` (one fault, a list, or [] to clear), `POST /__anew`, `GET /__ledger`, `GET /__stats`.
 */
export class KdniaoServer {
  readonly merchantId: string;
  readonly apiKey: string;
  ledger: KdniaoLedger;
  services: KdniaoServices;
  readonly faults = new ScriptedFaults();
  /** What `PrintTemplate` holds; a test may put another label in. */
  template = kdniaoTemplate;
  readonly requests: SeenRequest[] = [];
  readonly meters = new Map<string, RequestMeter>();
  readonly #latencyMs: number;
  readonly #port: number;
  readonly #server: Server;

  constructor(options: KdniaoServerOptions = {}) {
    this.merchantId = options.merchantId ?? 'test1234567';
    this.apiKey = options.apiKey ?? '11111111-2222-3333-4444-555555555555';
    const ledgerFile = options.ledgerFile ?? null;
    this.ledger = new KdniaoLedger(ledgerFile);
    this.services = servicesOn(this.ledger, ledgerFile);
    this.#latencyMs = options.latencyMs ?? 0;
    this.#port = options.port ?? 0;
    this.#server = createServer((request, response) => {
      this.#receive(request, response).catch(() => response.destroy());
    });
  }

  /** As if it had just started, on the same port: nothing booked, nothing seen, no faults. */
  startAnew(ledgerFile: string | null): void {
    this.ledger = new KdniaoLedger(ledgerFile);
    this.services = servicesOn(this.ledger, ledgerFile);
    this.faults.clear();
    this.requests.length = 0;
    this.meters.clear();
  }

  listen(): Promise<string> {
    return new Promise((resolve) => {
      this.#server.listen(this.#port, '127.0.0.1', () => resolve(this.url));
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
    const path = request.url ?? '/';
    if (path.startsWith('/__')) return this.#administer(path, body, response);

    const form = new URLSearchParams(body);
    const requestType = form.get('RequestType') ?? '';
    const requestData = decodeAgain(form.get('RequestData') ?? '');
    const data = parseData(requestData);
    this.requests.push({ path, body, requestType, data });
    this.#meter(requestType).mark(Date.now());

    const fault = this.faults.next(requestType, wireTextOf(data.OrderCode ?? data.LogisticCode));
    const delayMs = this.#latencyMs + (fault?.kind === 'delay' ? (fault.delayMs ?? 0) : 0);
    if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
    if (fault !== null && !accepts(fault)) {
      if (misbehave(fault, response, '{"Success":false,"Reason":"not accepted","ResultCode":"100"}')) return;
    }
    const reply = this.#answer(form, requestType, requestData, data);
    const proper = JSON.stringify(fault?.kind === 'patch' ? patched(reply, fault.body) : reply);
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
    } else if (path === '/__pickups') response.end(JSON.stringify(this.services.pickups.entries));
    else if (path === '/__ledger') response.end(JSON.stringify(this.ledger.entries));
    else if (path === '/__stats') {
      const rows = [...this.meters].map(([type, meter]) => [
        type,
        { total: meter.total, peakPerSecond: meter.peakPerSecond() },
      ]);
      response.end(JSON.stringify(Object.fromEntries(rows)));
    } else response.writeHead(404).end();
  }

  #meter(requestType: string): RequestMeter {
    const meter = this.meters.get(requestType) ?? new RequestMeter();
    this.meters.set(requestType, meter);
    return meter;
  }

  #answer(form: URLSearchParams, requestType: string, requestData: string, data: WireObject): WireObject {
    const head = { EBusinessID: this.merchantId, UniquerRequestNumber: `req-${this.requests.length}` };
    const refuse = (ResultCode: string, Reason: string) => ({ ...head, Success: false, ResultCode, Reason });
    if (form.get('EBusinessID') !== this.merchantId) return refuse('102', '商户ID不存在');
    if (!this.#isSigned(requestData, decodeAgain(form.get('DataSign') ?? '')))
      return refuse('102', '签名错误');
    if (form.get('DataType') !== '2') return refuse('103', 'DataType 错误');
    switch (requestType) {
      case '1007':
        return this.#book(head, data, refuse);
      case '1147':
        return this.#cancel(head, data, refuse);
      case '1002':
      case '8001':
      case '8002':
        return this.#track(head, data);
      case '2002':
        return this.#recognise(head, data);
      case '6001': {
        const Data = parsedAddress(wireTextOf(data.Content));
        return Data === null
          ? refuse('105', '地址解析失败')
          : { ...head, Success: true, ResultCode: '100', Reason: '成功', Data };
      }
      case '1814': {
        const refusal = reachRefusal(data);
        return refusal === null
          ? { ...head, Success: true, ResultCode: '100', Reason: '成功' }
          : refuse(refusal.code, refusal.reason);
      }
      default:
        return this.services.answer(requestType, head, data, refuse) ?? refuse('101', 'RequestType 错误');
    }
  }

  #isSigned(requestData: string, dataSign: string): boolean {
    const hex = createHash('md5').update(`${requestData}${this.apiKey}`, 'utf8').digest('hex');
    const wanted = Buffer.from(Buffer.from(hex).toString('base64'));
    const given = Buffer.from(dataSign);
    return wanted.length === given.length && timingSafeEqual(wanted, given);
  }

  #book(
    head: WireObject,
    data: WireObject,
    refuse: (code: string, reason: string) => WireObject,
  ): WireObject {
    const refusal = bookingRefusal(data);
    if (refusal !== null) return refuse(refusal.code, refusal.reason);
    const orderCode = String(data.OrderCode);
    const known = this.ledger.find(orderCode);
    const entry =
      known ?? this.ledger.accept(orderCode, String(data.ShipperCode), Number(data.Quantity), data.Receiver);
    const receiver = data.Receiver as WireObject;
    return {
      ...head,
      Success: true,
      ResultCode: known === null ? '100' : '106',
      Reason: known === null ? '成功' : '该订单号已下单成功',
      Order: {
        OrderCode: orderCode,
        ShipperCode: entry.carrier,
        LogisticCode: entry.waybillNo,
        KDNOrderCode: `KDN${entry.acceptedAt}`,
        MarkDestination: '342-081-00 052',
        OriginName: (data.Sender as WireObject).CityName,
        DestinatioName: receiver.ExpAreaName,
        PackageCode: '755900',
        PackageName: `${String(receiver.CityName)}集`,
        ...(data.IsReturnSignBill === 1 ? { SignWaybillCode: `R${entry.waybillNo}` } : {}),
      },
      SubCount: entry.childNos.length,
      SubOrders: JSON.stringify(entry.childNos),
      ...(data.IsReturnPrintTemplate === '1'
        ? templates(entry, data.IsReturnSignBill === 1, this.template)
        : {}),
    };
  }

  #cancel(
    head: WireObject,
    data: WireObject,
    refuse: (code: string, reason: string) => WireObject,
  ): WireObject {
    const entry = this.ledger.find(String(data.OrderCode));
    if (entry === null || entry.waybillNo !== data.ExpNo) return refuse('105', '订单不存在');
    if (entry.isCancelled) return refuse('105', '订单已取消，请勿重复操作');
    this.ledger.cancel(entry.orderCode);
    return { ...head, Success: true, ResultCode: '100', Reason: '成功' };
  }

  #track(head: WireObject, data: WireObject): WireObject {
    const waybillNo = String(data.LogisticCode);
    const entry = this.ledger.findByWaybill(waybillNo);
    const carrier = data.ShipperCode ?? entry?.carrier ?? '';
    const parcel = { ...head, ShipperCode: carrier, LogisticCode: waybillNo };
    if (entry === null) {
      return { ...parcel, Success: false, State: '0', Traces: [], Reason: '暂无轨迹信息' };
    }
    const line = (AcceptTime: string, AcceptStation: string, Location: string, Action: string) => ({
      AcceptTime,
      AcceptStation,
      Location,
      Action,
    });
    return {
      ...parcel,
      Success: 'true',
      Reason: null,
      State: 2,
      StateEx: '202',
      Traces: [
        line('2026-01-03 08:10:00', '快递员正在派送', '深圳市', '202'),
        line('2026-01-02 09:00:00', '已揽收', '杭州市', '1'),
        line('2026/01/02 21:30:00', '离开分拨中心', '杭州市', '2'),
        line('2026-01-02 09:00:00', '已揽收', '杭州市', '1'),
      ],
    };
  }

  #recognise(head: WireObject, data: WireObject): WireObject {
    const waybillNo = String(data.LogisticCode);
    const carrier = this.ledger.findByWaybill(waybillNo)?.carrier;
    const Shippers = carrier === undefined ? [] : [{ ShipperCode: carrier, ShipperName: carrier }];
    return { ...head, LogisticCode: waybillNo, Success: true, Code: '100', Reason: '', Shippers };
  }
}

function templates(entry: LedgerEntry, withReceipt: boolean, template: typeof kdniaoTemplate): WireObject {
  const sortCode = '342-081-00 052';
  return {
    PrintTemplate: template(entry.waybillNo, sortCode),
    SubPrintTemplates: entry.childNos.map((number) => template(number, sortCode)),
    ...(withReceipt ? { SignBillPrintTemplate: template(`R${entry.waybillNo}`, sortCode) } : {}),
  };
}

/** Some clients encode twice; the live service takes both. */
function decodeAgain(text: string): string {
  return /^%7b|^%5b|%3d$/i.test(text) ? decodeURIComponent(text) : text;
}

function parseData(text: string): WireObject {
  try {
    return JSON.parse(text) as WireObject;
  } catch {
    return {};
  }
}

/** Whether the order gets into the ledger before the fault shows. */
function accepts(fault: ScriptedFault): boolean {
  if (fault.accept !== undefined) return fault.accept;
  return [
    'accept-then-drop',
    'accept-then-silence',
    'half-reply',
    'slow-drip',
    'cut-json',
    'delay',
    'patch',
  ].includes(fault.kind);
}

function patched(reply: WireObject, patch: unknown): WireObject {
  const change = patch as WireObject;
  const order = { ...(reply.Order as WireObject | undefined), ...(change.Order as WireObject | undefined) };
  return { ...reply, ...change, ...(reply.Order === undefined ? {} : { Order: order }) };
}

async function runAsProgram(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '0' },
      latency: { type: 'string', default: '0' },
      ledger: { type: 'string' },
      id: { type: 'string' },
      key: { type: 'string' },
    },
  });
  const server = new KdniaoServer({
    port: Number(values.port),
    latencyMs: Number(values.latency),
    ledgerFile: values.ledger ?? null,
    ...(values.id === undefined ? {} : { merchantId: values.id }),
    ...(values.key === undefined ? {} : { apiKey: values.key }),
  });
  const url = await server.listen();
  process.stdout.write(`${JSON.stringify({ url, merchantId: server.merchantId, apiKey: server.apiKey })}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) void runAsProgram();
