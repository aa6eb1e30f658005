import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { BookingRequest, PlatformAccount } from '../kit/carrierPlatform.ts';
import { checkFields, type FieldRule } from '../kit/checkFields.ts';
import { partyRules, type SentParty } from '../kit/partyRules.ts';
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
    ...partyRules('sender', request.sender, sentParty(sender)),
    ...partyRules('receiver', request.receiver, sentParty(receiver)),
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

function sentParty(wire: WireContact): SentParty {
  return {
    name: wire.contact,
    number: wire.mobile ?? wire.tel,
    province: wire.province,
    city: wire.city,
    district: wire.county,
    detail: wire.address,
  };
}
