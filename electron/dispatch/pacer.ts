import type { Clock } from '../platform/clock.ts';

export interface PacedStart {
  /** Its first byte leaves only now: what had to be looked up after the turn came may have waited for a busy computer. */
  leaves(): void;
  /**
   * The other side has answered, or nobody waits for it any more: how much later than others it can have reached it is known from now on.
   * `isUsual`: what such an answer takes is learnt. A connection that was refused, or an order that was, takes a time of its own.
   */
  answered(isUsual: boolean): void;
  /** Nothing leaves with this turn: what leaves takes another one. */
  staysHere(): void;
}

export interface Pacer {
  /**
   * Resolves when one more request may start. Never more than the rate in any window of one second; a rate that changes is
   * handed in as a function and asked when the turn comes.
   */
  take(lane: string, ratePerSecond: number | (() => number)): Promise<PacedStart>;
}

const windowMs = 1_000;
/** Requests reach the other side so much later than the fastest ones at most, as long as nobody knows better: ±20 ms measured. */
const marginMs = 25;
/**
 * The first requests after a pause open connections and reach the other side this much later than the next ones; so may those of a
 * computer that is too busy to send them at once.
 */
const coldMs = 100;
/** A timer that comes later than this says that the computer is busy: 1 to 3 ms on a quiet one. */
const busyMs = 10;
const pauseMs = 4_000;
/** A call that has no answer after so long hangs on the other side: it keeps nobody else back. */
const longestHeldUpMs = 1_000;
/** Kept free however little an answer's own time shows: a gateway may begin to count that time before it looks at the request. */
const leastMarginMs = 8;
/**
 * The same where neither side is busy, for a busy one hides more. Of 45,000 calls on the loopback, most of them beside other work, none
 * came more than 3 ms later than its answer showed.
 */
const quietMarginMs = 6;
/** Hardly an answer takes longer than the fastest by more than this: neither side is busy. Above it each ms is kept free as well. */
const quietMs = 2;
/** A round trip is the difference of two whole milliseconds, and is compared with another one. */
const roundingMs = 2;
/** What an answer takes is known from so many of the last ones on, and by not more than so many. */
const fewestTrips = 20;
const mostTrips = 400;
/** Where answers usually take so little longer than the fastest, one that takes long was held up on its way. */
const evenMs = marginMs / 2;
/** A packet that was lost is sent again a fifth of a second later; a platform that is slow for its own reasons is so more often. */
const rareOneIn = 20;
/**
 * Of the even spacing: starts may follow each other a little closer, so that one which came late does not make all that follow late.
 */
const spacingShare = 0.8;
/** Above every pace there is: bounds what is remembered after the clock was set back. */
const mostStarts = 1_000;

interface Lane {
  /** The last starts, oldest first, as they were, not as they were planned: timers come late, and bytes leave after them. */
  starts: Start[];
  /** What the last answers took, the oldest first. */
  readonly tripsMs: number[];
  /** The same, the fastest first. */
  readonly risingTripsMs: number[];
  /** null: nothing is known yet. */
  trips: Trips | null;
  /** Ends when something is: who waits for a turn by then looks again. */
  readonly known: AbortController;
  /** Until then connections are being opened, or the computer is busy. */
  warmAt: number;
  /** Runs on from the plan, so that a late timer does not slow the lane down. */
  nextAt: number;
  /** Requests start in the order they asked. */
  tail: Promise<unknown>;
}

interface Start {
  at: number;
  /** It reaches the other side at most so much later than one that nothing holds up. */
  laterMs: number;
  /** It has left, and is not answered. */
  isOpen: boolean;
  /** What its answer took; null: there is none yet. */
  tripMs: number | null;
}

/** What answers take. */
interface Trips {
  readonly fastestMs: number;
  readonly usualMs: number;
  /** Hardly any takes so long: such a one was held up, and not by what the other side does with each. */
  readonly rareMs: number;
}

/**
 * Paces requests per lane (account and interface). Starts are spread evenly, and of those that may have reached the other side within
 * the last second there is always one less than the rate, so that neither late timers nor slow lines let two bursts meet in one window.
 */
