import type { StoryShipment } from '../../../../shared/contracts/bookingHealth.ts';

/** What a booking whose end is open is waiting for. */
export type BookingSituation =
  /** In the queue, nothing was sent. */
  | 'queued'
  /** Nothing was sent: network or platform is away, and it is tried again later. */
  | 'delayed'
  /** The call is under way. */
  | 'sending'
  /** It may have happened; the platform is asked again later. */
  | 'asking'
  /** The platform is being asked now. */
  | 'asking-now'
  /** All questions stayed without an answer. */
  | 'person'
  /** Whether it was given back is not known. */
  | 'voiding'
  /** The same, and the account that could ask is gone: a person answers. */
  | 'account-gone';

/** null: the booking has ended one way or the other. */
export function bookingSituation(shipment: StoryShipment, now: number): BookingSituation | null {
  switch (shipment.state) {
    case 'planned':
      return shipment.errorCode !== '' && shipment.nextAt !== null && shipment.nextAt > now
        ? 'delayed'
        : 'queued';
    case 'unsure':
      if (shipment.waitsForPerson) return 'person';
      return shipment.nextAt === null || shipment.nextAt <= now ? 'asking-now' : 'asking';
    case 'voiding':
      return shipment.errorCode === 'VOID_ACCOUNT_REMOVED' ? 'account-gone' : 'voiding';
    case 'sending':
      return 'sending';
    default:
      return null;
  }
}

/** May something exist at the platform that is not known here? Then it is amber, and nothing new is sent. */
export function isUnsure(situation: BookingSituation | null): boolean {
  return situation !== null && unsureSituations.includes(situation);
}

const unsureSituations: readonly BookingSituation[] = [
  'asking',
  'asking-now',
  'person',
  'voiding',
  'account-gone',
];
