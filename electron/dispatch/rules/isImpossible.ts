import {
  type RangeKind,
  type RuleArea,
  type RuleCondition,
  rangeKinds,
} from '../../../shared/domain/bookingRule.ts';
import { foldText } from './foldText.ts';
import { isInPlace } from './matchCondition.ts';

type Areas = ReadonlyMap<string, RuleArea>;
type PlaceCondition = Extract<RuleCondition, { kind: 'place' }>;
type ListCondition = Extract<RuleCondition, { texts: readonly string[] }>;
type RangeCondition = Extract<RuleCondition, { kind: RangeKind }>;

/** Stands for every province, city, shop … that no clause names. */
const anyOther = '\u0000';

/** true: no order can fulfil all these clauses together. false: perhaps one can; nothing is claimed. */
export function isImpossible(conditions: readonly RuleCondition[], areas: Areas): boolean {
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
  const said = conditions.flatMap((condition) => (condition.kind === 'cod' ? [condition.isCod] : []));
  return said.includes(true) && said.includes(false);
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
