/** A whole province (city empty), one city, or a group of provinces (`areaId`, the others empty). */
export interface RulePlace {
  readonly province: string;
  readonly city: string;
  readonly areaId: string;
}

/** A group of places under one name: built in (`regionGroups`) or the merchant's own. */
export interface RuleArea {
  readonly id: string;
  /** The merchant's name for it; empty for a built-in one, whose name is a text of the page. */
  readonly name: string;
  readonly places: readonly { readonly province: string; readonly city: string }[];
}

export const listKinds = ['shop', 'source', 'carrier', 'goods', 'remark'] as const;
type ListKind = (typeof listKinds)[number];
export const rangeKinds = ['weight', 'value', 'quantity', 'parcels'] as const;
export type RangeKind = (typeof rangeKinds)[number];
export const remarkSides = ['any', 'seller', 'buyer'] as const;
type RemarkSide = (typeof remarkSides)[number];

/** One clause of a rule. All clauses of a rule must hold. */
export type RuleCondition =
  | { readonly kind: 'place'; readonly isNot: boolean; readonly places: readonly RulePlace[] }
  /** Shop, source (profile of the import) and carrier are compared whole; goods and remark contain a word. An empty text means: none given. */
  | {
      readonly kind: ListKind;
      readonly isNot: boolean;
      readonly texts: readonly string[];
      /** Of remarks: whose. */
      readonly side: RemarkSide;
    }
  /** More than `over`, at most `upTo`: adjoining ranges leave no gap. Grams, fen, pieces, parcels. An unknown weight is in no range. */
  | { readonly kind: RangeKind; readonly over: number | null; readonly upTo: number | null }
  | { readonly kind: 'noWeight' }
  | { readonly kind: 'cod'; readonly isCod: boolean };

type ConditionKind = RuleCondition['kind'];

/** A way to book: with which account and carrier. Empty carrier: the one the order asks for, else that of account or Settings. */
export interface BookingLane {
  readonly accountId: string;
  readonly carrier: string;
  /** The carrier's product, as the platform names it; empty: as the account says. */
  readonly product: string;
  /** The carrier's label template size, as the platform names it; empty: as the account says. */
  readonly template: string;
}

export type RuleOutcome =
  | { readonly kind: 'book'; readonly lane: BookingLane }
  /** The lane with the lowest known freight; where none is known, the first. */
  | { readonly kind: 'cheapest'; readonly lanes: readonly BookingLane[] }
  | { readonly kind: 'hold'; readonly reason: string };

/** A share of a rule's orders takes another lane for a while, to compare the two. */
export interface GreyShare {
  /** The same for as long as shares are to be compared: an order always falls the same way. */
  readonly experimentId: string;
  /** 0..100 */
  readonly percent: number;
  readonly lane: BookingLane;
  /** UTC ms; outside of both nobody takes the new lane, unless `percent` is 100. */
  readonly startsAt: number;
  readonly endsAt: number;
}

export interface BookingRule {
  readonly id: string;
  readonly isEnabled: boolean;
  /** None: every order. */
  readonly conditions: readonly RuleCondition[];
  readonly outcome: RuleOutcome;
  readonly share: GreyShare | null;
}

/** Ordered: the first rule that fits decides, else the fallback. */
export interface RuleSet {
  readonly rules: readonly BookingRule[];
  /** null: the account and carrier of Settings. */
  readonly fallback: RuleOutcome | null;
  readonly areas: readonly RuleArea[];
}

export const emptyRuleSet: RuleSet = { rules: [], fallback: null, areas: [] };

/** What is wrong with a rule, told before it is saved. */
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

/** One clause and what the order says about it. */
export interface MatchedFact {
  readonly kind: ConditionKind;
  /** Place, shop, carrier or the word that was found; empty for figures. */
  readonly text: string;
  /** Grams, fen, pieces, parcels; null: none, or not known. */
  readonly amount: number | null;
}

export type GreyArm = 'old' | 'new';

/** Bookings on either side of a trial that are needed to say anything; fewer tell nothing. */
export const leastSample = 50;

/** Why an order goes with this account and carrier. */
export interface ChosenBy {
  readonly by: 'rule' | 'fallback' | 'settings' | 'manual' | 'backup';
  /** Version of the rule set, 0: none was ever saved. */
  readonly rulesVersion: number;
  readonly ruleId: string;
  /** Its place in that version, from 1; 0: no rule. */
  readonly ruleNo: number;
  readonly matched: readonly MatchedFact[];
  readonly share: { readonly experimentId: string; readonly arm: GreyArm; readonly percent: number } | null;
  /** Of a cheapest-of outcome: how many were compared, how many of them had a known freight; null otherwise. */
  readonly compared: { readonly lanes: number; readonly known: number } | null;
  /** Estimated freight of the chosen lane; null: not known. */
  readonly freightFen: number | null;
}

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
