import type { Booking } from '../../../shared/domain/shipment.ts';
import type {
  BookingRequest,
  PlatformAccount,
  PlatformPorts,
  PlatformReply,
} from '../kit/carrierPlatform.ts';
import { book } from './book.ts';
import { isSameRefusal } from './isSameRefusal.ts';

/**
 * KDNiao has no search by order code; its OrderCode is a key for ever and a repeat is answered with the first waybill
 * (106). So asking is sending the same frozen 1007 again: 100 or 106 with a number = booked, now or back then.
 * That *this* call failed says nothing of the first one: not reached, signature refused, account blocked, numbers used
 * up (perhaps by the first try) all stay `unknown`. Only a refusal of the content itself proves that no waybill exists.
 */
export async function find(
  request: BookingRequest,
  account: PlatformAccount,
  ports: PlatformPorts,
): Promise<PlatformReply<Booking>> {
  const repeated = await book(request, account, ports);
  return repeated.ok || isSameRefusal(repeated.code) ? repeated : { ...repeated, certainty: 'unknown' };
}
