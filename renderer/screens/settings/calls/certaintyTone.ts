/** How sure we are of a call: the three colours of a booking. */
export const certaintyTone = { happened: 'done', 'did-not-happen': 'failed', unknown: 'unsure' } as const;
