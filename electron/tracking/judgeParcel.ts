import type { CaseKind, LimitSource } from '../../shared/domain/cases/trackingCase.ts';
import { finalTrackingStates, type TrackingState } from '../../shared/domain/tracking.ts';
import { hourMs } from '../../shared/rules/shopTime.ts';
import type { ParcelLimits } from './caseLimits.ts';

/** What was measured of a parcel, and what it should have been. */
interface Measured {
  readonly observed: number;
  readonly expected: number;
}

/** All that the rules ask of one parcel. Times are UTC ms; null: not known. */
export interface ParcelFacts {
  readonly state: TrackingState;
  /** It came back and was scanned in here, whatever its carrier says. */
  readonly isBack: boolean;
  /** Rule id of what the platform says is wrong; empty: nothing. */
  readonly exception: string;
  /** The platform's own state where it is none that is known here. */
  readonly rawState: string;
  readonly bookedAt: number | null;
  /** Its label is out; null: it is not, or nobody knows. */
  readonly printedAt: number | null;
  /** Its newest news that does not lie in the future. */
  readonly heardAt: number | null;
  /** Since when it is in the state it is in. */
  readonly stateSince: number | null;
  /** The platform was last asked and answered, or pushed. */
  readonly checkedAt: number | null;
  /** Somebody was promised that it would arrive by then. */
  readonly promisedAt: number | null;
  /** When it will probably have arrived. */
  readonly expectedAt: number | null;
  readonly weightGrams: Measured | null;
  readonly feeFen: Measured | null;
}

/** What is wrong with a parcel, or will be when its limit passes. */
export interface Reason {
  readonly kind: CaseKind;
  readonly sinceAt: number;
  readonly limitAt: number;
  readonly limit: number | null;
  readonly limitFrom: LimitSource;
  readonly laneParcels: number | null;
  readonly promisedAt: number | null;
  readonly told: string;
  readonly observed: number | null;
  readonly expected: number | null;
}

export interface Judgement {
  /** What is wrong now. */
  readonly due: readonly Reason[];
  /** When something more may be wrong although nothing happens; null: never. */
  readonly nextAt: number | null;
}

/** What each word of a platform is a case of; one that is not named is an exception like any other. */
const kindOfReport: Readonly<Partial<Record<string, CaseKind>>> = {
  lost: 'lost',
  damaged: 'damaged',
  refused: 'refused',
  'address-incomplete': 'address-problem',
  'out-of-area': 'address-problem',
  'phone-wrong': 'phone-problem',
  unreachable: 'phone-problem',
  'delivery-failed': 'failed-attempt',
  redelivery: 'failed-attempt',
  'removed-from-locker': 'failed-attempt',
  'no-news': 'no-first-scan',
  'not-updated': 'silent',
  'not-signed': 'delivery-stalled',
  'locker-overdue': 'locker-overdue',
  unclaimed: 'locker-overdue',
  returning: 'returning',
  intercepted: 'returning',
  'return-not-signed': 'returning',
  'customs-exception': 'customs',
  'customs-fee': 'customs',
};

const movingStates: readonly TrackingState[] = [
  'collected',
  'in-transit',
  'destination',
  'returning',
  'customs',
];
const nearStates: readonly TrackingState[] = ['destination', 'delivering', 'locker'];

interface Asked {
  readonly facts: ParcelFacts;
  readonly limits: ParcelLimits;
  readonly now: number;
}

/**
 * What is wrong with a parcel now, and when to look again. Of what nobody has asked about since its limit passed it is
 * not known whether it is wrong: a computer that slept for a week must not take every parcel for a silent one. After
 * the grace of its own rule that is an exception too, so that nothing stays out of sight.
 */
export function judgeParcel(
  facts: ParcelFacts,
  limits: ParcelLimits,
  now: number,
  awakeSince: number,
): Judgement {
  const asked = { facts, limits, now };
  if (facts.isBack || finalTrackingStates.includes(facts.state))
    return { due: differences(asked), nextAt: null };
  const told = reportedReason(asked);
  const timed = timedReasons(asked).filter(({ kind }) => kind !== told?.kind && limits.isOn(kind));
  const isKnown = ({ limitAt }: Reason) => facts.checkedAt !== null && facts.checkedAt >= limitAt;
  const passed = timed.filter(({ limitAt }) => limitAt <= now);
  const unseen = unseenReason(
    asked,
    passed.filter((reason) => !isKnown(reason)),
    awakeSince,
  );
  const ahead = timed.filter(({ limitAt }) => limitAt > now).map(({ limitAt }) => limitAt);
  const due = [...(told === null ? [] : [told]), ...unknownState(asked), ...passed.filter(isKnown)];
  if (unseen !== null && unseen.limitAt <= now) due.push(unseen);
  else if (unseen !== null) ahead.push(unseen.limitAt);
  const isLate = due.some(({ kind }) => kind === 'late');
  return {
    due: due.filter(({ kind }) => limits.isOn(kind) && !(isLate && kind === 'promise-at-risk')),
    nextAt: ahead.length === 0 ? null : Math.min(...ahead),
  };
}

