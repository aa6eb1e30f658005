import { kuaidi100Code } from '../../../shared/domain/carriers/platformCarrierCodes.ts';
import type { BookingRequest, PaymentKind, PlatformAccount } from '../kit/carrierPlatform.ts';
import { plainLine } from '../kit/plainLine.ts';
import { partyToWire, type WireParty } from './partyToWire.ts';

/** `param` of the label interface's method `order`. */
export interface WireBooking {
  readonly orderId: string;
  /** Never true: with the default every call makes a new order. */
  readonly reorder: false;
  readonly printType: 'NON';
  readonly kuaidicom: string;
  readonly recMan: WireParty;
  readonly sendMan: WireParty;
  readonly cargo: string;
  readonly count: number;
  readonly remark?: string;
  readonly [other: string]: unknown;
}

/** Sent as they stand in the account; which of them a carrier needs is its own matter. */
export const accountPairs = [
  'partnerId',
  'partnerKey',
  'partnerSecret',
  'partnerName',
  'net',
  'code',
  'checkMan',
  'tbNet',
] as const;

const payTypeOf: Readonly<Record<PaymentKind, string>> = {
  sender: 'SHIPPER',
  receiver: 'CONSIGNEE',
  monthly: 'MONTHLY',
  'third-party': 'THIRDPARTY',
};

const unnamedGoods = '商品';

/**
 * Pure and without clock: the same request and account always give the same text, by which the platform knows a repeat.
 * Sums are CNY, the weight is kg.
 */
export function bookingToWire(request: BookingRequest, account: PlatformAccount): WireBooking {
  const { fields } = account;
  const { parcelCount, weightGrams, codAmountFen, insuredValueFen } = request;
  const cargo = request.goods.map(({ name }) => plainLine(name)).filter((name) => name !== '');
  const remark = plainLine(request.remark);
  return {
    ...pairsOf(account),
    orderId: request.orderCode,
    reorder: false,
    printType: 'NON',
    kuaidicom: kuaidi100Code(request.carrier) ?? '',
    recMan: partyToWire(request.receiver),
    sendMan: partyToWire(request.sender),
    cargo: [...new Set(cargo)].join('、') || unnamedGoods,
    count: parcelCount,
    ...(parcelCount > 1 ? { needChild: '1' } : {}),
    ...(weightGrams === null ? {} : { weight: weightGrams / 1_000 }),
    payType: request.payment === undefined ? fields.payType || payTypeOf.sender : payTypeOf[request.payment],
    expType: request.product || fields.expType || '标准快递',
    ...(remark === '' ? {} : { remark }),
    ...(insuredValueFen > 0 ? { valinsPay: insuredValueFen / 100 } : {}),
    ...(codAmountFen > 0 ? { collection: codAmountFen / 100 } : {}),
    ...(request.returnReceipt === undefined ? {} : { needBack: '1' }),
    ...(request.carrierFields === undefined ? {} : { customParam: request.carrierFields }),
  };
}

export function pairsOf({ fields }: PlatformAccount): Record<string, string> {
  return Object.fromEntries(accountPairs.flatMap((key) => (fields[key] ? [[key, fields[key]]] : [])));
}
