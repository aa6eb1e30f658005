import { createHash, timingSafeEqual } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import {
  bookingRefusal,
  lacksPhoneTail,
  missingOf,
  numberRefusal,
  parsedAddress,
  reachRefusal,
  type WireObject,
  wireTextOf,
} from './kdniaoRules.ts';
import { KdniaoServices } from './kdniaoServices.ts';
import { kdniaoTemplate } from './kdniaoTemplate.ts';
import {
  PlatformDouble,
  type PlatformDoubleOptions,
  parseData,
  runAsProgram,
  type SeenCall,
} from './platformDouble.ts';
import type { LedgerLine } from './waybillLedger.ts';

type Refuse = (code: string, reason: string) => WireObject;

export interface KdniaoServerOptions extends PlatformDoubleOptions {
  readonly merchantId?: string;
  readonly apiKey?: string;
}

export const kdniaoKeys = { merchantId: 'test1234567', apiKey: '11111111-2222-3333-4444-555555555555' };

/**
 * KDNiao on loopback: checks signatures, books into a ledger, answers repeats with 106, tracks, recognises, cancels,
 * parses, tells reach, balance, freight and arrival, takes pickups and subscriptions. Every path is the gateway. A call
 * is named by its RequestType.
 */
export class KdniaoServer extends PlatformDouble {
  readonly merchantId: string;
  readonly apiKey: string;
  /** Taken as well: a platform gives out a new key while the old one still works. */
  readonly otherKeys: string[] = [];
  services: KdniaoServices;
  /** What `PrintTemplate` holds; a test may put another label in. */
  template = kdniaoTemplate;

  constructor(options: KdniaoServerOptions = {}) {
    super(options);
    this.merchantId = options.merchantId ?? kdniaoKeys.merchantId;
    this.apiKey = options.apiKey ?? kdniaoKeys.apiKey;
    this.services = this.#servicesOn(options.ledgerFile ?? null);
  }

