/** What speaks for a carrier: a person's word for numbers of this shape, the platform, or the number itself. */
export const numberEvidence = ['person', 'platform', 'check-digit', 'strict', 'loose'] as const;
export type NumberEvidence = (typeof numberEvidence)[number];

/** Why something is nobody's number. */
export const invalidNumberReasons = ['form', 'repetition', 'check-digit'] as const;
export type InvalidNumberReason = (typeof invalidNumberReasons)[number];

/**
 * `new`: its carrier is clear · `choice`: several carriers, or none, so a person or the platform decides · `known`: it is
 * followed already · `invalid`: nobody's number.
 */
export const pastedStates = ['new', 'choice', 'known', 'invalid'] as const;
export type PastedState = (typeof pastedStates)[number];

/** Most numbers one paste may hold. */
export const mostPastedNumbers = 5_000;
/** Most numbers the platform is asked about in one go. */
export const mostRecognisedAtOnce = 50;
