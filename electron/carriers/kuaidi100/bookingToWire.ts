import type { PaymentKind } from '../../../shared/domain/intake/orderWishes.ts';
import type { Party, PostalAddress } from '../../../shared/domain/party.ts';
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
import { kuaidi100Code, kuaidi100Manifest } from './manifest.ts';

/** Sent as the account has them; each carrier takes the ones it needs. */
const accountPairs = [
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

/**
 * `param` of the label interface's method `order`. Pure and without clock: the same request and account always give the
 * same text, by which the platform knows a repeat. Sums are CNY, the weight is kg.
 */
export function bookingToWire(request: BookingRequest, account: PlatformAccount) {
  const { fields } = account;
  const { parcelCount, weightGrams, codAmountFen, insuredValueFen } = request;
  const cargo = request.goods.map(({ name }) => plainLine(name)).filter((name) => name !== '');
  const remark = plainLine(request.remark);
  return {
    ...pairsOf(account),
    orderId: request.orderCode,
    // Never true: with the default every call makes a new order.
    reorder: false,
    printType: 'NON',
    kuaidicom: kuaidi100Code(request.carrier) ?? '',
    recMan: partyToWire(request.receiver),
    sendMan: partyToWire(request.sender),
    cargo: [...new Set(cargo)].join('、') || unnamedGoods,
    count: parcelCount,
    ...(parcelCount > 1 ? { needChild: '1' } : {}),
    ...(weightGrams === null ? {} : { weight: weightGrams / 1_000 }),
    ...(request.sizeMm === undefined ? {} : { volume: request.sizeMm.map((side) => side / 10).join('*') }),
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

/** Not documented; the largest that any of the carriers behind it takes. */
const maxParcels = 300;

/**
 * Reported before sending. The vendor documents no lengths for labels: those here are what a label and the strictest
 * platform can hold, so that a long text is reported to the operator instead of being cut on the way.
 */
export function checkBooking(request: BookingRequest, account: PlatformAccount): Outcome<BookingRequest> {
  if (request.carrier !== '' && kuaidi100Code(request.carrier) === null)
    return failure('CARRIER_NOT_OFFERED', { carrier: request.carrier });
  const lack = wishLack(request, account);
  if (lack !== null) return failure('CARRIER_WISH_NOT_OFFERED', { field: lack });
  const wire = bookingToWire(request, account);
  return checkSent(request, kuaidi100Manifest, {
    sender: sentParty(request.sender),
    receiver: sentParty(request.receiver),
    carrier: { maxLength: 30 },
    rules: [
      requiredField('goods', wire.cargo, 200),
      optionalField('remark', wire.remark ?? '', 200),
      optionalField('product', request.product ?? '', 30),
    ],
    maxParcels,
  });
}

/** A wish that the label interface has no field for; a card is charged there only as the account's own. */
function wishLack(
  { services = [], monthlyCard }: BookingRequest,
  { fields }: PlatformAccount,
): string | null {
  if (services.length > 0) return 'services';
  return monthlyCard !== undefined && monthlyCard !== fields.partnerId ? 'monthlyCard' : null;
}

/** Sender or receiver: the address once as one text, which is printed, and once in parts, so that nothing is guessed. */
function partyToWire(party: Party) {
  const { name, number, isMobile, province, city, district, detail } = sentParty(party);
  return {
    name,
    ...(isMobile ? { mobile: number } : { tel: number }),
    printAddr: oneText(party),
    province,
    city,
    district,
    addr: detail,
  };
}

/** 广东省深圳市南山区…; a municipality's name, or that of a city without districts, stands once. */
export function oneText({ province, city, district, town, detail }: PostalAddress): string {
  const parts = [province, city, district].map(plainLine);
  return parts.filter((part, at) => parts.indexOf(part) === at).join('') + plainLine(town + detail);
}
