import type {
  BookingLane,
  ChosenBy,
  MatchedFact,
  RuleCondition,
  RuleOutcome,
} from '../domain/bookingRule.ts';
import { formatMoney, formatWeight } from '../rules/amounts.ts';
import type { Language } from './describeError.ts';
import { say, wordFor } from './words.ts';

/** Names a rule only holds the keys of; null: it is not there any more. */
export interface RuleNames {
  readonly language: Language;
  account(id: string): string | null;
  carrier(code: string): string;
  area(id: string): string | null;
  /** Groups of places a clause may name: the merchant's own, then the built-in ones. */
  readonly areaIds: readonly string[];
}

/** One clause of a rule as people say it: 重量超过 1.00 kg、不超过 5.00 kg. */
export function clauseText(condition: RuleCondition, names: RuleNames): string {
  const { language } = names;
  switch (condition.kind) {
    case 'noWeight':
      return say(language, 'rule.clause.noWeight');
    case 'cod':
      return say(language, condition.isCod ? 'rule.clause.cod' : 'rule.clause.noCod');
    case 'weight':
    case 'value':
    case 'quantity':
    case 'parcels':
      return rangeText(condition, names);
    case 'place': {
      const list = joined(
        condition.places.map((place) => placeText(place, names)),
        names,
      );
      return say(language, condition.isNot ? 'rule.clause.placeNot' : 'rule.clause.place', { list });
    }
    default: {
      const list = joined(
        condition.texts.map((text) => listedText(condition.kind, text, names)),
        names,
      );
      const subject =
        condition.kind === 'remark' && condition.side !== 'any'
          ? (`${condition.side}Remark` as const)
          : condition.kind;
      return say(language, condition.isNot ? `rule.clause.${subject}Not` : `rule.clause.${subject}`, {
        list,
      });
    }
  }
}

export function placeText(
  { province, city, areaId }: { readonly province: string; readonly city: string; readonly areaId: string },
  names: RuleNames,
): string {
  const { language } = names;
  if (areaId !== '') return names.area(areaId) ?? say(language, 'rule.clause.missingArea');
  return city === '' || city === province ? province : `${province}${city}`;
}

function listedText(kind: string, text: string, names: RuleNames): string {
  const { language } = names;
  if (text === '') return say(language, 'rule.clause.none');
  if (kind === 'carrier') return names.carrier(text);
  return kind === 'source'
    ? wordFor(language, 'source', text)
    : say(language, 'rule.clause.quoted', { text });
}

function rangeText(
  { kind, over, upTo }: Extract<RuleCondition, { over: number | null }>,
  { language }: RuleNames,
): string {
  const what = say(language, `rule.measure.${kind}`);
  const show = (amount: number): string => {
    if (kind === 'weight') return formatWeight(amount);
    return kind === 'value' ? formatMoney(amount) : String(amount);
  };
  if (over !== null && upTo !== null)
    return say(language, 'rule.clause.between', { what, over: show(over), upTo: show(upTo) });
  if (over !== null) return say(language, 'rule.clause.over', { what, over: show(over) });
  return upTo === null
    ? say(language, 'rule.clause.known', { what })
    : say(language, 'rule.clause.upTo', { what, upTo: show(upTo) });
}

export function laneText(lane: BookingLane, names: RuleNames): string {
  const { language } = names;
  const account = names.account(lane.accountId) ?? say(language, 'rule.outcome.missing');
  const carrier =
    lane.carrier === '' ? say(language, 'rule.outcome.ownCarrier') : names.carrier(lane.carrier);
  const more = [lane.product, lane.template].filter((text) => text !== '').join(say(language, 'rule.comma'));
  return more === ''
    ? say(language, 'rule.outcome.lane', { account, carrier })
    : say(language, 'rule.outcome.laneMore', { account, carrier, more });
}

