import { kuaidi100Code } from '../../../shared/domain/carriers/platformCarrierCodes.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { BookingRequest, PlatformAccount } from '../kit/carrierPlatform.ts';
import { checkFields, type FieldRule } from '../kit/checkFields.ts';
import { partyRules, type SentParty } from '../kit/partyRules.ts';
import { bookingToWire } from './bookingToWire.ts';
import { kuaidi100Manifest } from './manifest.ts';
import type { WireParty } from './partyToWire.ts';

/** Not documented; the largest that any of the carriers behind it takes. */
const maxParcels = 300;

/**
 * Told before sending. The vendor documents no lengths for labels: those here are what a label and the strictest
 * platform can hold, so that a long text is told to the operator and not cut by somebody.
 */
export function checkBooking(request: BookingRequest, account: PlatformAccount): Outcome<BookingRequest> {
  if (request.carrier !== '' && kuaidi100Code(request.carrier) === null)
    return failure('CARRIER_NOT_OFFERED', { carrier: request.carrier });
  const wire = bookingToWire(request, account);
  const text = (field: string, value: string, maxLength: number, isRequired: boolean): FieldRule => ({
    field,
    text: value,
    maxLength,
    isRequired,
  });
  const fault = checkFields([
    {
      ...text('orderCode', request.orderCode, kuaidi100Manifest.orderCodeMaxLength, true),
      pattern: /^[\w-]+$/,
    },
    text('carrier', request.carrier, 30, true),
    ...partyRules('sender', request.sender, sentParty(wire.sendMan)),
    ...partyRules('receiver', request.receiver, sentParty(wire.recMan)),
    text('goods', wire.cargo, 200, true),
    text('remark', wire.remark ?? '', 200, false),
  ]);
  if (fault !== null) return fault;
  const { parcelCount } = request;
  if (!Number.isInteger(parcelCount) || parcelCount < 1 || parcelCount > maxParcels)
    return failure('CARRIER_FIELD_INVALID', { field: 'parcelCount' });
  return done(request);
}

function sentParty(wire: WireParty): SentParty {
  return {
    name: wire.name,
    number: wire.mobile ?? wire.tel,
    province: wire.province,
    city: wire.city,
    district: wire.district,
    detail: wire.addr,
  };
}
