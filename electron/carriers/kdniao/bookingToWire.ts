import type { PaymentKind } from '../../../shared/domain/intake/orderWishes.ts';
import type { BookingRequest, PlatformAccount } from '../kit/carrierPlatform.ts';
import { unnamedGoods } from '../kit/sentFields.ts';
import { toWireTime, toWireYuan } from '../kit/wireValues.ts';
import { type CarrierRule, carrierRule } from './carrierRules.ts';
import { cleanText, kdniaoParties, partyToWire } from './partyToWire.ts';

const payTypeOf: Readonly<Record<PaymentKind, number>> = {
  sender: 1,
  receiver: 2,
  monthly: 3,
  'third-party': 4,
};

/**
 * RequestData of interface 1007; keys are the vendor's, `Goodsquantity` included. Sums are CNY, weights kg, the volume m³.
 * Pure and without clock: the same request and account always give the same text, so a repeat is a true repeat.
 */
export function bookingToWire(
  request: BookingRequest,
  account: PlatformAccount,
  { sender, receiver } = kdniaoParties(request),
) {
  const { fields } = account;
  const { fallbacks } = carrierRule(request.carrier);
  const postCode = postCodeOf(request, account, fallbacks);
  const remark = cleanText(request.remark);
  const services = addServices(request);
  const weightGrams = request.weightGrams ?? weightOfParcels(request);
  return {
    OrderCode: request.orderCode,
    ShipperCode: request.carrier,
    PayType: payType(request, account),
    ExpType: request.product || fields.ExpType || '1',
    IsNotice: isNotice(request) ?? wholeNumber(fields.IsNotice) ?? 1,
    IsReturnPrintTemplate:
      request.wantsTemplate === undefined
        ? fields.IsReturnPrintTemplate || '0'
        : String(Number(request.wantsTemplate)),
    ...carrierPairs(request, account, fallbacks),
    ...wishes(request),
    ...(request.monthlyCard === undefined ? {} : { MonthCode: request.monthlyCard }),
    Sender: partyToWire(sender, postCode),
    Receiver: partyToWire(receiver, postCode),
    Commodity: commodity(request),
    Quantity: request.parcelCount,
    ...(weightGrams === null ? {} : { Weight: weightGrams / 1_000 }),
    ...(remark === '' ? {} : { Remark: remark }),
    ...(services.length === 0 ? {} : { AddService: services }),
  };
}

/** Fields of this one order; they override the account's. */
function wishes({ templateSize, returnReceipt, pickupWindow, volumeCm3, parcels = [] }: BookingRequest) {
  const sizes = parcels.map((parcel) => parcel.volumeCm3);
  const ofParcels = sizes.length > 0 && !sizes.includes(null) ? sum(sizes) : undefined;
  const wholeCm3 = volumeCm3 ?? ofParcels;
  return {
    ...(templateSize === undefined ? {} : { TemplateSize: templateSize }),
    ...(returnReceipt === undefined ? {} : { IsReturnSignBill: 1 }),
    ...(returnReceipt?.requirement ? { OperateRequire: cleanText(returnReceipt.requirement) } : {}),
    ...(pickupWindow === undefined
      ? {}
      : { StartDate: toWireTime(pickupWindow.startAt), EndDate: toWireTime(pickupWindow.endAt) }),
    // Three decimals of m³ are litres; a small parcel must not be rounded to zero.
    ...(wholeCm3 === undefined ? {} : { Volume: Math.max(1, Math.round(wholeCm3 / 1_000)) / 1_000 }),
  };
}

function commodity({ goods }: BookingRequest) {
  const named = goods.length > 0 ? goods : [{ name: unnamedGoods, quantity: 1 }];
  return named.map(({ name, quantity, code, priceFen, weightGrams }) => ({
    GoodsName: cleanText(name) || unnamedGoods,
    Goodsquantity: quantity,
    ...(code === undefined ? {} : { GoodsCode: cleanText(code) }),
    ...(priceFen === undefined ? {} : { GoodsPrice: priceFen / 100 }),
    ...(weightGrams === undefined ? {} : { GoodsWeight: weightGrams / 1_000 }),
  }));
}

