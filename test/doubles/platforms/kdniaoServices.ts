import {
  lacksPhoneTail,
  missingOf,
  numberRefusal,
  orderRefusal,
  type Refusal,
  type WireObject,
  wireTextOf,
} from './kdniaoRules.ts';
import { WaybillLedger } from './waybillLedger.ts';

type Refuse = (code: string, reason: string) => WireObject;

/** Numbers sold in one lot; the count falls with every booking. */
const soldNumbers = 1_000;

/** Franchises that sell numbers; the others have no stock and refuse the question. */
const franchises = ['ZTO', 'STO', 'YTO', 'YD', 'HTKY', 'UC'];

const arrivalCarriers = ['DBL', 'YZPY', 'JD', 'JTSD', 'SF', 'SX', 'STO', 'YD', 'YTO', 'ZTO', 'DNWL'];

/** Interfaces around booking, by the rules of their pages; written without looking at our connector. */
export class KdniaoServices {
  readonly pickups: WaybillLedger;
  readonly subscribed = new Set<string>();
  /** Numbers bought; a test may lower it. */
  stock = soldNumbers;
  readonly #bookings: WaybillLedger;

  constructor(bookings: WaybillLedger, pickupFile: string | null) {
    this.#bookings = bookings;
    this.pickups = new WaybillLedger(pickupFile);
  }

  /** null: not one of these interfaces. */
  answer(requestType: string, head: WireObject, data: WireObject, refuse: Refuse): WireObject | null {
    const good = { ...head, Success: true, ResultCode: '100', Reason: '成功' };
    switch (requestType) {
      case '1127':
        return this.#balance(good, data, refuse);
      case '1815':
        return freight(good, data, refuse);
      case '6004':
      case '6006':
        return arrival(requestType, good, data, refuse);
      case '1008':
      case '8008':
        return this.#subscribe(good, data, refuse);
      case '1001':
      case '1801':
        return this.#order(requestType, good, data, refuse);
      case '1004':
      case '1802':
        return this.#callOff(requestType, good, data, refuse);
      default:
        return null;
    }
  }

  #balance(good: WireObject, data: WireObject, refuse: Refuse): WireObject {
    const missing = missingOf(data, ['ShipperCode', 'StationCode', 'StationName']);
    if (missing !== null) return refuse('101', missing);
    const carrier = wireTextOf(data.ShipperCode);
    if (!franchises.includes(carrier)) return refuse('105', '该快递公司不支持单量查询');
    const used = this.#bookings.lines.filter((entry) => entry.carrier === carrier).length;
    return { ...good, EorderBalance: { AvailableNum: this.stock - used, TotalNum: this.stock } };
  }

  #subscribe(good: WireObject, data: WireObject, refuse: Refuse): WireObject {
    const missing = missingOf(data, ['ShipperCode', 'LogisticCode']);
    if (missing !== null) return refuse('101', missing);
    if (lacksPhoneTail(data)) return refuse('101', '缺少必要参数[CustomerName]');
    const number = wireTextOf(data.LogisticCode);
    const odd = numberRefusal(number);
    if (odd !== null) return refuse(odd.code, odd.reason);
    if (this.subscribed.has(number)) return refuse('105', '该单号已订阅，请勿重复订阅');
    this.subscribed.add(number);
    return { ...good, UpdateTime: '2026-01-02 09:00:00', EstimatedDeliveryTime: '' };
  }

  #order(requestType: string, good: WireObject, data: WireObject, refuse: Refuse): WireObject {
    const refusal = pickupRefusal(requestType, data);
    if (refusal !== null) return refuse(refusal.code, refusal.reason);
    const orderCode = wireTextOf(data.OrderCode);
    const [known] = this.pickups.ofOrder(orderCode);
    const carrier = wireTextOf(data.ShipperCode) || 'ZTO';
    const accepted = { orderCode, carrier, parcels: 1, receiver: data.Receiver, phones: [] };
    const entry = known ?? this.pickups.accept(accepted, Date.now());
    return {
      ...good,
      ...(known === undefined ? {} : { ResultCode: '106', Reason: '该订单号已下单成功' }),
      Order: {
        OrderCode: orderCode,
        ShipperCode: entry.carrier,
        // The door service gives a number when the courier has the parcel.
        LogisticCode: requestType === '1001' ? entry.waybillNo : '',
        KDNOrderCode: `KDN${entry.acceptedAt}`,
      },
    };
  }

  #callOff(requestType: string, good: WireObject, data: WireObject, refuse: Refuse): WireObject {
    const missing = missingOf(data, requestType === '1004' ? ['ShipperCode', 'OrderCode'] : ['OrderCode']);
    if (missing !== null) return refuse('101', missing);
    const words = [data.Reason, data.CancelMsg].map(wireTextOf);
    if (words.some((text) => Array.from(text).length > 99)) return refuse('103', '参数格式错误[CancelMsg]');
    const [entry] = this.pickups.ofOrder(wireTextOf(data.OrderCode));
    if (entry === undefined) return refuse('105', '订单不存在');
    if (entry.isCancelled) return refuse('105', '订单已取消，请勿重复操作');
    this.pickups.cancel(entry.waybillNo);
    return good;
  }
}

