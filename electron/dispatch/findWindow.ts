import type { Booking } from '../../shared/domain/shipment.ts';
import type { ErrorCode } from '../../shared/errors/catalogue.ts';
import { failure, unknownOutcome } from '../../shared/errors/outcome.ts';
import { hourMs } from '../../shared/rules/shopTime.ts';
import type { PlatformReply } from '../carriers/kit/carrierPlatform.ts';
import type { PlatformManifest } from '../carriers/kit/manifest.ts';
import type { Shipment } from '../store/schema.ts';

/** A workstation's clock may be an hour off, and daylight saving adds another. */
const clockMarginMs = 2 * hourMs;

/**
 * Can a booking made at that time still be asked for? Where asking means sending again, the platform must still know the code: after its
 * window a repeat would be a second waybill. null: yes; an unknown or future time counts as no.
 */
export function findTooLate(
  { repeatWindowMs }: Pick<PlatformManifest, 'repeatWindowMs'>,
  sentAt: number | null,
  now: number,
): PlatformReply<Booking> | null {
  if (repeatWindowMs === undefined) return null;
  const ageMs = sentAt === null ? Number.POSITIVE_INFINITY : now - sentAt;
  return ageMs >= -clockMarginMs && ageMs <= repeatWindowMs - clockMarginMs
    ? null
    : unknownOutcome('FIND_TOO_LATE', { hours: repeatWindowMs / hourMs });
}

/** A platform that refuses to book a code twice without showing the first booking proves that one exists. */
export const existsUnseen: ErrorCode = 'CARRIER_EXISTS_UNSEEN';

/**
 * "No such order" proves nothing until the platform shows new orders, and nothing at all once the same platform has refused the code as
 * used: then the order exists, whatever its search says.
 */
export function believeFind(
  found: PlatformReply<Booking>,
  { visibleAfterMs = 0 }: Pick<PlatformManifest, 'visibleAfterMs'>,
  { sentAt, errorCode }: Pick<Shipment, 'sentAt' | 'errorCode'>,
  now: number,
): PlatformReply<Booking> {
  const isNo = !found.ok && found.certainty === 'did-not-happen' && found.code === 'CARRIER_NOT_FOUND';
  if (!isNo) return found;
  if (errorCode === existsUnseen) return { ...found, ...failure(existsUnseen), certainty: 'unknown' };
  const isYoung = sentAt !== null && now - sentAt < visibleAfterMs;
  return isYoung ? { ...found, ...failure('FIND_TOO_SOON'), certainty: 'unknown' } : found;
}