/** What a rule does with its orders; null: as Settings say. */
export function outcomeText(outcome: RuleOutcome | null, names: RuleNames): string {
  const { language } = names;
  if (outcome === null) return say(language, 'rule.outcome.settings');
  if (outcome.kind === 'book')
    return say(language, 'rule.outcome.book', { lane: laneText(outcome.lane, names) });
  if (outcome.kind === 'hold')
    return outcome.reason === ''
      ? say(language, 'rule.outcome.holdPlain')
      : say(language, 'rule.outcome.hold', { reason: outcome.reason });
  const lanes = joined(
    outcome.lanes.map((lane) => laneText(lane, names)),
    names,
  );
  return say(language, 'rule.outcome.cheapest', { lanes });
}

function joined(texts: readonly string[], { language }: RuleNames): string {
  return texts.join(say(language, 'rule.any'));
}

/** Why an order goes with its account and carrier, in one line: “第 2 条规则：新疆，重 3.20 kg · 运费约 ¥12.00”. */
export function reasonText(
  why: ChosenBy | null,
  language: Language,
  carrierName: (code: string) => string,
): string {
  if (why === null) return say(language, 'rule.reason.none');
  const head =
    why.by === 'rule'
      ? say(language, 'rule.reason.rule', { no: why.ruleNo })
      : say(language, `rule.reason.${why.by}`);
  const facts = why.matched
    .map((fact) => factText(fact, language, carrierName))
    .join(say(language, 'rule.comma'));
  const because = facts === '' ? head : say(language, 'rule.reason.because', { reason: head, facts });
  const more = [comparedText(why, language), shareText(why, language), freightText(why, language)];
  return [because, ...more.filter((text) => text !== null)].join(' · ');
}

/** One clause as the order fulfils it. */
function factText(
  { kind, text, amount }: MatchedFact,
  language: Language,
  carrierName: (code: string) => string,
): string {
  switch (kind) {
    case 'weight':
      return say(language, 'rule.fact.weight', { amount: formatWeight(amount) });
    case 'value':
      return amount === null || amount === 0
        ? say(language, 'rule.fact.notInsured')
        : say(language, 'rule.fact.value', { amount: formatMoney(amount) });
    case 'cod':
      return amount === null || amount === 0
        ? say(language, 'rule.fact.noCod')
        : say(language, 'rule.fact.cod', { amount: formatMoney(amount) });
    case 'quantity':
    case 'parcels':
      return say(language, `rule.fact.${kind}`, { amount: amount ?? 0 });
    case 'noWeight':
      return say(language, 'rule.fact.noWeight');
    case 'place':
      return say(language, 'rule.fact.place', { text });
    case 'source':
      return text === ''
        ? say(language, 'rule.fact.sourceNone')
        : say(language, 'rule.fact.source', { text: wordFor(language, 'source', text) });
    case 'carrier':
      return text === ''
        ? say(language, 'rule.fact.carrierNone')
        : say(language, 'rule.fact.carrier', { text: carrierName(text) });
    default:
      return text === ''
        ? say(language, `rule.fact.${kind}None`)
        : say(language, `rule.fact.${kind}`, { text });
  }
}

function comparedText({ compared }: ChosenBy, language: Language): string | null {
  if (compared === null) return null;
  const { lanes, known } = compared;
  if (known === 0) return say(language, 'rule.reason.cheapestUnknown', { lanes });
  return known === lanes
    ? say(language, 'rule.reason.cheapest', { lanes })
    : say(language, 'rule.reason.cheapestSome', { known, unknown: lanes - known });
}

function shareText({ share }: ChosenBy, language: Language): string | null {
  if (share === null) return null;
  return say(language, share.arm === 'new' ? 'rule.reason.shareNew' : 'rule.reason.shareOld', {
    percent: share.percent,
  });
}

function freightText({ freightFen }: ChosenBy, language: Language): string | null {
  return freightFen === null
    ? say(language, 'rule.reason.freightUnknown')
    : say(language, 'rule.reason.freight', { amount: formatMoney(freightFen) });
}
