import type { Party } from '../../../shared/domain/party.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { BookingRequest, PlatformAccount } from '../kit/carrierPlatform.ts';
import { checkFields, type FieldRule } from '../kit/checkFields.ts';
import { bookingToWire, type WireContact } from './bookingToWire.ts';
import { sfManifest } from './manifest.ts';

/** Codes 8067 and 8117: more are refused. */
const maxParcels = 307;

/**
 * What SF would refuse, told before sending. SF's page lists few lengths: the others are what a label and the strictest
 * platform can hold. Nothing is ever cut.
 */
export function checkBooking(request: BookingRequest, account: PlatformAccount): Outcome<BookingRequest> {
  if (request.carrier !== 'SF' && request.carrier !== '')
    return failure('CARRIER_NOT_OFFERED', { carrier: request.carrier });
  const wire = bookingToWire(request, account);
  const text = (field: string, value: string, maxLength: number, isRequired: boolean): FieldRule => ({
    field,
    text: value,
    maxLength,
    isRequired,
  });
  const [sender, receiver] = wire.contactInfoList;
  const fault = checkFields([
    { ...text('orderCode', request.orderCode, sfManifest.orderCodeMaxLength, true), pattern: /^[\w-]+$/ },
    text('carrier', request.carrier, 2, true),
    ...contactRules('sender', request.sender, sender),
    ...contactRules('receiver', request.receiver, receiver),
    ...wire.cargoDetails.map(({ name }) => text('goods', name, 100, true)),
    text('remark', wire.remark ?? '', 100, false),
    { ...text('account.monthlyCard', account.fields.monthlyCard ?? '', 20, false), pattern: /^\d+$/ },
  ]);
  if (fault !== null) return fault;
  const { parcelCount } = request;
  if (!Number.isInteger(parcelCount) || parcelCount < 1 || parcelCount > maxParcels)
    return failure('CARRIER_FIELD_INVALID', { field: 'parcelCount' });
  return done(request);
}

function contactRules(who: 'sender' | 'receiver', party: Party, wire: WireContact): FieldRule[] {
  const rule = (field: string, text: string, maxLength: number): FieldRule => ({
    field: `${who}.${field}`,
    text,
    maxLength,
    isRequired: true,
  });
  const number = wire.mobile ?? wire.tel ?? '';
  return [
    rule('name', wire.contact, 30),
    { ...rule('phone', party.phone === '' ? '' : number, 20), pattern: /^[\d-]+$/ },
    rule('province', wire.province, 20),
    rule('city', wire.city, 20),
    rule('district', wire.county, 20),
    rule('detail', wire.address, 100),
  ];
}
