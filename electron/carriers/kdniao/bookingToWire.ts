import type { BookingRequest, PlatformAccount } from '../kit/carrierPlatform.ts';
import { carrierRule } from './carrierRules.ts';
import { cleanText } from './cleanText.ts';
import { partyToWire, type WireParty } from './partyToWire.ts';

export interface WireAddService {
  readonly Name: 'COD' | 'INSURE';
  /** CNY. */
  readonly Value: string;
}

/** RequestData of interface 1007. Keys are the vendor's, `Goodsquantity` included. */
export interface WireBooking {
  readonly OrderCode: string;
  readonly ShipperCode: string;
  readonly PayType: number;
  readonly ExpType: string;
  readonly IsNotice: number;
  readonly IsReturnPrintTemplate: string;
  readonly Sender: WireParty;
  readonly Receiver: WireParty;
  readonly Commodity: readonly { readonly GoodsName: string; readonly Goodsquantity: number }[];
  readonly Quantity: number;
  /** kg, three decimals. */
  readonly Weight?: number;
  readonly Remark?: string;
  readonly AddService?: readonly WireAddService[];
  readonly [accountField: string]: unknown;
}

/** Sent as they stand in the account: a password must not be changed by cleaning. */
const copiedFields = [
  'CustomerName',
  'CustomerPwd',
  'MonthCode',
  'SendSite',
  'SendStaff',
  'WareHouseID',
  'TemplateSize',
];
const numericFields = ['TransType', 'DeliveryMethod', 'PackingType', 'Volume'];

/** Chosen for parcels whose file names no goods, as the platform requires one. */
const unnamedGoods = '商品';

/** No post code is known of a receiver; the carriers that require the field get this when the account names none. */
const unknownPostCode = '000000';

/** Pure and without clock: the same request and account always give the same text, so a repeat is a true repeat. */
export function bookingToWire(request: BookingRequest, account: PlatformAccount): WireBooking {
  const { fields } = account;
  const rule = carrierRule(request.carrier);
  const postCode = rule.needsPostCode ? (fields.PostCode ?? unknownPostCode) : null;
  const goods = request.goods.length > 0 ? request.goods : [{ name: unnamedGoods, quantity: 1 }];
  const remark = cleanText(request.remark);
  const services = addServices(request);
  return {
    OrderCode: request.orderCode,
    ShipperCode: request.carrier,
    PayType: wholeNumber(fields.PayType) ?? (fields.MonthCode ? 3 : 1),
    ExpType: fields.ExpType || '1',
    IsNotice: wholeNumber(fields.IsNotice) ?? 1,
    IsReturnPrintTemplate: fields.IsReturnPrintTemplate || '0',
    ...accountPairs(account, rule.deliveryMethod),
    Sender: partyToWire(request.sender, postCode),
    Receiver: partyToWire(request.receiver, postCode),
    Commodity: goods.map(({ name, quantity }) => ({
      GoodsName: cleanText(name) || unnamedGoods,
      Goodsquantity: quantity,
    })),
    Quantity: request.parcelCount,
    ...(request.weightGrams === null ? {} : { Weight: request.weightGrams / 1_000 }),
    ...(remark === '' ? {} : { Remark: remark }),
    ...(services.length === 0 ? {} : { AddService: services }),
  };
}

function accountPairs(
  { fields }: PlatformAccount,
  deliveryMethod: number | undefined,
): Record<string, unknown> {
  const pairs: Record<string, unknown> = {};
  for (const key of copiedFields) if (fields[key]) pairs[key] = fields[key];
  for (const key of numericFields) {
    const value = Number(fields[key] || Number.NaN);
    if (Number.isFinite(value)) pairs[key] = value;
  }
  if (pairs.DeliveryMethod === undefined && deliveryMethod !== undefined)
    pairs.DeliveryMethod = deliveryMethod;
  if (fields.CustomArea) pairs.CustomArea = cleanText(fields.CustomArea);
  return pairs;
}

function addServices({ codAmountFen, insuredValueFen }: BookingRequest): WireAddService[] {
  const services: WireAddService[] = [];
  if (codAmountFen > 0) services.push({ Name: 'COD', Value: yuan(codAmountFen) });
  if (insuredValueFen > 0) services.push({ Name: 'INSURE', Value: yuan(insuredValueFen) });
  return services;
}

function yuan(amountFen: number): string {
  return (amountFen / 100).toFixed(2);
}

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,2}$/.test(text) ? Number(text) : null;
}
