/** What a shop may need a platform to do. Which of it a platform can, its manifest says. */
export const platformOffers = [
  'e-waybill',
  'batch-print',
  'customs',
  'tracking',
  'tracking-push',
  'exception-alerts',
  'foreign-traces',
  'address-check',
  'coverage-check',
  'freight-estimate',
  'arrival-estimate',
  'pickup',
  'cod',
  'insurance',
  'monthly-account',
] as const;
export type PlatformOffer = (typeof platformOffers)[number];

/** `unknown` is never taken for yes. */
export const offerAnswers = ['yes', 'no', 'unknown'] as const;
export type OfferAnswer = (typeof offerAnswers)[number];
