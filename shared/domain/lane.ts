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
export const bookingPaths = ['first', 'backup', 'manual'] as const;
export type BookingPath = (typeof bookingPaths)[number];
