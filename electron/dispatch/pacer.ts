import type { Clock } from '../platform/clock.ts';

export interface PacedStart {
  /** Its first byte leaves only now: the preparation after its turn may have waited for a busy computer. */
  leaves(): void;
  /**
   * The other side has answered, or the caller gave up: this limits how late the request can have arrived. `isUsual`: the answer time is
   * learnt. A refused connection or order takes a different time.
   */
  answered(isUsual: boolean): void;
  /** Nothing is sent in this turn; the next call takes another one. */
  staysHere(): void;
}

export interface Pacer {
  /**
   * Resolves when one more request may start. Never more than the rate in any window of one second; a changing rate is passed as a
   * function and read when the turn comes.
   */
  take(lane: string, ratePerSecond: number | (() => number)): Promise<PacedStart>;
}

const windowMs = 1_000;
/** The assumed spread of arrival times until answers show more: ±20 ms measured. */
const marginMs = 25;
/**
 * The first requests after a pause open connections and arrive this much later than the next ones; the same on a computer too busy to send
 * at once.
 */
const coldMs = 100;
/** A timer that fires later than this shows that the computer is busy: 1 to 3 ms on a quiet one. */
const busyMs = 10;
const pauseMs = 4_000;
/** A call without an answer after this time hangs on the other side: it holds back no other call. */
const longestHeldUpMs = 1_000;
/** Minimum margin, however little an answer's own time shows: a gateway may start that time before it reads the request. */
const leastMarginMs = 8;
/**
 * The same where neither side is busy. Of 45,000 calls on the loopback, most beside other work, none came more than 3 ms later than its
 * answer showed.
 */
const quietMarginMs = 6;
/** While answers spread less than this, neither side is busy. Above it each further ms is added to the margin. */
const quietMs = 2;
/** A round trip is the difference of two whole milliseconds, and is compared with another one. */
const roundingMs = 2;
/** The fewest and the most recent answers from which the usual time is learnt. */
const fewestTrips = 20;
const mostTrips = 400;
/** Where answers usually spread this little, a slow one was held up on its way. */
const evenMs = marginMs / 2;
/** A lost packet is sent again after a fifth of a second; a slow platform is slow more often than that. */
const rareOneIn = 20;
/** Share of the even spacing by which starts may be closer together, so that one late start does not delay all that follow. */
const spacingShare = 0.8;
/** Above every possible pace: bounds the memory when the clock was set back. */
const mostStarts = 1_000;

interface Lane {
  /** The last starts, oldest first, as they happened, not as planned: timers are late, and bytes leave after them. */
  starts: Start[];
  /** Times of the last answers, oldest first. */
  readonly tripsMs: number[];
  /** The same, fastest first. */
  readonly risingTripsMs: number[];
  /** null: nothing is known yet. */
  answerTimes: AnswerTimes | null;
  /** Resolves when the first answer time is known: a waiting caller then checks again. */
  readonly known: AbortController;
  /** Until then connections are opening, or the computer is busy. */
  warmAt: number;
  /** Continues from the plan, so that a late timer does not slow the lane down. */
  nextAt: number;
  /** Requests start in the order they asked. */
  tail: Promise<unknown>;
}

interface Start {
  at: number;
  /** The most by which it can arrive later than a request that nothing delays. */
  laterMs: number;
  /** It has left and is not answered yet. */
  isOpen: boolean;
  /** Its answer time; null: none yet. */
  tripMs: number | null;
}

/** Answer times. */
interface AnswerTimes {
  readonly fastestMs: number;
  readonly usualMs: number;
  /** Almost none takes this long: such an answer was held up on the way. */
  readonly rareMs: number;
}

/**
 * Paces requests per lane (account and interface). Starts are spread evenly, and of those that may have reached the other side within
 * the last second there is always one less than the rate, so that neither late timers nor slow lines let two bursts meet in one window.
 */
