import {
  type BookingRule,
  type RangeKind,
  type RuleArea,
  type RuleCondition,
  rangeKinds,
} from '../../../shared/domain/bookingRule.ts';
import { foldText, isInPlace } from './matchCondition.ts';

type Areas = ReadonlyMap<string, RuleArea>;

interface Shadow {
  readonly ruleId: string;
  /** `contradiction`: whatever stands before it · `shadowed`: earlier rules take all it could take. */
  readonly code: 'contradiction' | 'shadowed';
  /** Places of those rules, from 1. */
  readonly byRuleNos: readonly number[];
}

/** Questions after which an answer is no longer looked for: a rule is then not called shadowed. */
const mostQuestions = 4_000;

/**
 * Enabled rules that no order can ever reach. Sound, not complete: what is reported is true for every order. A rule that
 * holds takes nothing away for good, since a person lets the order pass on to later rules.
 */
export function findShadowed(rules: readonly BookingRule[], areas: Areas): Shadow[] {
  const found: Shadow[] = [];
  for (const [index, rule] of rules.entries()) {
    if (!rule.isEnabled) continue;
    if (isImpossible(rule.conditions, areas)) {
      found.push({ ruleId: rule.id, code: 'contradiction', byRuleNos: [] });
      continue;
    }
    const earlier = rules
      .slice(0, index)
      .map((one, place) => ({ ...one, no: place + 1 }))
      .filter((one) => one.isEnabled && one.outcome.kind !== 'hold')
      .filter((one) => !isImpossible([...rule.conditions, ...one.conditions], areas));
    const alone = earlier.find((one) => isCovered(rule.conditions, [one], areas));
    if (alone !== undefined) found.push({ ruleId: rule.id, code: 'shadowed', byRuleNos: [alone.no] });
    else if (earlier.length > 1 && isCovered(rule.conditions, earlier, areas))
      found.push({ ruleId: rule.id, code: 'shadowed', byRuleNos: earlier.map(({ no }) => no) });
  }
  return found;
}

function isCovered(
  conditions: readonly RuleCondition[],
  rules: readonly Pick<BookingRule, 'conditions'>[],
  areas: Areas,
): boolean {
  let questions = 0;
  /** Splits what is left by the clauses of the next rule: every part in which one of them fails must be taken by the rest. */
  const isTaken = (left: readonly RuleCondition[], from: number): boolean => {
    if (++questions > mostQuestions) return false;
    if (isImpossible(left, areas)) return true;
    const rule = rules[from];
    if (rule === undefined) return false;
    const held: RuleCondition[] = [];
    for (const condition of rule.conditions) {
      for (const opposite of oppositesOf(condition))
        if (!isTaken([...left, ...held, opposite], from + 1)) return false;
      held.push(condition);
    }
    return true;
  };
  return isTaken(conditions, 0);
}

/** Clauses of which one holds exactly when the given one does not. */
function oppositesOf(condition: RuleCondition): RuleCondition[] {
  switch (condition.kind) {
    case 'cod':
      return [{ kind: 'cod', isCod: !condition.isCod }];
    case 'noWeight':
      return [{ kind: 'weight', over: null, upTo: null }];
    case 'weight':
    case 'value':
    case 'quantity':
    case 'parcels':
      return [
        ...(condition.over === null ? [] : [{ ...condition, over: null, upTo: condition.over }]),
        ...(condition.upTo === null ? [] : [{ ...condition, over: condition.upTo, upTo: null }]),
        ...(condition.kind === 'weight' ? [{ kind: 'noWeight' } as const] : []),
      ];
    default:
      return [{ ...condition, isNot: !condition.isNot }];
  }
}

type PlaceCondition = Extract<RuleCondition, { kind: 'place' }>;
type ListCondition = Extract<RuleCondition, { texts: readonly string[] }>;
type RangeCondition = Extract<RuleCondition, { kind: RangeKind }>;

