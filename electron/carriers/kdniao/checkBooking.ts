import type { Party } from '../../../shared/domain/party.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { BookingRequest, PlatformAccount } from '../kit/carrierPlatform.ts';
import { checkFields, type FieldRule } from '../kit/checkFields.ts';
import { bookingToWire } from './bookingToWire.ts';
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
    ...partyRules('sender', request.sender, wire.Sender),
    ...partyRules('receiver', request.receiver, wire.Receiver),
    ...wire.Commodity.map(({ GoodsName }) => text('goods', GoodsName, 100, true)),
    text('remark', wire.Remark ?? '', 60, false),
    text('account.CustomerName', account.fields.CustomerName ?? '', 50, false),
    text('account.CustomerPwd', account.fields.CustomerPwd ?? '', 50, false),
    text('account.MonthCode', account.fields.MonthCode ?? '', 20, false),
    text('account.SendSite', account.fields.SendSite ?? '', 50, false),
    text('account.CustomArea', account.fields.CustomArea ?? '', 500, false),
  ]);
  if (fault !== null) return fault;
  const { parcelCount, weightGrams, carrier } = request;
  if (!Number.isInteger(parcelCount) || parcelCount < 1 || parcelCount > maxParcels) {
    return failure('CARRIER_FIELD_INVALID', { field: 'parcelCount' });
  }
  if (weightGrams === null && carrierRule(carrier).isFreight) {
    return failure('CARRIER_FIELD_MISSING', { field: 'weightGrams' });
  }
  return done(request);
}

function partyRules(who: 'sender' | 'receiver', party: Party, wire: WireParty): FieldRule[] {
  const rule = (field: string, text: string, maxLength: number): FieldRule => ({
    field: `${who}.${field}`,
    text,
    maxLength,
    isRequired: true,
  });
  const number = wire.Mobile ?? wire.Tel ?? '';
  return [
    rule('name', wire.Name, 30),
    { ...rule('phone', party.phone === '' ? '' : number, 20), pattern: /^[\d-]+$/ },
    rule('province', wire.ProvinceName, 20),
    rule('city', wire.CityName, 20),
    rule('district', wire.ExpAreaName, 20),
    rule('detail', wire.Address, 100),
  ];
}
