import type { BreakerState } from '../../shared/domain/booking.ts';
import type { Clock } from '../platform/clock.ts';

/** How a call ended for the connection to the platform: a refusal came through. `none`: it was never made. */
export type LineResult = 'through' | 'failed' | 'none';

export interface Pass {
  /** Reports how the call ended; a second report changes nothing. */
  settle(result: LineResult): void;
}

export type Admission =
  | { readonly isAdmitted: true; readonly pass: Pass }
  /** UTC ms: the earliest time of the next call. */
  | { readonly isAdmitted: false; readonly retryAt: number };

export interface BreakerView {
  readonly state: BreakerState;
  /** UTC ms of the last change; null: closed from the start. */
  readonly since: number | null;
  readonly retryAt: number | null;
  readonly calls: number;
  readonly failures: number;
}

export interface PastCall {
  /** UTC ms: when it started and ended. */
  readonly startedAt: number;
  readonly endedAt: number;
  readonly result: 'through' | 'failed';
}

export interface Breaker {
  /** Can a call of this lane go out now? An admitted caller settles the pass. */
  admit(lane: string): Admission;
  /** One call at a time until one has come through: after a start, after a refusal of the account. */
  doubt(lane: string): void;
  /** A person takes the problem as fixed: the next call is tried at once. */
  reset(lane: string): void;
  /** Has a call come through, so that more than one at a time is allowed? */
  isProven(lane: string): boolean;
  view(lane: string): BreakerView;
  /** What the previous process knew of a lane. An open breaker starts half-open: this process probes once itself. */
  rebuild(lane: string, calls: readonly PastCall[]): void;
}

/** Rounds of failures in a row after which a lane opens: the first try and its repeats. */
export type Retries = () => number;

/** How long an open lane makes no call. */
export const openMs = 60_000;
/** The window from which the failure rate is taken. */
const windowMs = 120_000;
const fewestCalls = 20;
const worstShare = 0.5;
/** How often other jobs check again until a probe has come back. */
const probePauseMs = 1_000;

interface Lane {
  state: BreakerState;
  since: number | null;
  retryAt: number;
  isProven: boolean;
  /** The single call let through while the lane is not proven. */
  probe: Pass | null;
  /** Failures in a row; calls that failed side by side count as one. */
  rounds: number;
  failedAt: number;
  recent: { readonly at: number; readonly isFailed: boolean }[];
}

/**
 * One breaker for each account and interface. It opens on calls that did not get through, never on refusals: after the
 * first try and its repeats have all failed, or when half of the last calls have. A minute later one single call probes.
 */
export function createBreaker(clock: Clock, retries: Retries = () => 2): Breaker {
  const lanes = new Map<string, Lane>();
  const laneOf = (name: string): Lane => {
    const lane = lanes.get(name) ?? freshLane();
    lanes.set(name, lane);
    return lane;
  };
  return {
    admit: (name) => admit(laneOf(name), clock, retries),
    doubt(name) {
      laneOf(name).isProven = false;
    },
    reset(name) {
      const lane = laneOf(name);
      if (lane.state === 'open') enter(lane, 'half-open', clock.now());
    },
    isProven: (name) => laneOf(name).isProven && laneOf(name).state === 'closed',
    view: (name) => viewOf(laneOf(name), clock.now()),
    rebuild(name, calls) {
      const lane = laneOf(name);
      for (const { startedAt, endedAt, result } of calls) note(lane, result, startedAt, endedAt, retries());
      if (lane.state === 'open') enter(lane, 'half-open', clock.now());
      lane.isProven = false;
    },
  };
}

function freshLane(): Lane {
  return {
    state: 'closed',
    since: null,
    retryAt: 0,
    isProven: false,
    probe: null,
    rounds: 0,
    failedAt: Number.NEGATIVE_INFINITY,
    recent: [],
  };
}

function admit(lane: Lane, clock: Clock, retries: Retries): Admission {
  const now = clock.now();
  // If the clock was set back, the lane would otherwise be held for that long.
  const isDue = now >= lane.retryAt || lane.retryAt - now > openMs;
  if (lane.state === 'open' && !isDue) return { isAdmitted: false, retryAt: lane.retryAt };
  if (lane.state === 'open') enter(lane, 'half-open', now);
  const isProbe = lane.state === 'half-open' || !lane.isProven;
  if (isProbe && lane.probe !== null) return { isAdmitted: false, retryAt: now + probePauseMs };
  let isSettled = false;
  const pass: Pass = {
    settle(result) {
      if (isSettled) return;
      isSettled = true;
      const isMine = lane.probe === pass;
      if (isMine) lane.probe = null;
      if (result === 'none') return;
      if (lane.state === 'half-open') {
        if (isMine) settleProbe(lane, result, clock.now());
        // A call from before the lane opened is no new evidence.
        return;
      }
      note(lane, result, now, clock.now(), retries());
    },
  };
  if (isProbe) lane.probe = pass;
  return { isAdmitted: true, pass };
}

function settleProbe(lane: Lane, result: 'through' | 'failed', now: number): void {
  remember(lane, result, now);
  if (result === 'failed') open(lane, now);
  else {
    // What was counted before the lane opened does not count again.
    lane.recent = lane.recent.slice(-1);
    enter(lane, 'closed', now);
    lane.isProven = true;
  }
}

/** A call of a closed lane; a late one of a lane that has opened meanwhile is only counted. */
function note(
  lane: Lane,
  result: 'through' | 'failed',
  startedAt: number,
  endedAt: number,
  retries: number,
): void {
  remember(lane, result, endedAt);
  if (lane.state === 'open') return;
  if (result === 'through') {
    lane.rounds = 0;
    lane.isProven = true;
    if (isMostlyFailing(lane)) open(lane, endedAt);
    return;
  }
  if (startedAt > lane.failedAt) {
    // Failures hours apart are not in a row.
    lane.rounds = startedAt - lane.failedAt > windowMs ? 1 : lane.rounds + 1;
    lane.failedAt = endedAt;
  }
  if (lane.rounds > retries || isMostlyFailing(lane)) open(lane, endedAt);
}

function isMostlyFailing({ recent }: Lane): boolean {
  const failures = recent.filter(({ isFailed }) => isFailed).length;
  return recent.length >= fewestCalls && failures / recent.length >= worstShare;
}

function remember(lane: Lane, result: 'through' | 'failed', at: number): void {
  lane.recent.push({ at, isFailed: result === 'failed' });
  lane.recent = lane.recent.filter((call) => Math.abs(at - call.at) < windowMs).slice(-2 * fewestCalls);
}

function open(lane: Lane, now: number): void {
  enter(lane, 'open', now);
  lane.retryAt = now + openMs;
  lane.isProven = false;
}

function enter(lane: Lane, state: BreakerState, now: number): void {
  lane.state = state;
  lane.since = now;
  lane.rounds = 0;
  lane.probe = null;
}

function viewOf(lane: Lane, now: number): BreakerView {
  const recent = lane.recent.filter(({ at }) => Math.abs(now - at) < windowMs);
  return {
    state: lane.state,
    since: lane.since,
    retryAt: lane.state === 'open' ? lane.retryAt : null,
    calls: recent.length,
    failures: recent.filter(({ isFailed }) => isFailed).length,
  };
}
