/** Who said by when a parcel is to arrive: somebody here, or the carrier when it was booked. */
export const promiseSources = ['person', 'carrier', 'shop'] as const;
export type PromiseSource = (typeof promiseSources)[number];

/** Whether a parcel keeps its promise. Late is what was promised earlier, never what feels long. */
export const promiseStandings = [
  'no-promise',
  'in-time',
  'at-risk',
  'late',
  'arrived-in-time',
  'arrived-late',
] as const;
export type PromiseStanding = (typeof promiseStandings)[number];

/** A parcel that comes back: on its way, in our hands, or given up. */
export const returnStates = ['expected', 'received', 'dropped'] as const;
export type ReturnState = (typeof returnStates)[number];

/**
 * Where a parcel that comes back is, what needs somebody first: in our hands and nobody knows whose, brought back by the
 * carrier and never scanned, announced by a buyer, on its way back by the carrier's word.
 */
export const returnStandings = ['unknown', 'unscanned', 'expected', 'told', 'received', 'dropped'] as const;
export type ReturnStanding = (typeof returnStandings)[number];

/** Something is still to be done about these. */
export const openReturnStandings: readonly ReturnStanding[] = ['unknown', 'unscanned', 'expected', 'told'];

/** What one may want of the carrier for a parcel that is on its way. */
export const carrierWishes = ['stop', 'readdress', 'hurry'] as const;
export type CarrierWish = (typeof carrierWishes)[number];
