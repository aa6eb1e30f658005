import {
  type MatchedFact,
  type RuleArea,
  type RuleCondition,
  type RulePlace,
  type RuleSet,
  regionGroups,
} from '../../../shared/domain/bookingRule.ts';
import type { OrderFacts } from './orderFacts.ts';

type Place = Pick<OrderFacts, 'province' | 'city'>;

/** What the order says that makes the clause true; null: it is not true. */
export function matchCondition(
  condition: RuleCondition,
  facts: OrderFacts,
  areas: ReadonlyMap<string, RuleArea>,
): MatchedFact | null {
  switch (condition.kind) {
    case 'place': {
      const isIn = condition.places.some((place) => isInPlace(place, facts, areas));
      const { province, city } = facts;
      return isIn === condition.isNot
        ? null
        : fact(condition.kind, city === province ? province : `${province}${city}`);
    }
    case 'weight':
    case 'value':
    case 'quantity':
    case 'parcels': {
      const amount = facts[factOfRange[condition.kind]];
      if (amount === null) return null;
      const isInRange =
        (condition.over === null || amount > condition.over) &&
        (condition.upTo === null || amount <= condition.upTo);
      return isInRange ? { kind: condition.kind, text: '', amount } : null;
    }
    case 'noWeight':
      return facts.weightGrams === null ? fact(condition.kind, '') : null;
    case 'cod':
      return facts.codFen > 0 === condition.isCod
        ? { kind: condition.kind, text: '', amount: facts.codFen }
        : null;
    default: {
      const found = condition.texts.find((text) => hasText(condition, text, facts));
      if (condition.isNot)
        return found === undefined ? fact(condition.kind, ownText(condition, facts)) : null;
      return found === undefined ? null : fact(condition.kind, found);
    }
  }
}

export function isInPlace(place: RulePlace, order: Place, areas: ReadonlyMap<string, RuleArea>): boolean {
  if (place.areaId === '') return isAt(place, order);
  return areas.get(place.areaId)?.places.some((one) => isAt(one, order)) ?? false;
}

function isAt(place: Place, order: Place): boolean {
  return place.province === order.province && (place.city === '' || place.city === order.city);
}

type ListCondition = Extract<RuleCondition, { texts: readonly string[] }>;

function hasText({ kind, side }: ListCondition, text: string, facts: OrderFacts): boolean {
  const wanted = foldText(text);
  switch (kind) {
    case 'goods':
    case 'remark': {
      const searched = foldText(kind === 'goods' ? facts.goodsText : remarkOf(side, facts));
      return wanted === '' ? searched === '' : searched.includes(wanted);
    }
    default:
      return foldText(facts[kind]) === wanted;
  }
}

function remarkOf(side: ListCondition['side'], { sellerRemark, buyerRemark }: OrderFacts): string {
  if (side === 'seller') return sellerRemark;
  return side === 'buyer' ? buyerRemark : `${sellerRemark}\n${buyerRemark}`;
}

/** What the order has instead of what the clause excludes; remarks and goods are too long to be shown. */
function ownText({ kind }: ListCondition, facts: OrderFacts): string {
  return kind === 'goods' || kind === 'remark' ? '' : facts[kind];
}

const factOfRange = {
  weight: 'weightGrams',
  value: 'insuredFen',
  quantity: 'quantity',
  parcels: 'parcelCount',
} as const;

function fact(kind: MatchedFact['kind'], text: string): MatchedFact {
  return { kind, text, amount: null };
}

/** Groups of places by id: those built in, and the merchant's own, which win. */
export function areaMap({ areas }: Pick<RuleSet, 'areas'>): ReadonlyMap<string, RuleArea> {
  return new Map([...regionGroups, ...areas].map((area) => [area.id, area]));
}

/** As texts of rules and orders are compared: full-width and half-width alike, upper and lower case alike. */
export function foldText(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}
