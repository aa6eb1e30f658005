import type { CaseKind } from '../../shared/domain/cases/trackingCase.ts';
import type { AskGroup, TrackingState } from '../../shared/domain/tracking.ts';
import { hourMs, startOfShopDay } from '../../shared/rules/shopTime.ts';
import type { LimitsOfCarrier } from './caseLimits.ts';

/** What the plan knows of a parcel, from its last answer and from our own booking. */
export interface KnownParcel {
  /** Empty: not known. */
  readonly carrier: string;
  readonly state: TrackingState;
  readonly exception: string;
  /** Of the newest event that is known; null: none yet. */
  readonly lastAt: number | null;
  /** Of the last answer; null: there was none. */
  readonly checkedAt: number | null;
  readonly bookedAt: number | null;
  readonly followedAt: number;
  /** The buyer was promised it by then; null: nothing is known of a promise. */
  readonly promisedAt?: number | null;
}

/** Which list of the plan a parcel stands in. */
export function askGroupOf(
  { state, exception, lastAt }: Pick<KnownParcel, 'state' | 'exception' | 'lastAt'>,
  isSubscribed = false,
): AskGroup {
  if (isSubscribed) return 'subscribed';
  if (exception !== '' || state === 'problem' || state === 'returning') return 'exception';
  if (state === 'delivering') return 'delivering';
  if (state === 'destination' || state === 'locker') return 'arriving';
  return lastAt === null || state === 'none' || state === 'awaiting-collection' ? 'first-scan' : 'moving';
}

/**
 * The moment after which this parcel, if nothing has happened, is an exception by the shop's rules; null: there is none ahead or
 * behind.
 */
export function watchedMoment(parcel: KnownParcel, limitsOf: LimitsOfCarrier): number | null {
  const { state, carrier, lastAt, bookedAt, followedAt } = parcel;
  const passedAt = (kind: CaseKind, since: number) => {
    const limits = limitsOf(carrier);
    return limits.isOn(kind) ? limits.passedAt(kind, since) : null;
  };
  if (askGroupOf(parcel) === 'first-scan') return passedAt('no-first-scan', bookedAt ?? followedAt);
  if (lastAt === null) return null;
  if (state === 'locker') return passedAt('locker-overdue', lastAt);
  return passedAt(state === 'delivering' ? 'delivery-stalled' : 'silent', lastAt);
}

/** How many things an hour go wrong with a parcel in this state, as far as anybody can say beforehand. */
const wrongPerHour: Readonly<Partial<Record<TrackingState, number>>> = {
  delivering: 0.012,
  destination: 0.006,
  problem: 0.006,
  returning: 0.004,
  locker: 0.002,
  'in-transit': 0.0012,
  customs: 0.001,
  collected: 0.0006,
};

/** An exception found within the hour is worth most; one that is older is still worth finding. */
const laterWorth = 0.12;

/**
 * What a question is worth now: how many exceptions it may be expected to find, those of the last hour before older
 * ones. It judges by what is known alone, so a parcel nobody asked about for days counts by where it should be by now.
 */
export function worthOfAsking(parcel: KnownParcel, now: number, limitsOf: LimitsOfCarrier): number {
  const { checkedAt, followedAt } = parcel;
  const knownAt = checkedAt ?? followedAt;
  const unknownHours = Math.max(0, (now - knownAt) / hourMs);
  const fresh = Math.min(unknownHours, 1) + laterWorth * Math.min(Math.max(unknownHours - 1, 0), 36);
  const running = hourlyRisk(parcel, unknownHours, now) * fresh;
  const moment = worthOfMoment(watchedMoment(parcel, limitsOf), knownAt, now);
  const promise = worthOfMoment(parcel.promisedAt ?? null, knownAt, now) * 1.5;
  const first = checkedAt === null && parcel.bookedAt === null ? 0.01 : 0;
  // Nobody is forgotten for ever: the oldest knowledge comes to its turn.
  return running + moment + promise + first + 0.0002 * Math.min(unknownHours / 24, 30);
}

/** Risk by the state it was in, moved on by the time since: what was on the road two days ago is at the door by now. */
function hourlyRisk({ state, lastAt, bookedAt }: KnownParcel, unknownHours: number, now: number): number {
  const known = wrongPerHour[state] ?? 0.0004;
  const byDay = isDeliveryTime(now) ? 1 : 0.2;
  if (state === 'delivering') return unknownHours < 16 ? known * byDay : 0.0015;
  if (state === 'destination') return (unknownHours < 30 ? known : 0.002) * byDay;
  if (state !== 'in-transit' && state !== 'collected') return known;
  const sinceStart = (now - (bookedAt ?? lastAt ?? now)) / hourMs;
  // Most parcels within the country are delivered on the second to the fourth day.
  const isAtTheDoor = sinceStart > 36 && sinceStart < 108 && unknownHours > 6;
  return isAtTheDoor ? 0.0042 * byDay : known;
}

/**
 * A moment that has passed since the last answer: the nearer that answer was to it, the likelier nothing has happened in
 * between. Worth most within the hour after it.
 */
function worthOfMoment(moment: number | null, knownAt: number, now: number): number {
  if (moment === null || moment > now || moment <= knownAt) return 0;
  const gapHours = (moment - knownAt) / hourMs;
  const likelihood = 0.03 + 0.5 * Math.exp(-gapHours / 8);
  return likelihood * (now - moment <= hourMs ? 1 : laterWorth);
}

/** Couriers knock between eight in the morning and nine in the evening. */
function isDeliveryTime(now: number): boolean {
  const hour = (now - startOfShopDay(now)) / hourMs;
  return hour >= 8 && hour < 21;
}
