import type { TFunction } from 'i18next';
import type { WhyChosen } from '../../shared/contracts/rules.ts';
import { formatMoney } from '../parts/formatMoney.ts';
import { formatWeight } from '../parts/formatWeight.ts';

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
export function factText(
  { kind, text, amount }: Fact,
  t: TFunction,
  carrierName: (code: string) => string,
): string {
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