export function createPacer(clock: Clock): Pacer {
  const lanes = new Map<string, Lane>();

  /** When one more may start that was asked for then, as far as is known now: others may yet leave later than they started. */
  function dueAt(lane: Lane, ratePerSecond: number, askedAt: number): number {
    const now = clock.now();
    // After the clock was set back they seem to lie ahead, and would hold the lane for as long as it was set back.
    for (const start of lane.starts) if (start.at > now) Object.assign(start, { at: now, laterMs: marginMs });
    lane.nextAt = Math.min(lane.nextAt, now + windowMs / ratePerSecond);
    // Counted from the end: a pace that was higher a moment ago has left more starts than the pace of now allows.
    const reached = lane.starts.map((start) => reachedAt(lane, start, now)).sort((one, other) => one - other);
    const full = reached.at(-ratePerSecond);
    return Math.max(Math.min(askedAt, now), lane.nextAt, full === undefined ? 0 : full + windowMs);
  }

  async function start(lane: Lane, rate: number | (() => number)): Promise<PacedStart> {
    const ratePerSecond = typeof rate === 'number' ? rate : rate();
    const askedAt = clock.now();
    let at = dueAt(lane, ratePerSecond, askedAt);
    while (clock.now() < at) {
      await clock.sleep(at - clock.now(), isFirstAwaited(lane) ? lane.known.signal : undefined);
      at = dueAt(lane, ratePerSecond, askedAt);
    }
    const isCold = at - (lane.starts.at(-1)?.at ?? 0) > pauseMs;
    if (isCold || clock.now() - at > busyMs) lane.warmAt = clock.now() + windowMs;
    const now = clock.now();
    const started: Start = { at: now, laterMs: mostLaterMs(lane, now), isOpen: false, tripMs: null };
    lane.starts.push(started);
    // A pace that rises or falls must find every start of the last second.
    const oldest = now - windowMs - coldMs - marginMs;
    lane.starts = lane.starts.filter(({ at, laterMs }) => at + laterMs >= oldest).slice(-mostStarts);
    lane.nextAt = at + (windowMs / ratePerSecond) * spacingShare;
    return {
      leaves() {
        started.at = clock.now();
        started.isOpen = true;
        // The latest now, also where it was forgotten as one of more than a second ago.
        lane.starts = [...lane.starts.filter((other) => other !== started), started];
      },
      answered(isUsual) {
        started.isOpen = false;
        const tripMs = clock.now() - started.at;
        // The clock was set back meanwhile.
        if (tripMs < 0) return;
        started.tripMs = tripMs;
        const wasKnown = lane.trips !== null;
        if (isUsual) learnTrip(lane, tripMs);
        started.laterMs = learntLaterMs(lane, started, tripMs, clock.now());
        if (wasKnown || lane.trips === null) return;
        // It says of those before it, too, how late they can have been, but for what held all of them up alike.
        for (const start of lane.starts)
          if (start.tripMs !== null)
            start.laterMs = Math.max(marginMs, learntLaterMs(lane, start, start.tripMs, clock.now()));
        lane.known.abort();
      },
      staysHere() {
        started.laterMs = 0;
      },
    };
  }

  return {
    take(name, ratePerSecond) {
      const fresh: Lane = {
        starts: [],
        tripsMs: [],
        risingTripsMs: [],
        trips: null,
        known: new AbortController(),
        warmAt: 0,
        nextAt: 0,
        tail: Promise.resolve(),
      };
      const lane = lanes.get(name) ?? fresh;
      lanes.set(name, lane);
      const started = lane.tail.then(() => start(lane, ratePerSecond));
      lane.tail = started;
      return started;
    },
  };
}

const isWarming = (lane: Lane, now: number): boolean => now < lane.warmAt;

/** Nothing is known yet, and answers are on their way that will say it. */
const isFirstAwaited = ({ trips, starts }: Lane): boolean =>
  trips === null && starts.some(({ isOpen }) => isOpen);

/** How much later than others a request may reach the other side, as long as its answer does not say more. */
const mostLaterMs = (lane: Lane, now: number): number => marginMs + (isWarming(lane, now) ? coldMs : 0);

/** Late timers or its first connections say that more than usual may hold it up. */
const mayBeHeldUp = (lane: Lane, { laterMs }: Start, now: number): boolean =>
  laterMs > marginMs || isWarming(lane, now);

/** When it has reached the other side for certain, as far as is known now: what should have been answered by now may still be on its way. */
function reachedAt(lane: Lane, start: Start, now: number): number {
  const { trips } = lane;
  const certainAt = start.at + start.laterMs;
  if (!start.isOpen) return certainAt;
  const answeredMs = mayBeHeldUp(lane, start, now)
    ? (trips?.fastestMs ?? 0) + roundingMs
    : (trips?.rareMs ?? 0);
  const ageMs = now - start.at;
  return ageMs > answeredMs && ageMs < longestHeldUpMs ? Math.max(certainAt, now) : certainAt;
}

function learnTrip(lane: Lane, tripMs: number): void {
  const { tripsMs, risingTripsMs: rising } = lane;
  const placeOf = (ms: number) => rising.findIndex((other) => other >= ms);
  const place = placeOf(tripMs);
  rising.splice(place === -1 ? rising.length : place, 0, tripMs);
  tripsMs.push(tripMs);
  if (tripsMs.length > mostTrips) rising.splice(placeOf(tripsMs.shift() ?? 0), 1);
  if (tripsMs.length < fewestTrips) return;
  lane.trips = {
    fastestMs: rising[0] ?? 0,
    usualMs: rising[rising.length >> 1] ?? 0,
    rareMs: rising.at(-1 - Math.floor(rising.length / rareOneIn)) ?? 0,
  };
}

/** How much later than others a request may have reached the other side without its answer showing it. */
const hiddenMs = ({ fastestMs, rareMs }: Trips): number =>
  Math.min(leastMarginMs, quietMarginMs + Math.max(0, rareMs - fastestMs - quietMs));

/**
 * What an answer took longer than the fastest ones may all have been spent before the other side saw the request, and no more. On a busy
 * computer the fastest one seen was held up as well: by less than what the usual one takes longer. Of a platform that answers unevenly, for
 * reasons of its own, nothing is believed beyond the margin that many answers take.
 */
function learntLaterMs(lane: Lane, start: Start, tripMs: number, now: number): number {
  const { trips } = lane;
  if (trips === null) return Math.max(start.laterMs, tripMs);
  const { fastestMs, usualMs, rareMs } = trips;
  const laterMs = Math.max(hiddenMs(trips), tripMs - fastestMs + usualMs - fastestMs + roundingMs);
  // Also what seemed to leave at once may have been held up, if the computer has become busy since.
  const isBelieved = usualMs - fastestMs <= evenMs || tripMs >= rareMs || mayBeHeldUp(lane, start, now);
  return isBelieved ? laterMs : Math.min(marginMs, laterMs);
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