export function createPacer(clock: Clock): Pacer {
  const lanes = new Map<string, Lane>();

  /** When one more request may start, as far as is known now: earlier ones may still leave later than they started. */
  function dueAt(lane: Lane, ratePerSecond: number, askedAt: number): number {
    const now = clock.now();
    // After the clock was set back they lie in the future, and would hold the lane for that long.
    for (const start of lane.starts) if (start.at > now) Object.assign(start, { at: now, laterMs: marginMs });
    lane.nextAt = Math.min(lane.nextAt, now + windowMs / ratePerSecond);
    // Counted from the end: a pace that was higher a moment ago has left more starts than the present one allows.
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
        // The latest is now, even if its record was dropped after a second.
        lane.starts = [...lane.starts.filter((other) => other !== started), started];
      },
      answered(isUsual) {
        started.isOpen = false;
        const tripMs = clock.now() - started.at;
        // The clock was set back meanwhile.
        if (tripMs < 0) return;
        started.tripMs = tripMs;
        const wasKnown = lane.answerTimes !== null;
        if (isUsual) learnTrip(lane, tripMs);
        started.laterMs = learntLaterMs(lane, started, tripMs, clock.now());
        if (wasKnown || lane.answerTimes === null) return;
        // Its answer also limits how late earlier requests can have been, except for a delay common to all.
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
        answerTimes: null,
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

/** Nothing is known yet, but answers that will show it are on their way. */
const isFirstAwaited = ({ answerTimes, starts }: Lane): boolean =>
  answerTimes === null && starts.some(({ isOpen }) => isOpen);

/** How much later than others a request may arrive, until its answer shows more. */
const mostLaterMs = (lane: Lane, now: number): number => marginMs + (isWarming(lane, now) ? coldMs : 0);

/** Late timers or first connections: more than usual may delay it. */
const mayBeHeldUp = (lane: Lane, { laterMs }: Start, now: number): boolean =>
  laterMs > marginMs || isWarming(lane, now);

/** When it has certainly arrived, as far as is known now: a request whose answer is due may still be on its way. */
function reachedAt(lane: Lane, start: Start, now: number): number {
  const { answerTimes } = lane;
  const certainAt = start.at + start.laterMs;
  if (!start.isOpen) return certainAt;
  const answeredMs = mayBeHeldUp(lane, start, now)
    ? (answerTimes?.fastestMs ?? 0) + roundingMs
    : (answerTimes?.rareMs ?? 0);
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
  lane.answerTimes = {
    fastestMs: rising[0] ?? 0,
    usualMs: rising[rising.length >> 1] ?? 0,
    rareMs: rising.at(-1 - Math.floor(rising.length / rareOneIn)) ?? 0,
  };
}

/** How much later than others a request may have arrived without its answer showing it. */
const hiddenMs = ({ fastestMs, rareMs }: AnswerTimes): number =>
  Math.min(leastMarginMs, quietMarginMs + Math.max(0, rareMs - fastestMs - quietMs));

/**
 * The time by which an answer was slower than the fastest may all have passed before the other side read the request. On a busy computer
 * the fastest one was delayed too: by less than the usual one is slower. Of a platform that answers unevenly, only the margin that many
 * answers need is believed.
 */
function learntLaterMs(lane: Lane, start: Start, tripMs: number, now: number): number {
  const { answerTimes } = lane;
  if (answerTimes === null) return Math.max(start.laterMs, tripMs);
  const { fastestMs, usualMs, rareMs } = answerTimes;
  const laterMs = Math.max(hiddenMs(answerTimes), tripMs - fastestMs + usualMs - fastestMs + roundingMs);
  // If the computer has become busy since, even a request that seemed to leave at once may have been delayed.
  const isBelieved = usualMs - fastestMs <= evenMs || tripMs >= rareMs || mayBeHeldUp(lane, start, now);
  return isBelieved ? laterMs : Math.min(marginMs, laterMs);
}

/** What a person set about lanes, kept in memory for every call; the store has the saved copy. */
export interface LaneRules {
  /** Repeats of a call that certainly did not get through, before its lane counts as offline. */
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
