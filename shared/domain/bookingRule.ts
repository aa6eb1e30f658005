import type { z } from 'zod';
import type { DeepReadonly } from './fields.ts';
import type { ruleSetSchema, whyChosen } from './ruleSchema.ts';

export const listKinds = ['shop', 'source', 'carrier', 'goods', 'remark'] as const;
export const rangeKinds = ['weight', 'value', 'quantity', 'parcels'] as const;
export type RangeKind = (typeof rangeKinds)[number];
export const remarkSides = ['any', 'seller', 'buyer'] as const;

export type RuleSet = DeepReadonly<z.infer<typeof ruleSetSchema>>;
export type RuleArea = RuleSet['areas'][number];
export type BookingRule = RuleSet['rules'][number];
/** A share of a rule's orders takes another lane for a while, to compare the two. */
export type GreyShare = NonNullable<BookingRule['share']>;
/** One clause of a rule. */
export type RuleCondition = BookingRule['conditions'][number];
export type RulePlace = Extract<RuleCondition, { kind: 'place' }>['places'][number];
export type RuleOutcome = BookingRule['outcome'];
/** A way to book: with which account and carrier. */
export type BookingLane = Extract<RuleOutcome, { kind: 'book' }>['lane'];
/** Why an order goes with this account and carrier. */
export type ChosenBy = DeepReadonly<z.infer<typeof whyChosen>>;
export type MatchedFact = ChosenBy['matched'][number];

/** The lanes an outcome may book by; none: it holds the order back. */
export function lanesOf(outcome: RuleOutcome): readonly BookingLane[] {
  if (outcome.kind === 'hold') return [];
  return outcome.kind === 'book' ? [outcome.lane] : outcome.lanes;
}

export const emptyRuleSet: RuleSet = { rules: [], fallback: null, areas: [] };

/** What is wrong with a rule, shown before it is saved. */
export const ruleProblemCodes = [
  /** Its own clauses exclude each other. */
  'contradiction',
  /** Earlier rules take every order it could take. */
  'shadowed',
  'account-missing',
  'account-locked',
  /** The account's platform does not know the carrier. */
  'carrier-unknown',
  /** Neither the rule nor the account nor Settings names a carrier, and an order need not. */
  'carrier-missing',
  'area-missing',
  'share-ended',
] as const;
export type RuleProblemCode = (typeof ruleProblemCodes)[number];

export type GreyArm = 'old' | 'new';

/** Bookings on either side of a trial that are needed to say anything; fewer tell nothing. */
export const leastSample = 50;

const provinces = (...names: readonly string[]): RuleArea['places'] =>
  names.map((province) => ({ province, city: '' }));

/** Groups of provinces that merchants and price tables speak of. Their names are texts of the page. */
export const regionGroups: readonly RuleArea[] = [
  { id: 'jzh', name: '', places: provinces('江苏省', '浙江省', '上海市') },
  { id: 'jzhw', name: '', places: provinces('江苏省', '浙江省', '上海市', '安徽省') },
  { id: 'jjj', name: '', places: provinces('北京市', '天津市', '河北省') },
  { id: 'northeast', name: '', places: provinces('辽宁省', '吉林省', '黑龙江省') },
  {
    id: 'remote',
    name: '',
    places: provinces(
      '新疆维吾尔自治区',
      '西藏自治区',
      '青海省',
      '甘肃省',
      '宁夏回族自治区',
      '内蒙古自治区',
      '海南省',
    ),
  },
  { id: 'far', name: '', places: provinces('新疆维吾尔自治区', '西藏自治区') },
  { id: 'hmt', name: '', places: provinces('香港特别行政区', '澳门特别行政区', '台湾省') },
];
