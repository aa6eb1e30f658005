/** Who said by when a parcel is to arrive: somebody here, or the carrier when it was booked. */
export const promiseSources = ['person', 'carrier', 'shop'] as const;
export type PromiseSource = (typeof promiseSources)[number];

/** How a parcel stands beside its promise. Late is what was promised earlier, never what feels long. */
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

/** What one may want of the carrier for a parcel that is on its way. */
export const carrierWishes = ['stop', 'readdress', 'hurry'] as const;
export type CarrierWish = (typeof carrierWishes)[number];
