import type { PaymentKind } from '../../../shared/domain/intake/orderWishes.ts';
import type { Party } from '../../../shared/domain/party.ts';
import { failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { BookingRequest, PlatformAccount } from '../kit/carrierPlatform.ts';
import {
  checkSent,
  optionalField,
  plainLine,
  requiredField,
  sentParty,
  unnamedGoods,
} from '../kit/sentFields.ts';
import { toWireTime, toWireYuan } from '../kit/wireValues.ts';
import { sfManifest } from './manifest.ts';

/** Paid by the month is paid by the sender, with the card. */
const payMethodOf: Readonly<Record<PaymentKind, number>> = {
  sender: 1,
  receiver: 2,
  monthly: 1,
  'third-party': 3,
};

/** 顺丰标快, the usual product. */
const standardExpress = 2;

/**
 * msgData of EXP_RECE_CREATE_ORDER. Pure and without clock: the same request and account always give the same text. Sums
 * are CNY, the weight is kg.
 */
export function bookingToWire(request: BookingRequest, account: PlatformAccount) {
  const { fields } = account;
  const remark = plainLine(request.remark);
  const services = servicesOf(request);
  const isCardUsed = request.payment === undefined || request.payment === 'monthly';
  const card = request.monthlyCard ?? (isCardUsed ? fields.monthlyCard : undefined);
  return {
    language: 'zh-CN',
    orderId: request.orderCode,
    ...(card ? { monthlyCard: card } : {}),
    expressTypeId: wholeNumber(request.product) ?? wholeNumber(fields.expressTypeId) ?? standardExpress,
    payMethod:
      request.payment === undefined ? (wholeNumber(fields.payMethod) ?? 1) : payMethodOf[request.payment],
    parcelQty: request.parcelCount,
    ...(request.weightGrams === null ? {} : { totalWeight: request.weightGrams / 1_000 }),
    isGenBillNo: 1,
    isGenEletricPic: 0,
    isDocall: request.notifyCourier === true ? 1 : 0,
    ...(request.returnReceipt === undefined ? {} : { isSignBack: 1 }),
    ...(request.pickupWindow === undefined ? {} : { sendStartTm: toWireTime(request.pickupWindow.startAt) }),
    ...(remark === '' ? {} : { remark }),
    cargoDetails: cargoOf(request),
    contactInfoList: [contactToWire(1, request.sender), contactToWire(2, request.receiver)],
    ...(services.length === 0 ? {} : { serviceList: services }),
  };
}

function cargoOf({ goods }: BookingRequest) {
  const named = goods.length > 0 ? goods : [{ name: unnamedGoods, quantity: 1 }];
  return named.map(({ name, quantity }) => ({ name: plainLine(name) || unnamedGoods, count: quantity }));
}

/** 1: sender, 2: receiver. */
function contactToWire(contactType: 1 | 2, party: Party) {
  const { name, number, isMobile, province, city, district, detail } = sentParty(party);
  return {
    contactType,
    contact: name,
    ...(isMobile ? { mobile: number } : { tel: number }),
    province,
    city,
    county: district,
    address: detail,
  };
}

function servicesOf({ codAmountFen, insuredValueFen, services = [] }: BookingRequest) {
  return [
    ...(codAmountFen > 0 ? [{ name: 'COD', value: toWireYuan(codAmountFen) }] : []),
    ...(insuredValueFen > 0 ? [{ name: 'INSURE', value: toWireYuan(insuredValueFen) }] : []),
    ...services.map(({ name, value }) => ({ name, value })),
  ];
}

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,4}$/.test(text) ? Number(text) : null;
}

/** Codes 8067 and 8117: more are refused. */
const maxParcels = 307;

/**
 * What SF would refuse, reported before sending. SF's page lists few lengths: the others are what a label and the strictest
 * platform can hold. Nothing is ever cut.
 */
export function checkBooking(request: BookingRequest, account: PlatformAccount): Outcome<BookingRequest> {
  if (request.carrier !== 'SF' && request.carrier !== '')
    return failure('CARRIER_NOT_OFFERED', { carrier: request.carrier });
  const wire = bookingToWire(request, account);
  return checkSent(request, sfManifest, {
    sender: sentParty(request.sender),
    receiver: sentParty(request.receiver),
    carrier: { maxLength: 2 },
    rules: [
      ...wire.cargoDetails.map(({ name }) => requiredField('goods', name, 100)),
      optionalField('remark', wire.remark ?? '', 100),
      optionalField('product', request.product ?? '', 4, /^\d+$/),
      optionalField('monthlyCard', request.monthlyCard ?? '', 20, /^\d+$/),
      ...(request.services ?? []).flatMap(({ name, value }) => [
        requiredField('services', name, 30, /^[A-Za-z][\w-]*$/),
        optionalField('services', value, 60),
      ]),
      optionalField('account.monthlyCard', account.fields.monthlyCard ?? '', 20, /^\d+$/),
    ],
    maxParcels,
  });
}