function payType({ payment }: BookingRequest, { fields }: PlatformAccount): number {
  if (payment !== undefined) return payTypeOf[payment];
  return wholeNumber(fields.PayType) ?? (fields.MonthCode ? 3 : 1);
}

/** 0: a courier is requested. A pickup time without a courier would be useless. */
function isNotice({ notifyCourier, pickupWindow }: BookingRequest): number | null {
  if (notifyCourier !== undefined) return notifyCourier ? 0 : 1;
  return pickupWindow === undefined ? null : 0;
}

function weightOfParcels({ parcels = [] }: BookingRequest): number | null {
  const weights = parcels.map((parcel) => parcel.weightGrams);
  return weights.length === 0 || weights.includes(null) ? null : sum(weights);
}

function sum(values: readonly (number | null)[]): number {
  return values.reduce<number>((total, value) => total + (value ?? 0), 0);
}

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,2}$/.test(text) ? Number(text) : null;
}

/** Cash on delivery and insurance by their amounts, then every other service by the carrier's own name. */
function addServices({ codAmountFen, insuredValueFen, services = [] }: BookingRequest) {
  return [
    ...(codAmountFen > 0 ? [{ Name: 'COD', Value: toWireYuan(codAmountFen) }] : []),
    ...(insuredValueFen > 0 ? [{ Name: 'INSURE', Value: toWireYuan(insuredValueFen) }] : []),
    ...services.map(({ name, value, customerId }) => ({
      Name: name,
      Value: cleanText(value),
      ...(customerId === undefined ? {} : { CustomerID: customerId }),
    })),
  ];
}

/** Sent unchanged: cleaning must not change a password. */
const copiedNames = [
  'CustomerName',
  'CustomerPwd',
  'MonthCode',
  'SendSite',
  'SendStaff',
  'WareHouseID',
  'TemplateSize',
  'MemberID',
  'ThrOrderCode',
  'LogisticCode',
  'CurrencyCode',
  'IsSendMessage',
  'IsSubscribe',
];
const numericNames = ['TransType', 'DeliveryMethod', 'PackingType', 'Volume', 'Cost', 'OtherCost'];
const wordedNames = ['CustomArea', 'OperateRequire', 'Callback'];

/** Fields that `BookingRequest.carrierFields` can contain; any other is reported before sending. */
export const carrierFieldNames: ReadonlySet<string> = new Set([
  ...copiedNames,
  ...numericNames,
  ...wordedNames,
  'PostCode',
  'IsReturnSignBill',
  'DeclaredValue',
]);

/** A carrier's own fields: from the order, otherwise the account, otherwise that carrier's default. */
function carrierPairs(
  { carrierFields = {} }: BookingRequest,
  account: PlatformAccount,
  fallbacks: CarrierRule['fallbacks'],
): Readonly<Record<string, unknown>> {
  const values = { ...fallbacks, ...account.fields, ...carrierFields };
  const pairs: Record<string, unknown> = {};
  for (const name of copiedNames) if (values[name]) pairs[name] = values[name];
  for (const name of numericNames) {
    const value = Number(values[name] || Number.NaN);
    if (Number.isFinite(value)) pairs[name] = value;
  }
  for (const name of wordedNames) if (values[name]) pairs[name] = cleanText(values[name]);
  if (values.IsReturnSignBill === '1') pairs.IsReturnSignBill = 1;
  const declared = Number(values.DeclaredValue || Number.NaN);
  if (Number.isFinite(declared)) pairs.Dutiable = { DeclaredValue: declared };
  return pairs;
}

/** The post code for both parties; null: this carrier needs none. */
function postCodeOf(
  { carrierFields = {} }: BookingRequest,
  { fields }: PlatformAccount,
  { PostCode: usual }: CarrierRule['fallbacks'],
): string | null {
  return usual === undefined ? null : (carrierFields.PostCode ?? fields.PostCode ?? usual);
}