/** As 1007 without what concerns the label; the door service chooses a carrier itself where none is named, and takes no post code. */
function pickupRefusal(requestType: string, data: WireObject): Refusal | null {
  const isDoor = requestType === '1801';
  const odd = ['TemplateSize', 'IsReturnPrintTemplate', 'CustomArea'].find(
    (name) => data[name] !== undefined,
  );
  if (odd !== undefined) return { code: '103', reason: `参数格式错误[${odd}]` };
  const names = ['OrderCode', isDoor ? 'ShipperType' : 'ShipperCode', 'PayType', 'ExpType', 'Quantity'];
  const refusal = orderRefusal(data, names);
  if (refusal !== null) return refusal;
  if (isDoor && !/^[345]$/.test(wireTextOf(data.ShipperType)))
    return { code: '103', reason: '参数格式错误[ShipperType]' };
  return null;
}

function freight(good: WireObject, data: WireObject, refuse: Refuse): WireObject {
  const missing =
    missingOf(data, ['Weight']) ??
    missingOf((data.Sender ?? {}) as WireObject, ['ProvinceName', 'CityName', 'ExpAreaName', 'Address']) ??
    missingOf((data.Receiver ?? {}) as WireObject, ['ProvinceName', 'CityName', 'ExpAreaName', 'Address']);
  if (missing !== null) return refuse('101', missing);
  const weight = Number(data.Weight);
  if (!(weight > 0)) return refuse('103', '参数格式错误[Weight]');
  if (/^(香港|澳门|台湾)/.test(wireTextOf((data.Receiver as WireObject).ProvinceName)))
    return refuse('105', '收件地址超区');
  // First kilogram 8 to 12 yuan, each further one 2 to 4: one row as number, one as text, as seen.
  const rows = ['ZTO', 'YTO', 'SF'].map((shipperCode, index) => {
    const firstWeightAmount = 8 + index * 2;
    const continuousWeightAmount = (2 + index) * Math.max(0, Math.ceil(weight) - 1);
    const cost = firstWeightAmount + continuousWeightAmount;
    return {
      shipperCode,
      weight,
      firstWeightAmount,
      continuousWeightAmount,
      cost: index === 0 ? cost : cost.toFixed(2),
    };
  });
  return { ...good, Data: rows };
}

function arrival(requestType: string, good: WireObject, data: WireObject, refuse: Refuse): WireObject {
  const names = [
    'ShipperCode',
    'SendProvince',
    'SendCity',
    'SendArea',
    'ReceiveProvince',
    'ReceiveCity',
    'ReceiveArea',
  ];
  const missing = missingOf(data, requestType === '6006' ? [...names, 'LogisticCode'] : names);
  if (missing !== null) return refuse('101', missing);
  if (!arrivalCarriers.includes(wireTextOf(data.ShipperCode)))
    return refuse('105', '该快递公司暂不支持时效预测');
  if (
    requestType === '6006' &&
    data.ShipperCode === 'SF' &&
    !['SenderPhone', 'ReceiverPhone'].some((name) => /^\d{4}$/.test(wireTextOf(data[name])))
  )
    return refuse('101', '缺少必要参数[ReceiverPhone]');
  if (data.CatchTime !== undefined && !/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(wireTextOf(data.CatchTime)))
    return refuse('103', '参数格式错误[CatchTime]');
  return {
    ...good,
    Data: {
      ...data,
      DeliveryTime: '01月04日下午可达',
      DeliveryDate: '2026-01-04',
      Hour: '36h',
      PredictPath: '',
    },
  };
}
