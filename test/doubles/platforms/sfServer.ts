import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import {
  PlatformDouble,
  type PlatformDoubleOptions,
  parseData,
  runAsProgram,
  type SeenCall,
  textOf,
  type WireObject,
} from './platformDouble.ts';
import { isOutOfRange, orderRefusal } from './sfRules.ts';
import type { LedgerLine } from './waybillLedger.ts';

export const sfKeys = {
  partnerId: 'SHIPDESK',
  checkword: 'checkword-of-the-sf-double-000001',
  monthlyCard: '7551234567',
};

export interface SfServerOptions extends PlatformDoubleOptions {
  /** How long a new order is invisible to the search. */
  readonly visibleAfterMs?: number;
}

const services = [
  'EXP_RECE_CREATE_ORDER',
  'EXP_RECE_SEARCH_ORDER_RESP',
  'EXP_RECE_UPDATE_ORDER',
  'EXP_RECE_SEARCH_ROUTES',
];

/** What the gateway says; `result` is what the service behind it says. */
interface SfAnswer {
  readonly apiResultCode: string;
  readonly apiErrorMsg: string;
  readonly result?: WireObject;
}

/** SF's open platform on loopback: digest, order codes that are unique for ever, search, cancel, routes. */
export class SfServer extends PlatformDouble {
  readonly #visibleAfterMs: number;
  /** Orders to where SF does not go: their codes stay used. */
  readonly #outOfRange = new Set<string>();

  constructor(options: SfServerOptions = {}) {
    super(options);
    this.#visibleAfterMs = options.visibleAfterMs ?? 0;
  }

  protected read(_path: string, form: URLSearchParams) {
    const data = parseData(form.get('msgData') ?? '');
    const [number] = (data.trackingNumber ?? []) as unknown[];
    return { service: form.get('serviceCode') ?? '', reference: textOf(data.orderId ?? number), data };
  }

  /** The inner part goes out as text, as the real one does. */
  protected override wrap(answer: unknown): string {
    const { result, ...gateway } = answer as SfAnswer;
    return JSON.stringify({
      ...gateway,
      apiResponseID: `00017${this.requests.length.toString(16).padStart(27, '0')}`,
      apiResultData: result === undefined ? '' : JSON.stringify(result),
    });
  }

  protected answer({ path, form, service, data }: SeenCall): SfAnswer {
    const gateway = (apiResultCode: string, apiErrorMsg: string) => ({ apiResultCode, apiErrorMsg });
    if (path !== '/std/service') return gateway('A1004', '无对应服务权限');
    const required = ['partnerID', 'requestID', 'serviceCode', 'timestamp', 'msgDigest', 'msgData'];
    if (required.some((key) => (form.get(key) ?? '') === '')) return gateway('A1001', '必传参数不可为空');
    if ((form.get('requestID') ?? '').length > 40 || !/^\d+$/.test(form.get('timestamp') ?? ''))
      return gateway('A1001', '参数格式错误');
    if (form.get('partnerID') !== sfKeys.partnerId || !isSigned(form))
      return gateway('A1006', '数字签名无效');
    if (!services.includes(service)) return gateway('A1004', '无对应服务权限');
    return { ...gateway('A1000', ''), result: this.#serve(service, data) };
  }

  #serve(service: string, data: WireObject): WireObject {
    switch (service) {
      case 'EXP_RECE_CREATE_ORDER':
        return this.#create(data);
      case 'EXP_RECE_SEARCH_ORDER_RESP':
        return this.#search(textOf(data.orderId));
      case 'EXP_RECE_UPDATE_ORDER':
        return this.#cancel(data);
      default:
        return this.#routes(data);
    }
  }

  #create(data: WireObject): WireObject {
    const refusal = orderRefusal(data);
    if (refusal !== null) return bad(refusal.code, refusal.message);
    const orderCode = textOf(data.orderId);
    if (this.ledger.ofOrder(orderCode).length > 0 || this.#outOfRange.has(orderCode))
      return bad('8016', '重复下单');
    const contacts = data.contactInfoList as WireObject[];
    if (isOutOfRange(contacts)) {
      this.#outOfRange.add(orderCode);
      return good(refusedOrder(orderCode));
    }
    const line = this.ledger.accept(
      {
        orderCode,
        carrier: 'shunfeng',
        parcels: Number(data.parcelQty),
        receiver: contacts.find(({ contactType }) => contactType === 2),
        phones: contacts.map(({ mobile, tel }) => textOf(mobile) || textOf(tel)),
      },
      this.now(),
    );
    return good(orderOf(line));
  }