function reason(
  { facts, limits }: Asked,
  kind: CaseKind,
  { sinceAt, limitAt }: Pick<Reason, 'sinceAt' | 'limitAt'>,
  more: Partial<Reason> = {},
): Reason {
  const { value, from, laneParcels } = limits.of(kind);
  return {
    kind,
    sinceAt,
    limitAt,
    limit: value,
    limitFrom: from,
    laneParcels,
    promisedAt: facts.promisedAt,
    told: '',
    observed: null,
    expected: null,
    ...more,
  };
}

/** Said by the platform itself: it is so as soon as it is said. */
function reportedReason(asked: Asked): Reason | null {
  const { exception, state, heardAt, checkedAt } = asked.facts;
  const told = exception === '' && state === 'problem' ? 'problem' : exception;
  const isReturning = state === 'returning' && told === '';
  if (told === '' && !isReturning) return null;
  const kind = isReturning ? 'returning' : (kindOfReport[told] ?? 'other-problem');
  const at = Math.min(heardAt ?? checkedAt ?? asked.now, asked.now);
  return reason(asked, kind, { sinceAt: at, limitAt: at }, { told, limit: null, limitFrom: 'rule' });
}

function unknownState(asked: Asked): Reason[] {
  const { rawState, heardAt, checkedAt } = asked.facts;
  if (rawState === '') return [];
  const at = Math.min(heardAt ?? checkedAt ?? asked.now, asked.now);
  return [reason(asked, 'unknown-state', { sinceAt: at, limitAt: at }, { told: rawState })];
}

/** What is wrong because nothing happened for too long, whether that time has come or not. */
function timedReasons(asked: Asked): Reason[] {
  const { state, heardAt, printedAt, stateSince, promisedAt } = asked.facts;
  const after = (kind: CaseKind, since: number | null): Reason[] =>
    since === null
      ? []
      : [reason(asked, kind, { sinceAt: since, limitAt: asked.limits.passedAt(kind, since) })];
  const isUnscanned = state === 'none' || state === 'awaiting-collection';
  return [
    ...(isUnscanned ? after('no-first-scan', printedAt) : []),
    ...(movingStates.includes(state) ? after('silent', heardAt) : []),
    ...(state === 'delivering' ? after('delivery-stalled', stateSince) : []),
    ...(state === 'locker' ? after('locker-overdue', stateSince) : []),
    ...after('late', promisedAt),
    ...(promisedAt === null ? [] : riskReasons(asked, promisedAt)),
  ];
}

/** Its promise is near and it is not, or it will probably arrive later than promised. */
function riskReasons(asked: Asked, promisedAt: number): Reason[] {
  const { state, expectedAt, heardAt, bookedAt, checkedAt } = asked.facts;
  const hours = asked.limits.of('promise-at-risk').value ?? 0;
  const nearAt = promisedAt - hours * hourMs;
  const isSlow = expectedAt !== null && expectedAt > promisedAt;
  if (!isSlow && nearStates.includes(state)) return [];
  const sinceAt = heardAt ?? bookedAt ?? nearAt;
  // What is expected was worked out from what is known: no later answer is needed to say so.
  const limitAt = isSlow ? Math.min(nearAt, checkedAt ?? sinceAt) : nearAt;
  return [reason(asked, 'promise-at-risk', { sinceAt: Math.min(sinceAt, limitAt), limitAt })];
}

/** A limit has passed, and nobody has asked since: reported once this computer has had the time to ask. */
function unseenReason(asked: Asked, unseen: readonly Reason[], awakeSince: number): Reason | null {
  const first = [...unseen].sort((one, other) => one.limitAt - other.limitAt)[0];
  if (first === undefined) return null;
  const graceFrom = Math.max(first.limitAt, Math.min(awakeSince, asked.now));
  const limitAt = asked.limits.passedAt('not-checked', graceFrom);
  return reason(asked, 'not-checked', { sinceAt: first.limitAt, limitAt }, { told: first.kind });
}

/** A parcel that has arrived: was it what was paid for? */
function differences(asked: Asked): Reason[] {
  const { weightGrams, feeFen, heardAt, stateSince } = asked.facts;
  const at = Math.min(stateSince ?? heardAt ?? asked.now, asked.now);
  const found: Reason[] = [];
  for (const [kind, measured] of [
    ['weight-differs', weightGrams],
    ['fee-differs', feeFen],
  ] as const) {
    if (measured === null || !asked.limits.isOn(kind)) continue;
    if (measured.observed - measured.expected <= (asked.limits.of(kind).value ?? 0)) continue;
    found.push(reason(asked, kind, { sinceAt: at, limitAt: at }, measured));
  }
  return found;
}
