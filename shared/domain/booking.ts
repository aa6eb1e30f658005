/** What becomes of an order that an account certainly did not book. */
export const fallbacks = ['wait', 'backup', 'manual'] as const;
export type Fallback = (typeof fallbacks)[number];

/**
 * How the booking lane of an account stands. `pausing`: a few seconds after a failure. `broken`: too many calls did not
 * get through, nothing is sent until `retryAt`. `probing`: one call goes ahead to see. `stopped`: the platform refuses the
 * account itself, a person must act.
 */
export const laneStates = ['idle', 'working', 'pausing', 'broken', 'probing', 'stopped'] as const;
export type LaneState = (typeof laneStates)[number];

export const breakerStates = ['closed', 'open', 'half-open'] as const;
export type BreakerState = (typeof breakerStates)[number];

/** Which way an order got its number; shown in its history. */
const bookingPaths = ['first', 'backup', 'manual'] as const;
export type BookingPath = (typeof bookingPaths)[number];

/** The small-order test an account passes with test keys before it may book for real, in this order. */
export const goLiveSteps = ['signature', 'create', 'query', 'print', 'track', 'cancel'] as const;
export type GoLiveStep = (typeof goLiveSteps)[number];

/** Steps the test did not have from its beginning: who passed all others before them is asked to test again, not locked. */
const laterGoLiveSteps: readonly GoLiveStep[] = ['track'];

export const goLiveStates = ['open', 'passed', 'failed'] as const;
export type GoLiveState = (typeof goLiveStates)[number];

type GoLiveResults = readonly { readonly step: GoLiveStep; readonly state: GoLiveState }[];

/** Steps that do not stand; one that came later and was never tried counts as open, and locks nobody. */
export function standingSteps(results: GoLiveResults): {
  readonly locking: readonly GoLiveStep[];
  readonly untried: readonly GoLiveStep[];
} {
  const stateOf = (step: GoLiveStep) => results.find((result) => result.step === step)?.state ?? 'open';
  const isUntried = (step: GoLiveStep) => laterGoLiveSteps.includes(step) && stateOf(step) === 'open';
  return {
    locking: goLiveSteps.filter((step) => stateOf(step) !== 'passed' && !isUntried(step)),
    untried: goLiveSteps.filter(isUntried),
  };
}

/** `test`: its endpoint was replaced, nothing is locked. `none`: works without a network, nothing to prove. */
export const accountLocks = ['locked', 'unlocked', 'test', 'none'] as const;
export type AccountLock = (typeof accountLocks)[number];

/** What is looked at before a batch goes out. */
export const preflightNames = [
  'sender',
  'account',
  'health',
  'balance',
  'clock',
  'printer',
  'paper',
  'reach',
  'characters',
  'masked',
  'changes',
  'duplicates',
  'ship-by',
  'queue',
] as const;
export type PreflightName = (typeof preflightNames)[number];

/** `stop`: nothing should be booked before this is fixed. `unknown`: it could not be looked at. */
export const preflightStates = ['ok', 'warn', 'stop', 'unknown'] as const;
export type PreflightState = (typeof preflightStates)[number];

/** What is looked at for each account of a batch; the rest is the same for all of them. */
export const preflightOfAccount: readonly PreflightName[] = [
  'account',
  'health',
  'balance',
  'reach',
  'characters',
  'masked',
  'queue',
];

/** Bounds of what an account may hold besides its id and secret: more than any platform asks for. */
export const accountFieldLimits = { mostFields: 60, keyCharacters: 40, valueCharacters: 200 } as const;

/** A person's word on a waybill whose account is gone: it was cancelled at the platform, or it goes out after all. */
export const voidAnswers = ['cancelled', 'stands'] as const;
export type VoidAnswer = (typeof voidAnswers)[number];

/** States of a booking that keep its account, in the order they are shown. */
export const heldStates = ['planned', 'sending', 'unsure', 'voiding', 'booked'] as const;
export type HeldState = (typeof heldStates)[number];
