import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { BookingRequest, PlatformAccount } from '../kit/carrierPlatform.ts';
import { checkSent, type FieldRule, optionalField, requiredField } from '../kit/sentFields.ts';
import { bookingToWire, carrierFieldNames } from './bookingToWire.ts';
import { carrierRule } from './carrierRules.ts';
import { kdniaoManifest } from './manifest.ts';
import { kdniaoParties } from './partyToWire.ts';

/** Parcels of one booking (vendor demo header; older documents say 30). */
const maxParcels = 300;

/**
 * What KDNiao would refuse, reported before sending. Lengths are those of the vendor's demo header, in characters, counted
 * on the text that would be sent; nothing is ever cut. Fields are named as the operator knows them.
 */
export function checkBooking(request: BookingRequest, account: PlatformAccount): Outcome<BookingRequest> {
  const wire = checkedWire(request, account);
  return wire.ok ? done(request) : wire;
}

/** The fields sent by a booking that passed all checks. */
export function checkedWire(
  request: BookingRequest,
  account: PlatformAccount,
): Outcome<ReturnType<typeof bookingToWire>> {
  const parties = kdniaoParties(request);
  const wire = bookingToWire(request, account, parties);
  const checked = checkSent(request, kdniaoManifest, {
    ...parties,
    carrier: { maxLength: 10, pattern: /^\w+$/ },
    rules: [
      ...wire.Commodity.map(({ GoodsName }) => requiredField('goods', GoodsName, 100)),
      optionalField('remark', wire.Remark ?? '', 60),
      optionalField('product', request.product ?? '', 2, /^\w+$/),
      optionalField('monthlyCard', request.monthlyCard ?? '', 20),
      ...pairRules('account', account.fields),
      ...pairRules('carrierFields', request.carrierFields ?? {}),
      ...serviceRules(request),
    ],
    maxParcels,
  });
  if (!checked.ok) return checked;
  const odd = oddField(request);
  if (odd !== null) return failure('CARRIER_FIELD_INVALID', { field: odd });
  const unmeasured = carrierRule(request.carrier).isMeasured ? unmeasuredField(wire) : null;
  return unmeasured === null ? done(wire) : failure('CARRIER_FIELD_MISSING', { field: unmeasured });
}

/** What the account's fields, the order or its parcels leave unsaid. */
function unmeasuredField({ Weight, Volume }: ReturnType<typeof bookingToWire>): string | null {
  if (!(Number(Weight ?? 0) > 0)) return 'weightGrams';
  return Number(Volume ?? 0) > 0 ? null : 'volume';
}

/** Longest values of carriers' own fields, in characters. */
const pairLengths: Readonly<Record<string, number>> = {
  CustomerName: 50,
  CustomerPwd: 50,
  MonthCode: 20,
  SendSite: 50,
  SendStaff: 50,
  CustomArea: 500,
  WareHouseID: 30,
  ThrOrderCode: 50,
  LogisticCode: 30,
  TemplateSize: 10,
  PostCode: 10,
  CurrencyCode: 10,
  Callback: 50,
};

function pairRules(owner: string, pairs: Readonly<Record<string, string>>): FieldRule[] {
  return Object.entries(pairLengths).flatMap(([name, maxLength]) => {
    const text = pairs[name] ?? '';
    return text === '' ? [] : [optionalField(`${owner}.${name}`, text, maxLength)];
  });
}

function serviceRules({ services = [] }: BookingRequest): FieldRule[] {
  return services.flatMap(({ name, value, customerId }) => [
    requiredField('services', name, 20, /^[A-Za-z][\w-]*$/),
    optionalField('services', value, 30),
    optionalField('services.customerId', customerId ?? '', 30),
  ]);
}

/** The first wish that contradicts itself or cannot be fulfilled. */
function oddField({
  carrierFields = {},
  services = [],
  parcels,
  parcelCount,
  pickupWindow,
  volumeCm3,
  codAmountFen,
  insuredValueFen,
}: BookingRequest): string | null {
  const unknown = Object.keys(carrierFields).find((name) => !carrierFieldNames.has(name));
  if (unknown !== undefined) return `carrierFields.${unknown.slice(0, 30)}`;
  // With the same service twice and two values, the carrier would decide which one counts.
  const names = services.map(({ name }) => name);
  if (codAmountFen > 0) names.push('COD');
  if (insuredValueFen > 0) names.push('INSURE');
  if (new Set(names).size < names.length) return 'services';
  if (!isAmount(codAmountFen)) return 'codAmountFen';
  if (!isAmount(insuredValueFen)) return 'insuredValueFen';
  if (parcels !== undefined && parcels.length !== parcelCount) return 'parcels';
  if (pickupWindow !== undefined && pickupWindow.endAt <= pickupWindow.startAt) return 'pickupWindow';
  return volumeCm3 !== undefined && !(volumeCm3 > 0) ? 'volume' : null;
}

function isAmount(amountFen: number): boolean {
  return Number.isSafeInteger(amountFen) && amountFen >= 0;
}
