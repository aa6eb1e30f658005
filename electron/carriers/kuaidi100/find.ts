import type { Booking } from '../../../shared/domain/shipment.ts';
import type { ErrorCode } from '../../../shared/errors/catalogue.ts';
import type {
  BookingRequest,
  PlatformAccount,
  PlatformPorts,
  PlatformReply,
} from '../kit/carrierPlatform.ts';
import { book } from './book.ts';

/** Refusals of the content itself, which the same text would have met the first time too. */
const sameAsBefore: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['CARRIER_REFUSED', 'CARRIER_FIELD']);

/**
 * There is no search by order code: sending the same frozen order again with `reorder: false` gives the first success,
 * for as long as the platform keeps it (`repeatWindowMs`; whoever asks holds to it, since after that a repeat would be a
 * second booking). That this call failed says nothing of the first one; only a refusal of the content itself does.
 */
export async function find(
  request: BookingRequest,
  account: PlatformAccount,
  ports: PlatformPorts,
): Promise<PlatformReply<Booking>> {
  const repeated = await book(request, account, ports);
  return repeated.ok || sameAsBefore.has(repeated.code) ? repeated : { ...repeated, certainty: 'unknown' };
}
