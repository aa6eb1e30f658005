/** A pace the platform granted for a while. */
export interface RateRaise {
  readonly raisedPerSecond: number | null;
  /** UTC ms. */
  readonly raisedUntil: number | null;
}

/** Requests a second at this moment: the platform's own, or the raise while it lasts. A raise never lowers. */
export function effectiveRate(ownPerSecond: number, raise: RateRaise, now: number): number {
  const isRaised = raise.raisedUntil !== null && now < raise.raisedUntil;
  return isRaised ? Math.max(ownPerSecond, raise.raisedPerSecond ?? 0) : ownPerSecond;
}
