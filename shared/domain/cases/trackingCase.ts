/** What may be wrong with a parcel, the worst first: lists of cases are in this order. */
export const caseKinds = [
  'lost',
  'damaged',
  'refused',
  'late',
  'address-problem',
  'phone-problem',
  'failed-attempt',
  'no-first-scan',
  'returning',
  'customs',
  'silent',
  'delivery-stalled',
  'locker-overdue',
  'promise-at-risk',
  'other-problem',
  'weight-differs',
  'fee-differs',
  'not-checked',
  'unknown-state',
] as const;
export type CaseKind = (typeof caseKinds)[number];

/** Place in the order of severity; 0 is the worst. */
export const caseRank = (kind: CaseKind): number => caseKinds.indexOf(kind);

/** How soon somebody has to look: within hours, today, when there is time. */
export const caseLevels = ['urgent', 'today', 'watch'] as const;
export type CaseLevel = (typeof caseLevels)[number];

/** Days that do not count towards a limit, besides the pauses of the shop's calendar. */
export const restDays = ['none', 'sunday', 'weekend'] as const;
export type RestDays = (typeof restDays)[number];

interface CaseLimit {
  readonly unit: 'hours' | 'grams' | 'fen';
  readonly least: number;
  readonly most: number;
  readonly usual: number;
}

export interface CaseKindFacts {
  readonly level: CaseLevel;
  /** What has to be passed before it is a case; null: it is one as soon as it is known. */
  readonly limit: CaseLimit | null;
  readonly rest: RestDays;
  /** What this lane usually takes may stand in for the limit, once there is enough of it. */
  readonly isByLane: boolean;
  /** Time for somebody to deal with it, hours. */
  readonly answerHours: number;
}

const hours = (least: number, most: number, usual: number): CaseLimit => ({
  unit: 'hours',
  least,
  most,
  usual,
});

const urgent = { level: 'urgent', limit: null, rest: 'none', isByLane: false, answerHours: 4 } as const;
const today = { ...urgent, level: 'today', answerHours: 24 } as const;
const watch = { ...urgent, level: 'watch', answerHours: 72 } as const;

export const caseKindFacts: Readonly<Record<CaseKind, CaseKindFacts>> = {
  lost: urgent,
  damaged: urgent,
  refused: urgent,
  late: { ...urgent, limit: hours(0, 72, 0) },
  'address-problem': urgent,
  'phone-problem': urgent,
  'failed-attempt': today,
  'no-first-scan': { ...urgent, limit: hours(2, 168, 24), rest: 'sunday' },
  returning: today,
  customs: { ...today, rest: 'weekend' },
  silent: { ...today, limit: hours(12, 336, 72), rest: 'sunday', isByLane: true },
  'delivery-stalled': { ...today, limit: hours(4, 168, 36), rest: 'sunday' },
  'locker-overdue': { ...today, limit: hours(4, 240, 48) },
  'promise-at-risk': { ...today, limit: hours(1, 96, 24) },
  'other-problem': today,
  'weight-differs': { ...watch, limit: { unit: 'grams', least: 10, most: 10_000, usual: 200 } },
  'fee-differs': { ...watch, limit: { unit: 'fen', least: 1, most: 100_000, usual: 50 } },
  'not-checked': { ...watch, limit: hours(6, 168, 24) },
  'unknown-state': watch,
};

export const caseStates = ['open', 'waiting', 'snoozed', 'solved'] as const;
export type CaseState = (typeof caseStates)[number];

/** Solved is not for ever: a person who closed the wrong one opens it again. */
export const caseMoves: Readonly<Record<CaseState, readonly CaseState[]>> = {
  open: ['open', 'waiting', 'snoozed', 'solved'],
  waiting: ['open', 'waiting', 'snoozed', 'solved'],
  snoozed: ['open', 'waiting', 'snoozed', 'solved'],
  solved: ['open'],
};

/** On whom a case waits. */
export const caseWaits = ['carrier', 'buyer', 'platform', 'colleague'] as const;
export type CaseWait = (typeof caseWaits)[number];

/** What a person closes a case with. */
export const caseOutcomes = [
  'delivered',
  'carrier-fixed',
  'corrected',
  'returned',
  'resent',
  'compensated',
  'refunded',
  'no-problem',
  'other',
] as const;
export type CaseOutcome = (typeof caseOutcomes)[number];

/** The reason has gone: the program closes such a case and says so. */
export const ownOutcome = 'reason-gone';

/** Longest time a case may be out of sight. */
export const longestSnoozeDays = 14;

/** Whoever unlocked a workspace without operators. */
export const ownerOfShop = 'owner';

/** What happened to a case. */
export const caseStepKinds = [
  'opened',
  'note',
  'owner',
  'due',
  'snoozed',
  'woke',
  'waiting',
  'reopened',
  'closed',
  'reason-gone',
] as const;
export type CaseStepKind = (typeof caseStepKinds)[number];

/** Where a limit comes from: the rule, an exception for this carrier or place, or what this lane usually takes. */
export const limitSources = ['rule', 'exception', 'lane'] as const;
export type LimitSource = (typeof limitSources)[number];
