import { z } from 'zod';
import { countSchema, inputText, open, shortCode, wholeOrNull } from '../fields.ts';
import { type CaseKind, caseKindFacts, caseKinds, type RestDays, restDays } from './trackingCase.ts';

/** One rule of the shop: what becomes a case, and when. */
export interface CaseRule {
  readonly kind: CaseKind;
  readonly isOn: boolean;
  /** In the unit of its kind; null: it takes none. */
  readonly limit: number | null;
  readonly rest: RestDays;
  /** The lane's own history may stand in for the limit. */
  readonly isByLane: boolean;
  readonly answerHours: number;
}

/** Another limit for one carrier, or for parcels to one province; empty fields match everything. */
export interface CaseLimitException {
  readonly kind: CaseKind;
  readonly carrier: string;
  readonly province: string;
  readonly limit: number;
}

/** Kinds that take a limit of their own for a carrier or a province. */
export const limitedCaseKinds: readonly CaseKind[] = caseKinds.filter(
  (kind) => caseKindFacts[kind].limit !== null,
);

type LimitPlace = Pick<CaseLimitException, 'kind' | 'carrier' | 'province'>;

/** They hold for the same parcels, so that only one of them can stand. */
export const isSameLimitException = (one: LimitPlace, other: LimitPlace): boolean =>
  one.kind === other.kind && one.carrier === other.carrier && one.province === other.province;

/** Days on which carriers rest, first and last included, as the shop's calendar writes them: 2027-02-05. */
export interface CarrierPause {
  readonly from: string;
  readonly to: string;
  /** Empty: every carrier. */
  readonly carrier: string;
  readonly name: string;
}

export interface CaseRuleSet {
  readonly rules: readonly CaseRule[];
  readonly exceptions: readonly CaseLimitException[];
  readonly pauses: readonly CarrierPause[];
  /** Parcels booked longer ago open no new case. */
  readonly forgetDays: number;
}

export const caseRuleLimits = {
  answerHours: { least: 1, most: 240 },
  forgetDays: { least: 7, most: 365, usual: 60 },
  exceptions: 200,
  pauses: 60,
} as const;

export const usualCaseRules: readonly CaseRule[] = caseKinds.map((kind) => {
  const { limit, rest, isByLane, answerHours } = caseKindFacts[kind];
  return { kind, isOn: true, limit: limit?.usual ?? null, rest, isByLane, answerHours };
});

/** The eve of the Spring Festival and the seven days after it, as long as the calendar is known. */
const springFestivals = [
  ['2026-02-16', '2026-02-23'],
  ['2027-02-05', '2027-02-12'],
  ['2028-01-25', '2028-02-01'],
  ['2029-02-12', '2029-02-19'],
  ['2030-02-02', '2030-02-09'],
  ['2031-01-22', '2031-01-29'],
  ['2032-02-10', '2032-02-17'],
] as const;

/** As it is kept; screens call it by its name in their language. */
export const springFestivalName = '春节';

export const usualPauses: readonly CarrierPause[] = springFestivals.map(([from, to]) => ({
  from,
  to,
  carrier: '',
  name: springFestivalName,
}));

export const usualCaseRuleSet: CaseRuleSet = {
  rules: usualCaseRules,
  exceptions: [],
  pauses: usualPauses,
  forgetDays: caseRuleLimits.forgetDays.usual,
};

const dayText = open(z.string().regex(/^\d{4}-\d{2}-\d{2}$/));

const caseRule = z.object({
  kind: open(z.enum(caseKinds)),
  isOn: open(z.boolean()),
  limit: wholeOrNull,
  rest: open(z.enum(restDays)),
  isByLane: open(z.boolean()),
  answerHours: open(
    z.number().int().min(caseRuleLimits.answerHours.least).max(caseRuleLimits.answerHours.most),
  ),
});

export const caseRuleSetSchema = z.object({
  rules: z.array(caseRule).max(caseKinds.length),
  exceptions: z
    .array(
      z.object({
        kind: open(z.enum(caseKinds)),
        carrier: shortCode,
        province: open(z.string().max(30)),
        limit: countSchema,
      }),
    )
    .max(caseRuleLimits.exceptions),
  pauses: z
    .array(z.object({ from: dayText, to: dayText, carrier: shortCode, name: inputText(40) }))
    .max(caseRuleLimits.pauses),
  forgetDays: open(z.number().int().min(caseRuleLimits.forgetDays.least).max(caseRuleLimits.forgetDays.most)),
});
