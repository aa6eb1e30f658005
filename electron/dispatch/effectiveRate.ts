/** A pace the platform granted for a while. */
export interface RateRaise {
  readonly raised_per_second: number | null;
  /** UTC ms. */
  readonly raised_until: number | null;
}

/** Requests a second at this moment: the platform's own, or the raise while it lasts. A raise never lowers. */
export function effectiveRate(ownPerSecond: number, raise: RateRaise, now: number): number {
  const isRaised = raise.raised_until !== null && now < raise.raised_until;
  return isRaised ? Math.max(ownPerSecond, raise.raised_per_second ?? 0) : ownPerSecond;
}
