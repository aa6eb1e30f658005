import type { ServiceHours } from '../../rules/serviceHours.ts';

/** What a platform is judged by. */
export const recordDimensions = ['coverage', 'stability', 'functions', 'support', 'compliance'] as const;
export type RecordDimension = (typeof recordDimensions)[number];

/** `unknown`: nothing is known, or too little to say; never taken for good. */
export const recordVerdicts = ['good', 'lacking', 'unknown'] as const;
export type RecordVerdict = (typeof recordVerdicts)[number];

/** What a file that is kept with a platform's record shows. */
export const evidenceKinds = [
  'protection-level',
  'encryption',
  'peak',
  'capacity',
  'scaling',
  'contract',
  'other',
] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** Without either of these a platform's compliance is not proven. */
export const complianceEvidence: readonly EvidenceKind[] = ['protection-level', 'encryption'];

/** Bounds of what is kept: enough for certificates and contracts, too little for a film. */
export const evidenceLimits = { fileBytes: 8_000_000, files: 20 } as const;

export const noteKinds = ['contact', 'confirmation', 'question', 'problem', 'other'] as const;
export type NoteKind = (typeof noteKinds)[number];

/** What was agreed with a platform; what nobody has agreed or written down is empty or null. */
export interface SupportTerms {
  readonly adviserName: string;
  readonly adviserPhone: string;
  readonly hotline: string;
  readonly hours: ServiceHours | null;
  readonly answerMinutes: number | null;
  readonly solutionMinutes: number | null;
  /** What is paid when they are late, in their own words. */
  readonly compensation: string;
}

export const noTerms: SupportTerms = {
  adviserName: '',
  adviserPhone: '',
  hotline: '',
  hours: null,
  answerMinutes: null,
  solutionMinutes: null,
  compensation: '',
};

/** What the clock of an incident runs against. */
export const promiseKinds = ['answer', 'solution'] as const;
export type PromiseKind = (typeof promiseKinds)[number];

/**
 * How a promise stands: `kept` and `broken` are over for good, `running` is within its time, `late` beyond it and still
 * open; `none`: nobody promised anything, or not in which hours.
 */
export const promiseStates = ['none', 'running', 'late', 'kept', 'broken'] as const;
export type PromiseState = (typeof promiseStates)[number];

/** Share of calls a platform has to get right. */
export const wantedAvailability = 0.999;

/** Fewer calls cannot tell 99.9 % from all of them. */
export const fewestCallsToJudge = 1_000;

/** A table, a page to print, data. */
export const recordFormats = ['xlsx', 'html', 'json'] as const;
export type RecordFormat = (typeof recordFormats)[number];
