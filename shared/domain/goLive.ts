/** The small-order test an account passes with test keys before it may book for real, in this order. */
export const goLiveSteps = ['signature', 'create', 'query', 'print', 'cancel'] as const;
export type GoLiveStep = (typeof goLiveSteps)[number];

export const goLiveStates = ['open', 'passed', 'failed'] as const;
export type GoLiveState = (typeof goLiveStates)[number];

/** `test`: its endpoint was replaced, nothing is locked. `none`: works without a network, nothing to prove. */
export const accountLocks = ['locked', 'unlocked', 'test', 'none'] as const;
export type AccountLock = (typeof accountLocks)[number];
