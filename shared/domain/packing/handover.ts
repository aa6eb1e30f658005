/** `open`: parcels are put on it · `closed`: the courier has signed, nothing changes any more. */
export const handoverStates = ['open', 'closed'] as const;
export type HandoverState = (typeof handoverStates)[number];

/** What a scan-out came to. `repeated`: it is on this list already. */
export const handoverSayings = ['out', 'repeated', 'stopped'] as const;
export type HandoverSaying = (typeof handoverSayings)[number];

/** What is done to a list at a bench whose book is away; `signed`: by the courier. */
const listActKinds = ['begun', 'on', 'off', 'signed'] as const;
export type ListActKind = (typeof listActKinds)[number];
