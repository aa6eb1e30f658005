import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { BookingRequest, PlatformAccount } from '../kit/carrierPlatform.ts';
import { checkFields, type FieldRule, partyRules, type SentParty } from '../kit/sentFields.ts';
import { bookingToWire, carrierFieldNames } from './bookingToWire.ts';
import { carrierRule } from './carrierRules.ts';
import { kdniaoManifest } from './manifest.ts';
import type { WireParty } from './partyToWire.ts';

/** Parcels of one booking (vendor demo header; older documents say 30). */
const maxParcels = 300;

/**
 * What KDNiao would refuse, told before sending. Lengths are those of the vendor's demo header, in characters, counted
 * on the text that would be sent; nothing is ever cut. Fields are named as the operator knows them.
 */
export function checkBooking(request: BookingRequest, account: PlatformAccount): Outcome<BookingRequest> {
  const wire = bookingToWire(request, account);
  const text = (field: string, value: string, maxLength: number, isRequired: boolean): FieldRule => ({
    field,
    text: value,
    maxLength,
    isRequired,
  });
  const fault = checkFields([
    {
      ...text('orderCode', request.orderCode, kdniaoManifest.orderCodeMaxLength, true),
      pattern: /^[\w-]+$/,
    },
    { ...text('carrier', request.carrier, 10, true), pattern: /^\w+$/ },
    ...partyRules('sender', request.sender, sentParty(wire.Sender)),
    ...partyRules('receiver', request.receiver, sentParty(wire.Receiver)),
    ...wire.Commodity.map(({ GoodsName }) => text('goods', GoodsName, 100, true)),
    text('remark', wire.Remark ?? '', 60, false),
    ...pairRules('account', account.fields),
    ...pairRules('carrierFields', request.carrierFields ?? {}),
    ...serviceRules(request),
  ]);
  if (fault !== null) return fault;
  const { parcelCount, weightGrams, carrier } = request;
  if (!Number.isInteger(parcelCount) || parcelCount < 1 || parcelCount > maxParcels) {
    return failure('CARRIER_FIELD_INVALID', { field: 'parcelCount' });
  }
  if (weightGrams === null && wire.Weight === undefined && carrierRule(carrier).isFreight) {
    return failure('CARRIER_FIELD_MISSING', { field: 'weightGrams' });
  }
  const odd = oddField(request);
  return odd === null ? done(request) : failure('CARRIER_FIELD_INVALID', { field: odd });
}

/** Longest values of what carriers want, in characters. */
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
  return Object.entries(pairLengths).map(([name, maxLength]) => ({
    field: `${owner}.${name}`,
    text: pairs[name] ?? '',
    maxLength,
    isRequired: false,
  }));
}

function serviceRules({ services = [] }: BookingRequest): FieldRule[] {
  const rule = (field: string, text: string, maxLength: number, isRequired: boolean): FieldRule => ({
    field: `services.${field}`,
    text,
    maxLength,
    isRequired,
  });
  return services.flatMap(({ name, value, customerId }) => [
    { ...rule('name', name, 20, true), pattern: /^[A-Za-z][\w-]*$/ },
    rule('value', value, 30, false),
    rule('customerId', customerId ?? '', 30, false),
  ]);
}

/** The first wish that contradicts itself or that nobody can carry out. */
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
  // Twice the same service with two values would leave it to the carrier which one counts.
  const names = services.map(({ name }) => name);
  if (codAmountFen > 0) names.push('COD');
  if (insuredValueFen > 0) names.push('INSURE');
  if (new Set(names).size < names.length) return 'services';
  if (!isAmount(codAmountFen)) return 'codAmountFen';
  if (!isAmount(insuredValueFen)) return 'insuredValueFen';
  if (parcels !== undefined && parcels.length !== parcelCount) return 'parcels';
  if (pickupWindow !== undefined && pickupWindow.endAt <= pickupWindow.startAt) return 'pickupWindow';
  return volumeCm3 !== undefined && !(volumeCm3 > 0) ? 'volumeCm3' : null;
}

function isAmount(amountFen: number): boolean {
  return Number.isSafeInteger(amountFen) && amountFen >= 0;
}

function sentParty(wire: WireParty): SentParty {
  return {
    name: wire.Name,
    number: wire.Mobile ?? wire.Tel,
    province: wire.ProvinceName,
    city: wire.CityName,
    district: wire.ExpAreaName,
    detail: wire.Address,
  };
}
