import {
  type AnswerOddity,
  finalTrackingStates,
  type TrackingEvent,
  type TrackingSnapshot,
  type TrackingState,
} from '../../shared/domain/tracking.ts';
import { minuteMs } from '../../shared/rules/shopTime.ts';

/** What is known of a parcel before an answer. */
interface Known {
  readonly state: TrackingState;
  readonly exception: string;
  readonly rawState: string;
  readonly lastText: string;
  readonly lastAt: number | null;
  readonly checkedAt: number | null;
}

/** What is known after it. */
export interface Judged extends Omit<Known, 'checkedAt'> {
  readonly oddities: readonly AnswerOddity[];
}

/** Clocks of carriers and of this computer differ by so much without anybody minding. */
const clockToleranceMs = 30 * minuteMs;

/**
 * What an answer changes. The state follows the platform's own state and the events by their times, never the order in
 * which answers arrive: one that ends before what is known changes nothing. Times that lie ahead are named and never taken
 * for the newest news.
 */
export function judgeAnswer(known: Known, snapshot: TrackingSnapshot, now: number): Judged {
  const placed = snapshot.events.filter(({ at }) => at <= now + clockToleranceMs);
  const isLess = knowsLess(known, snapshot, placed, now);
  const oddities: AnswerOddity[] = [];
  if (placed.length < snapshot.events.length) oddities.push('future-events');
  if (isLess && snapshot.events.length > 0) oddities.push('older-answer');
  if (isLaterThan(known.lastAt, now) || isLaterThan(known.checkedAt, now)) oddities.push('clock-back');
  if ((snapshot.unreadableTimes ?? 0) > 0) oddities.push('unreadable-times');
  if (isLess) {
    const { state, exception, rawState, lastText, lastAt } = known;
    return { state, exception, rawState, lastText, lastAt, oddities };
  }
  return {
    state: snapshot.state,
    exception: snapshot.exception,
    rawState: snapshot.rawState ?? '',
    lastText: snapshot.events.at(-1)?.text ?? known.lastText,
    lastAt: placed.at(-1)?.at ?? latestAhead(known.lastAt, snapshot.events.at(-1)?.at ?? null, now),
    oddities,
  };
}

/** Every line lies ahead: what was known before stands, unless that lay ahead too, as it does where this clock is behind. */
function latestAhead(knownAt: number | null, toldAt: number | null, now: number): number | null {
  if (toldAt === null || (knownAt !== null && !isLaterThan(knownAt, now))) return knownAt;
  return Math.max(knownAt ?? toldAt, toldAt);
}

const isLaterThan = (at: number | null, now: number): boolean => at !== null && at > now + clockToleranceMs;

/** The way of a parcel, one stage after the other; what is not on it (a problem, a return) may come at any time. */
const way: readonly TrackingState[] = [
  'none',
  'awaiting-collection',
  'collected',
  'in-transit',
  'destination',
  'delivering',
  'locker',
  'signed',
];

/**
 * Does this answer end before what is known? One side has "no trace yet" while another has given some, a mirror lags, or
 * lines of one minute come in another order: what is known stays known.
 */
function knowsLess(
  { state, lastAt }: Known,
  { state: told, events }: TrackingSnapshot,
  placed: readonly TrackingEvent[],
  now: number,
): boolean {
  // Where every time lies ahead, this computer's clock may be behind: then they are compared as they are.
  const newestAt = (placed.at(-1) ?? events.at(-1))?.at;
  // What was known lies ahead and this answer does not: their times say nothing about each other.
  const isComparable = placed.length === 0 || !isLaterThan(lastAt, now);
  if (newestAt !== undefined && newestAt !== lastAt && isComparable)
    return lastAt !== null && newestAt < lastAt;
  return (told === 'none' && state !== 'none') || isBefore(told, state);
}

/** Does the parcel go back? What has arrived goes on only by newer news. */
function isBefore(told: TrackingState, state: TrackingState): boolean {
  if (finalTrackingStates.includes(state)) return !finalTrackingStates.includes(told);
  return way.includes(told) && way.indexOf(told) < way.indexOf(state);
}
