/** Bounds of what an account may hold besides its id and secret: more than any platform asks for. */
export const accountFieldLimits = { mostFields: 60, keyCharacters: 40, valueCharacters: 200 } as const;

/** A person's word on a waybill whose account is gone: it was cancelled at the platform, or it goes out after all. */
export const voidAnswers = ['cancelled', 'stands'] as const;
export type VoidAnswer = (typeof voidAnswers)[number];

/** States of a booking that keep its account, in the order they are told. */
export const heldStates = ['planned', 'sending', 'unsure', 'voiding', 'booked'] as const;
export type HeldState = (typeof heldStates)[number];
