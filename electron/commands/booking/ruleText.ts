import type {
  BookingLane,
  BookingRule,
  RuleCondition,
  RuleOutcome,
  RuleProblemCode,
} from '../../../shared/domain/bookingRule.ts';
import { carrierName } from '../../../shared/domain/carriers/carrierTable.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import { phrases } from '../main/phrases.ts';

const say = phrases({
  off: ['（停用）', ' (off)'],
  every: ['所有订单', 'every order'],
  and: ['，且', ' and '],
  hold: ['转人工：{reason}', 'hold for review: {reason}'],
  cheapest: ['取运费最低的：{lanes}', 'cheapest of: {lanes}'],
  ownCarrier: ['订单要求的快递', 'the carrier the order asks for'],
  not: ['不是', 'not '],
  share: ['（灰度 {percent}% 走 {lane}）', ' (trial: {percent}% go {lane})'],
  settings: ['默认账号和快递', 'default account and carrier'],
});

type Words = Readonly<Record<Language, string>>;

export const problemWords: Readonly<Record<RuleProblemCode, Words>> = {
  contradiction: { 'zh-CN': '条件互相矛盾', en: 'its conditions exclude each other' },
  shadowed: { 'zh-CN': '永远轮不到，订单都被前面的规则拿走：', en: 'never reached, all is taken by rule' },
  'account-missing': { 'zh-CN': '账号已删除', en: 'its account was removed' },
  'account-locked': { 'zh-CN': '账号还没通过上线测试：', en: 'its account has not passed the go-live test:' },
  'carrier-unknown': {
    'zh-CN': '平台没有这家快递的电子面单：',
    en: 'the platform has no e-waybills of the carrier:',
  },
  'carrier-missing': { 'zh-CN': '没有指定快递：', en: 'no carrier is named:' },
  'area-missing': { 'zh-CN': '地区组已删除', en: 'a group of places was removed' },
  'share-ended': { 'zh-CN': '灰度已到期，都走原路线', en: 'the trial is over, everybody goes the old way' },
};

type Names = (accountId: string) => string;

/** A rule in one line. */
export function ruleLine(rule: BookingRule, no: number, language: Language, names: Names): string {
  const clauses = rule.conditions.map((condition) => conditionText(condition, language));
  const when = clauses.length === 0 ? say(language, 'every') : clauses.join(say(language, 'and'));
  const off = rule.isEnabled ? '' : say(language, 'off');
  const { share } = rule;
  const lane = share === null ? '' : laneText(share.lane, language, names);
  const trial = share === null ? '' : say(language, 'share', { percent: share.percent, lane });
  return `${no}. [${rule.id}]${off} ${when} → ${outcomeText(rule.outcome, language, names)}${trial}`;
}

export function outcomeText(outcome: RuleOutcome | null, language: Language, names: Names): string {
  if (outcome === null) return say(language, 'settings');
  if (outcome.kind === 'hold') return say(language, 'hold', { reason: outcome.reason });
  if (outcome.kind === 'book') return laneText(outcome.lane, language, names);
  const lanes = outcome.lanes.map((lane) => laneText(lane, language, names)).join(' / ');
  return say(language, 'cheapest', { lanes });
}

function laneText({ accountId, carrier, product }: BookingLane, language: Language, names: Names): string {
  const shown = carrier === '' ? say(language, 'ownCarrier') : carrierName(carrier, language);
  return [names(accountId), shown, product].filter((part) => part !== '').join(' ');
}

/** Clauses as the file names them: `weight > 1000 ≤ 5000`. */
function conditionText(condition: RuleCondition, language: Language): string {
  switch (condition.kind) {
    case 'noWeight':
      return 'noWeight';
    case 'cod':
      return `${condition.isCod ? '' : say(language, 'not')}cod`;
    case 'weight':
    case 'value':
    case 'quantity':
    case 'parcels':
      return [
        condition.kind,
        ...(condition.over === null ? [] : [`> ${condition.over}`]),
        ...(condition.upTo === null ? [] : [`≤ ${condition.upTo}`]),
      ].join(' ');
    case 'place':
      return `${condition.isNot ? say(language, 'not') : ''}${condition.places
        .map(({ province, city, areaId }) => areaId || `${province}${city}`)
        .join('/')}`;
    default:
      return `${condition.isNot ? say(language, 'not') : ''}${condition.kind} ${condition.texts
        .map((text) => `“${text}”`)
        .join('/')}`;
  }
}
