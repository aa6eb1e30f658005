import type { TFunction } from 'i18next';
import type { WhyChosen } from '../../shared/contracts/rules.ts';
import type { BookingLane, RuleCondition, RuleOutcome } from '../../shared/domain/bookingRule.ts';
import { formatMoney, formatWeight } from '../parts/format.ts';

/** Names a rule only holds the keys of; null: it is not there any more. */
export interface RuleNames {
  account(id: string): string | null;
  carrier(code: string): string;
  area(id: string): string | null;
  /** Groups of places a clause may name: the merchant's own, then the built-in ones. */
  readonly areaIds: readonly string[];
}

/** One clause of a rule as people say it: 重量超过 1.00 kg、不超过 5.00 kg. */
export function clauseText(condition: RuleCondition, t: TFunction, names: RuleNames): string {
  switch (condition.kind) {
    case 'noWeight':
      return t('rules.clause.noWeight');
    case 'cod':
      return t(condition.isCod ? 'rules.clause.cod' : 'rules.clause.noCod');
    case 'weight':
    case 'value':
    case 'quantity':
    case 'parcels':
      return rangeText(condition, t);
    case 'place': {
      const list = joined(
        condition.places.map((place) => placeText(place, t, names)),
        t,
      );
      return t(condition.isNot ? 'rules.clause.placeNot' : 'rules.clause.place', { list });
    }
    default: {
      const list = joined(
        condition.texts.map((text) => listedText(condition.kind, text, t, names)),
        t,
      );
      const subject =
        condition.kind === 'remark' && condition.side !== 'any'
          ? (`${condition.side}Remark` as const)
          : condition.kind;
      return t(condition.isNot ? `rules.clause.${subject}Not` : `rules.clause.${subject}`, { list });
    }
  }
}

export function placeText(
  { province, city, areaId }: { readonly province: string; readonly city: string; readonly areaId: string },
  t: TFunction,
  names: RuleNames,
): string {
  if (areaId !== '') return names.area(areaId) ?? t('rules.clause.missingArea');
  return city === '' || city === province ? province : `${province}${city}`;
}

function listedText(kind: string, text: string, t: TFunction, names: RuleNames): string {
  if (text === '') return t('rules.clause.none');
  if (kind === 'carrier') return names.carrier(text);
  return kind === 'source' ? sourceName(text, t) : t('rules.clause.quoted', { text });
}

function rangeText(
  { kind, over, upTo }: Extract<RuleCondition, { over: number | null }>,
  t: TFunction,
): string {
  const what = t(`rules.measure.${kind}`);
  const show = (amount: number): string => {
    if (kind === 'weight') return formatWeight(amount);
    return kind === 'value' ? formatMoney(amount) : String(amount);
  };
  if (over !== null && upTo !== null)
    return t('rules.clause.between', { what, over: show(over), upTo: show(upTo) });
  if (over !== null) return t('rules.clause.over', { what, over: show(over) });
  return upTo === null
    ? t('rules.clause.known', { what })
    : t('rules.clause.upTo', { what, upTo: show(upTo) });
}

export function laneText(lane: BookingLane, t: TFunction, names: RuleNames): string {
  const account = names.account(lane.accountId) ?? t('rules.outcome.missing');
  const carrier = lane.carrier === '' ? t('rules.outcome.ownCarrier') : names.carrier(lane.carrier);
  const more = [lane.product, lane.template].filter((text) => text !== '').join(t('common.listComma'));
  return more === ''
    ? t('rules.outcome.lane', { account, carrier })
    : t('rules.outcome.laneMore', { account, carrier, more });
}

/** What a rule does with its orders; null: as Settings say. */
export function outcomeText(outcome: RuleOutcome | null, t: TFunction, names: RuleNames): string {
  if (outcome === null) return t('rules.outcome.settings');
  if (outcome.kind === 'book') return t('rules.outcome.book', { lane: laneText(outcome.lane, t, names) });
  if (outcome.kind === 'hold')
    return outcome.reason === ''
      ? t('rules.outcome.holdPlain')
      : t('rules.outcome.hold', { reason: outcome.reason });
  const lanes = joined(
    outcome.lanes.map((lane) => laneText(lane, t, names)),
    t,
  );
  return t('rules.outcome.cheapest', { lanes });
}

function joined(texts: readonly string[], t: TFunction): string {
  return texts.join(t('rules.sentence.any'));
}

type Fact = WhyChosen['matched'][number];

/** Why an order goes with its account and carrier, in one line: “第 2 条规则：新疆，重 3.20 kg · 运费约 ¥12.00”. */
export function reasonText(
  why: WhyChosen | null,
  t: TFunction,
  carrierName: (code: string) => string,
): string {
  if (why === null) return t('rules.reason.none');
  const head = why.by === 'rule' ? t('rules.reason.rule', { no: why.ruleNo }) : t(`rules.reason.${why.by}`);
  const facts = why.matched.map((fact) => factText(fact, t, carrierName)).join(t('common.listComma'));
  const because = facts === '' ? head : t('rules.reason.because', { reason: head, facts });
  const more = [comparedText(why, t), shareText(why, t), freightText(why, t)];
  return [because, ...more.filter((text) => text !== null)].join(' · ');
}

/** One clause as the order fulfils it. */
function factText({ kind, text, amount }: Fact, t: TFunction, carrierName: (code: string) => string): string {
  switch (kind) {
    case 'weight':
      return t('rules.fact.weight', { amount: formatWeight(amount) });
    case 'value':
      return amount === null || amount === 0
        ? t('rules.fact.notInsured')
        : t('rules.fact.value', { amount: formatMoney(amount) });
    case 'cod':
      return amount === null || amount === 0
        ? t('rules.fact.noCod')
        : t('rules.fact.cod', { amount: formatMoney(amount) });
    case 'quantity':
    case 'parcels':
      return t(`rules.fact.${kind}`, { amount: amount ?? 0 });
    case 'noWeight':
      return t('rules.fact.noWeight');
    case 'place':
      return t('rules.fact.place', { text });
    case 'source':
      return text === '' ? t('rules.fact.sourceNone') : t('rules.fact.source', { text: sourceName(text, t) });
    case 'carrier':
      return text === '' ? t('rules.fact.carrierNone') : t('rules.fact.carrier', { text: carrierName(text) });
    default:
      return text === '' ? t(`rules.fact.${kind}None`) : t(`rules.fact.${kind}`, { text });
  }
}

/** The name of an import profile; a source that has none is shown as it is. */
export function sourceName(source: string, t: TFunction): string {
  return t(`source.${source}` as 'source.generic', { defaultValue: source });
}

function comparedText({ compared }: WhyChosen, t: TFunction): string | null {
  if (compared === null) return null;
  const { lanes, known } = compared;
  if (known === 0) return t('rules.reason.cheapestUnknown', { lanes });
  return known === lanes
    ? t('rules.reason.cheapest', { lanes })
    : t('rules.reason.cheapestSome', { known, unknown: lanes - known });
}

function shareText({ share }: WhyChosen, t: TFunction): string | null {
  if (share === null) return null;
  return t(share.arm === 'new' ? 'rules.reason.shareNew' : 'rules.reason.shareOld', {
    percent: share.percent,
  });
}

function freightText({ freightFen }: WhyChosen, t: TFunction): string | null {
  return freightFen === null
    ? t('rules.reason.freightUnknown')
    : t('rules.reason.freight', { amount: formatMoney(freightFen) });
}
