import type { Booking } from '../../shared/domain/shipment.ts';
import { failure, unknownOutcome } from '../../shared/errors/outcome.ts';
import type { PlatformManifest, PlatformReply } from '../carriers/kit/carrierPlatform.ts';

const hourMs = 3_600_000;

/** A workstation's clock may be an hour off, and daylight time another. */
const clockMarginMs = 2 * hourMs;

/**
 * May a booking of then still be asked for? Where asking is sending again, the platform must still know the code: after
 * its window a repeat would be a second waybill. null: yes; a time that is not known, or in the future, is no.
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

/** A "no such order" sooner than the platform shows new ones says nothing yet. */
export function believeFind(
  found: PlatformReply<Booking>,
  { visibleAfterMs }: Pick<PlatformManifest, 'visibleAfterMs'>,
  sentAt: number | null,
  now: number,
): PlatformReply<Booking> {
  const isNo = !found.ok && found.certainty === 'did-not-happen' && found.code === 'CARRIER_NOT_FOUND';
  if (!isNo || visibleAfterMs === undefined || sentAt === null || now - sentAt >= visibleAfterMs)
    return found;
  return { ...found, ...failure('FIND_TOO_SOON'), certainty: 'unknown' };
}