  #servicesOn(ledgerFile: string | null): KdniaoServices {
    return new KdniaoServices(this.ledger, ledgerFile === null ? null : `${ledgerFile}.pickups`);
  }

  override startAnew(ledgerFile: string | null): void {
    super.startAnew(ledgerFile);
    this.services = this.#servicesOn(ledgerFile);
  }

  protected read(_path: string, form: URLSearchParams) {
    const data = parseData(decodeAgain(form.get('RequestData') ?? ''));
    const reference = wireTextOf(data.OrderCode ?? data.LogisticCode);
    return { service: form.get('RequestType') ?? '', reference, data };
  }

  protected answer({ form, service, data }: SeenCall): WireObject {
    const head = { EBusinessID: this.merchantId, UniquerRequestNumber: `req-${this.requests.length}` };
    const refuse = (ResultCode: string, Reason: string) => ({ ...head, Success: false, ResultCode, Reason });
    if (form.get('EBusinessID') !== this.merchantId) return refuse('102', '商户ID不存在');
    if (this.keyOf({ form }) === null) return refuse('102', '签名错误');
    if (form.get('DataType') !== '2') return refuse('103', 'DataType 错误');
    switch (service) {
      case '1007':
        return this.#book(head, data, refuse);
      case '1147':
        return this.#cancel(head, data, refuse);
      case '1002':
      case '8001':
      case '8002':
        return trackRefusal(service, data, refuse) ?? this.#track(head, data);
      case '2002': {
        const odd = numberRefusal(wireTextOf(data.LogisticCode));
        return odd === null ? this.#recognise(head, data) : refuse(odd.code, odd.reason);
      }
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
        return this.services.answer(service, head, data, refuse) ?? refuse('101', 'RequestType 错误');
    }
  }

  /** Which of its keys a request was signed with; null: none. */
  keyOf({ form }: Pick<SeenCall, 'form'>): string | null {
    const requestData = decodeAgain(form.get('RequestData') ?? '');
    const dataSign = decodeAgain(form.get('DataSign') ?? '');
    return [this.apiKey, ...this.otherKeys].find((key) => isSignedBy(key, requestData, dataSign)) ?? null;
  }

  #book(head: WireObject, data: WireObject, refuse: Refuse): WireObject {
    const refusal = bookingRefusal(data);
    if (refusal !== null) return refuse(refusal.code, refusal.reason);
    const orderCode = String(data.OrderCode);
    const [known] = this.ledger.ofOrder(orderCode);
    const receiver = data.Receiver as WireObject;
    const accepted = {
      orderCode,
      carrier: String(data.ShipperCode),
      parcels: Number(data.Quantity),
      receiver,
      phones: [receiver.Mobile, receiver.Tel].filter((phone) => typeof phone === 'string'),
    };
    const entry = known ?? this.ledger.accept(accepted, this.now());
    return {
      ...head,
      Success: true,
      ResultCode: known === undefined ? '100' : '106',
      Reason: known === undefined ? '成功' : '该订单号已下单成功',
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

  #cancel(head: WireObject, data: WireObject, refuse: Refuse): WireObject {
    const missing = missingOf(data, ['ShipperCode', 'OrderCode', 'ExpNo']);
    if (missing !== null) return refuse('101', missing);
    const [entry] = this.ledger.ofOrder(String(data.OrderCode));
    if (entry === undefined || entry.waybillNo !== data.ExpNo || entry.carrier !== data.ShipperCode)
      return refuse('105', '订单不存在');
    if (entry.isCancelled) return refuse('105', '订单已取消，请勿重复操作');
    this.ledger.cancel(entry.waybillNo);
    return { ...head, Success: true, ResultCode: '100', Reason: '成功' };
  }

  #track(head: WireObject, data: WireObject): WireObject {
    const waybillNo = String(data.LogisticCode);
    const entry = this.ledger.byWaybill(waybillNo);
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
    const carrier = this.ledger.byWaybill(waybillNo)?.carrier;
    const Shippers = carrier === undefined ? [] : [{ ShipperCode: carrier, ShipperName: carrier }];
    return { ...head, LogisticCode: waybillNo, Success: true, Code: '100', Reason: '', Shippers };
  }
}

/** 8002 finds the carrier itself; the others must be told, and SF, ZTO and KYSY tell only who knows a phone. */
function trackRefusal(service: string, data: WireObject, refuse: Refuse): WireObject | null {
  const odd = numberRefusal(wireTextOf(data.LogisticCode));
  if (odd !== null) return refuse(odd.code, odd.reason);
  const missing = service === '8002' ? null : missingOf(data, ['ShipperCode']);
  if (missing !== null) return refuse('101', missing);
  return lacksPhoneTail(data) ? refuse('101', '缺少必要参数[CustomerName]') : null;
}

function templates(entry: LedgerLine, withReceipt: boolean, template: typeof kdniaoTemplate): WireObject {
  const sortCode = '342-081-00 052';
  return {
    PrintTemplate: template(entry.waybillNo, sortCode),
    SubPrintTemplates: entry.childNos.map((number) => template(number, sortCode)),
    ...(withReceipt ? { SignBillPrintTemplate: template(`R${entry.waybillNo}`, sortCode) } : {}),
  };
}

function isSignedBy(key: string, requestData: string, dataSign: string): boolean {
  const hex = createHash('md5').update(`${requestData}${key}`, 'utf8').digest('hex');
  const wanted = Buffer.from(Buffer.from(hex).toString('base64'));
  const given = Buffer.from(dataSign);
  return wanted.length === given.length && timingSafeEqual(wanted, given);
}

/** Some clients encode twice; the live service takes both. */
function decodeAgain(text: string): string {
  return /^%7b|^%5b|%3d$/i.test(text) ? decodeURIComponent(text) : text;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  void runAsProgram((options) => new KdniaoServer(options), kdniaoKeys);