/** Stands for every province, city, shop … that no clause names. */
const anyOther = '\u0000';

/** true: no order can fulfil all these clauses together. false: perhaps one can; nothing is claimed. */
function isImpossible(conditions: readonly RuleCondition[], areas: Areas): boolean {
  return (
    areRangesApart(conditions) ||
    isCodTornApart(conditions) ||
    arePlacesApart(conditions.filter(isPlace), areas) ||
    (['shop', 'source', 'carrier'] as const).some((kind) => areNamesApart(ofKind(conditions, kind))) ||
    (['goods', 'remark'] as const).some((kind) => areWordsExcluded(ofKind(conditions, kind)))
  );
}

const isPlace = (condition: RuleCondition): condition is PlaceCondition => condition.kind === 'place';
const ofKind = (conditions: readonly RuleCondition[], kind: ListCondition['kind']) =>
  conditions.filter((condition): condition is ListCondition => condition.kind === kind);

function areRangesApart(conditions: readonly RuleCondition[]): boolean {
  const hasWeight = conditions.some(({ kind }) => kind === 'weight');
  if (hasWeight && conditions.some(({ kind }) => kind === 'noWeight')) return true;
  return rangeKinds.some((kind) => {
    const ranges = conditions.filter((one): one is RangeCondition => one.kind === kind);
    // Nothing weighs, costs or counts less than 0.
    const over = Math.max(-1, ...ranges.map((range) => range.over ?? -1));
    const upTo = Math.min(...ranges.map((range) => range.upTo ?? Number.POSITIVE_INFINITY));
    return upTo <= over;
  });
}

function isCodTornApart(conditions: readonly RuleCondition[]): boolean {
  const codConditions = conditions.flatMap((condition) =>
    condition.kind === 'cod' ? [condition.isCod] : [],
  );
  return codConditions.includes(true) && codConditions.includes(false);
}

/** Looks at every place the clauses can tell apart: the cities and provinces they name, and one of all others each. */
function arePlacesApart(conditions: readonly PlaceCondition[], areas: Areas): boolean {
  if (conditions.length === 0) return false;
  const named = conditions
    .flatMap(({ places }) => places)
    .flatMap((place) => (place.areaId === '' ? [place] : (areas.get(place.areaId)?.places ?? [])));
  const cells = [
    { province: anyOther, city: anyOther },
    ...named.flatMap(({ province, city }) => [
      { province, city: anyOther },
      ...(city === '' ? [] : [{ province, city }]),
    ]),
  ];
  return !cells.some((cell) =>
    conditions.every(({ places, isNot }) => places.some((place) => isInPlace(place, cell, areas)) !== isNot),
  );
}

function areNamesApart(conditions: readonly ListCondition[]): boolean {
  if (conditions.length === 0) return false;
  const folded = conditions.map(({ texts, isNot }) => ({ texts: texts.map(foldText), isNot }));
  const values = [anyOther, '', ...folded.flatMap(({ texts }) => texts)];
  return !values.some((value) => folded.every(({ texts, isNot }) => texts.includes(value) !== isNot));
}

/** A wanted word is out of reach when a forbidden one is part of it; only where all wanted ones are is it impossible. */
function areWordsExcluded(conditions: readonly ListCondition[]): boolean {
  const forbidden = conditions.filter(({ isNot }) => isNot);
  return conditions
    .filter(({ isNot }) => !isNot)
    .some(({ texts, side }) =>
      texts.every((text) => forbidden.some((clause) => excludes(clause, text, side))),
    );
}

function excludes(
  { texts, side }: ListCondition,
  wanted: string,
  wantedSide: ListCondition['side'],
): boolean {
  const text = foldText(wanted);
  if (text === '') return side === wantedSide && texts.some((word) => foldText(word) === '');
  if (side !== wantedSide && side !== 'any') return false;
  return texts.some((word) => foldText(word) !== '' && text.includes(foldText(word)));
}