  #search(orderCode: string): WireObject {
    if (this.#outOfRange.has(orderCode)) return good(refusedOrder(orderCode));
    const [line] = this.ledger.ofOrder(orderCode);
    const isVisible = line !== undefined && this.now() - line.acceptedAt >= this.#visibleAfterMs;
    return isVisible ? good(orderOf(line)) : bad('6150', '找不到该订单');
  }

  #cancel(data: WireObject): WireObject {
    const [line] = this.ledger.ofOrder(textOf(data.orderId));
    if (data.dealType !== 2) return bad('S0006', 'dealType 错误');
    if (line === undefined) return bad('8018', '未获取到订单信息');
    if (line.isCancelled) return bad('8037', '已消单');
    this.ledger.cancel(line.waybillNo);
    return good({ orderId: line.orderCode, resStatus: '2' });
  }

  #routes(data: WireObject): WireObject {
    const numbers = (data.trackingNumber ?? []) as string[];
    if (data.trackingType !== 1 || numbers.length === 0 || numbers.length > 10)
      return bad('S0006', '参数非法');
    return good({
      routeResps: numbers.map((mailNo) => {
        const line = this.ledger.byWaybill(mailNo);
        const isAllowed = line?.phoneTails.includes(textOf(data.checkPhoneNo)) === true;
        return { mailNo, routes: isAllowed ? routes : [] };
      }),
    });
  }
}

function isSigned(form: URLSearchParams): boolean {
  const text = `${form.get('msgData')}${form.get('timestamp')}${sfKeys.checkword}`;
  // URLSearchParams writes as Java's URLEncoder does.
  const encoded = new URLSearchParams({ x: text }).toString().slice(2);
  return form.get('msgDigest') === createHash('md5').update(encoded, 'utf8').digest('base64');
}

function good(msgData: unknown): WireObject {
  return { success: true, errorCode: 'S0000', errorMsg: null, msgData };
}

function bad(errorCode: string, errorMsg: string): WireObject {
  return { success: false, errorCode, errorMsg, msgData: null };
}

/** An order that exists and has no number. */
function refusedOrder(orderId: string): WireObject {
  return { orderId, originCode: '571', destCode: '', filterResult: 3, remark: '1', waybillNoInfoList: [] };
}

function orderOf(line: LedgerLine): WireObject {
  return {
    orderId: line.orderCode,
    originCode: '571',
    destCode: '755',
    filterResult: 2,
    remark: null,
    waybillNoInfoList: [
      { waybillType: 1, waybillNo: line.waybillNo },
      ...line.childNos.map((waybillNo) => ({ waybillType: 2, waybillNo })),
    ],
    routeLabelInfo: [
      {
        code: '1000',
        routeLabelData: {
          waybillNo: line.waybillNo,
          sourceCityCode: '571',
          destCityCode: '755',
          destDeptCode: '755AQ',
          destTransferCode: '755WE',
          destRouteLabel: '755WE-571A3',
          codingMapping: 'A12',
          proName: '顺丰标快',
          twoDimensionCode: `MMM={'k1':'755WE','k2':'755AQ','k3':'','k4':'T4','k5':'${line.waybillNo}','k6':''}`,
        },
      },
    ],
  };
}

const routes = [
  { acceptTime: '2026-01-02 09:00:00', acceptAddress: '杭州市', remark: '顺丰速运 已收取快件', opCode: '50' },
  { acceptTime: '2026-01-02 21:30:00', acceptAddress: '杭州市', remark: '快件已发车', opCode: '36' },
  { acceptTime: '2026-01-03 08:10:00', acceptAddress: '深圳市', remark: '正在派送途中', opCode: '44' },
  { acceptTime: '2026-01-03 08:10:00', acceptAddress: '深圳市', remark: '正在派送途中', opCode: '44' },
];

if (process.argv[1] === fileURLToPath(import.meta.url))
  void runAsProgram((options) => new SfServer(options), sfKeys);
