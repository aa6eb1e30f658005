import type { Clock } from '../platform/clock.ts';

export interface Pacer {
  /**
   * Resolves when one more request may start. Never more than the rate in any window of one second; a rate that changes is
   * handed in as a function and asked when the turn comes.
   */
  take(lane: string, ratePerSecond: number | (() => number)): Promise<void>;
}

const windowMs = 1_000;
/** Requests reach the other side a little closer together or further apart than they left here: ±20 ms measured. */
const marginMs = 25;
/** The first requests after a pause open connections and reach the other side this much later than the next ones. */
const coldMs = 100;
const pauseMs = 4_000;
/** Above every pace there is: bounds what is remembered after the clock was set back. */
const mostStarts = 1_000;

interface Lane {
  /** The last starts, oldest first, as they were, not as they were planned: timers come late. */
  starts: number[];
  /** Until then connections are being opened. */
  warmAt: number;
  /** Even spacing; runs on from the plan, so that a late timer does not slow the lane down. */
  nextAt: number;
  /** Requests start in the order they asked. */
  tail: Promise<void>;
}

/**
 * Paces requests per lane (account and interface). Starts are spread evenly, and the start `rate` places back must
 * truly lie more than a second before, so that late timers never let two bursts meet in one window.
 */
export function createPacer(clock: Clock): Pacer {
  const lanes = new Map<string, Lane>();

  async function start(lane: Lane, rate: number | (() => number)): Promise<void> {
    const ratePerSecond = typeof rate === 'number' ? rate : rate();
    const intervalMs = windowMs / ratePerSecond;
    const askedAt = clock.now();
    // Counted from the end: a pace that was higher a moment ago has left more starts than the pace of now allows.
    const full = lane.starts.at(-ratePerSecond);
    let at = Math.max(askedAt, lane.nextAt, full === undefined ? 0 : full + windowMs + marginMs);
    // A clock set back would hold the lane for as long as it was set back.
    const longestMs = windowMs + marginMs + coldMs;
    if (at - askedAt > longestMs + intervalMs) at = askedAt + windowMs + marginMs;
    while (clock.now() < at && clock.now() >= askedAt) await clock.sleep(at - clock.now());
    if (at - (lane.starts.at(-1) ?? 0) > pauseMs) lane.warmAt = at + windowMs;
    lane.starts.push(clock.now() + (at < lane.warmAt ? coldMs : 0));
    // A pace that rises or falls must find every start of the last second.
    const oldest = clock.now() - windowMs - coldMs - marginMs;
    lane.starts = lane.starts.filter((startedAt) => startedAt >= oldest).slice(-mostStarts);
    lane.nextAt = at + intervalMs;
  }

  return {
    take(name, ratePerSecond) {
      const lane = lanes.get(name) ?? { starts: [], warmAt: 0, nextAt: 0, tail: Promise.resolve() };
      lanes.set(name, lane);
      lane.tail = lane.tail.then(() => start(lane, ratePerSecond));
      return lane.tail;
    },
  };
}

/** What a person set about lanes, as it is needed at every call; the store keeps it, this is read without asking it. */
export interface LaneRules {
  /** Repeats of a call that certainly did not get through, before its lane counts as away. */
  retries: number;
  /** By account. */
  readonly raises: Map<string, RateRaise>;
}

export function createLaneRules(): LaneRules {
  return { retries: 2, raises: new Map() };
}

/** A pace the platform granted for a while. */
interface RateRaise {
  readonly raisedPerSecond: number | null;
  /** UTC ms. */
  readonly raisedUntil: number | null;
}

/** Requests a second at this moment: the platform's own, or the raise while it lasts. A raise never lowers. */
export function effectiveRate(ownPerSecond: number, raise: RateRaise, now: number): number {
  const isRaised = raise.raisedUntil !== null && now < raise.raisedUntil;
  return isRaised ? Math.max(ownPerSecond, raise.raisedPerSecond ?? 0) : ownPerSecond;
}
