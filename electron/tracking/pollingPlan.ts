import type { LimitsOfCarrier } from './caseLimits.ts';
import { type KnownParcel, worthOfAsking } from './urgency.ts';

/** What the choice needs to know of a parcel besides what is known of its way. */
interface DueParcel extends KnownParcel {
  readonly nextDueAt: number;
}

/** One part in eight of a round goes to the oldest knowledge, whatever else is urgent. */
const oldestShare = 1 / 8;

/**
 * Who is asked about in this round: those whose question is worth most now, and some of those nobody has asked about for
 * longest. `due` may hold more than is asked; the rest waits for its turn.
 */
export function chooseRound<Parcel extends DueParcel>(
  due: readonly Parcel[],
  allowance: number,
  now: number,
  limitsOf: LimitsOfCarrier,
): readonly Parcel[] {
  const ranked = byWorth(due, now, limitsOf);
  if (ranked.length <= allowance) return ranked;
  // One question at a time: it is the most urgent one.
  const forOldest = Math.floor(allowance * oldestShare);
  const urgent = ranked.slice(0, allowance - forOldest);
  const oldest = ranked
    .slice(urgent.length)
    .sort((one, other) => knownSince(one) - knownSince(other))
    .slice(0, forOldest);
  return [...urgent, ...oldest];
}

/** Who was never asked about counts from when we began to follow. */
const knownSince = ({ checkedAt, followedAt }: KnownParcel): number => checkedAt ?? followedAt;

function byWorth<Parcel extends DueParcel>(
  due: readonly Parcel[],
  now: number,
  limitsOf: LimitsOfCarrier,
): Parcel[] {
  return due
    .map((parcel) => ({ parcel, worth: worthOfAsking(parcel, now, limitsOf) }))
    .sort((one, other) => other.worth - one.worth || one.parcel.nextDueAt - other.parcel.nextDueAt)
    .map(({ parcel }) => parcel);
}
