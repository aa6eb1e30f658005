import type {
  BookingLane,
  BookingRule,
  RuleCondition,
  RuleOutcome,
  RuleProblemCode,
} from '../../../shared/domain/bookingRule.ts';
import { carrierName } from '../../../shared/domain/carriers/carrierTable.ts';
import type { Freight, FreightUnknown } from '../../../shared/domain/freight.ts';
import type { Language } from '../../../shared/text/describeError.ts';

const zh = {
  version: '第 {versionNo} 版，{at}，{rules} 条规则',
  backTo: '第 {versionNo} 版，{at}，{rules} 条规则（恢复自第 {backTo} 版）',
  never: '还没有保存过规则：用默认账号和快递。',
  saved: '已保存为第 {versionNo} 版。',
  nothingSaved: '只是试算，什么都没有保存。',
  tried: '试算 {orders} 单：{moved} 单会改走别处，转人工 {heldBefore} → {heldAfter}',
  cut: '订单太多，只试算了最近的 {orders} 单。',
  freight: '预估运费 {before} → {after}（{compared} 单两边都已知，{unknown} 单未知）',
  freightUnknown: '{unknown} 单的运费都未知。',
  counts: '{rule}：{before} → {after} 单',
  fallbackRule: '默认',
  ruleNo: '第 {no} 条',
  problem: '注意：{rule} {code} {more}',
  off: '（停用）',
  every: '所有订单',
  and: '，且',
  hold: '转人工：{reason}',
  cheapest: '取运费最低的：{lanes}',
  lane: '{account} {carrier}',
  ownCarrier: '订单要求的快递',
  not: '不是',
  share: '（灰度 {percent}% 走 {lane}）',
  fallback: '其余订单',
  settings: '默认账号和快递',
  arm: '{arm}：{orders} 单，失败 {failed}，不明 {unsure}，取号 p50 {p50} ms / p95 {p95} ms，打印失败 {printFailed}，轨迹异常 {exceptions}',
  old: '原路线',
  new: '新路线',
  few: '样本太少，还看不出差别。',
  table: '{id}  {name}  {carrier}  {account}  {from} – {to}  {zones} 个分区',
  noTables: '还没有价格表。',
  allAccounts: '全部账号',
  imported: '已保存价格表 {id}：{zones} 个分区。',
  refusedRow: '第 {row} 行没有读入：{code} {column}',
  removed: '已删除。',
  unknown: '未知（{reason}）',
  freightLine: '{account}  {carrier}  {amount}',
} as const;

type ChoosingKey = keyof typeof zh;

const en: Readonly<Record<ChoosingKey, string>> = {
  version: 'Version {versionNo}, {at}, {rules} rules',
  backTo: 'Version {versionNo}, {at}, {rules} rules (back from version {backTo})',
  never: 'No rules were ever saved: the default account and carrier are used.',
  saved: 'Saved as version {versionNo}.',
  nothingSaved: 'A trial only; nothing was saved.',
  tried: '{orders} orders tried: {moved} would go elsewhere, held {heldBefore} → {heldAfter}',
  cut: 'Too many orders: only the newest {orders} were tried.',
  freight: 'estimated freight {before} → {after} ({compared} orders known both ways, {unknown} unknown)',
  freightUnknown: 'The freight of all {unknown} orders is unknown.',
  counts: '{rule}: {before} → {after} orders',
  fallbackRule: 'default',
  ruleNo: 'rule {no}',
  problem: 'note: {rule} {code} {more}',
  off: ' (off)',
  every: 'every order',
  and: ' and ',
  hold: 'hold for a person: {reason}',
  cheapest: 'cheapest of: {lanes}',
  lane: '{account} {carrier}',
  ownCarrier: 'the carrier the order asks for',
  not: 'not ',
  share: ' (trial: {percent}% go {lane})',
  fallback: 'all other orders',
  settings: 'default account and carrier',
  arm: '{arm}: {orders} orders, {failed} failed, {unsure} unsure, number after p50 {p50} ms / p95 {p95} ms, {printFailed} print failures, {exceptions} tracking exceptions',
  old: 'old way',
  new: 'new way',
  few: 'The sample is too small to tell a difference yet.',
  table: '{id}  {name}  {carrier}  {account}  {from} – {to}  {zones} zones',
  noTables: 'There is no price table yet.',
  allAccounts: 'every account',
  imported: 'Price table {id} is saved: {zones} zones.',
  refusedRow: 'row {row} was not read: {code} {column}',
  removed: 'Removed.',
  unknown: 'unknown ({reason})',
  freightLine: '{account}  {carrier}  {amount}',
};

type Words = Readonly<Record<Language, string>>;

const problemWords: Readonly<Record<RuleProblemCode, Words>> = {
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

const unknownWords: Readonly<Record<FreightUnknown, Words>> = {
  'no-table': { 'zh-CN': '没有价格表', en: 'no price table' },
  'not-valid-now': { 'zh-CN': '价格表今天无效', en: 'no price table is valid today' },
  'no-weight': { 'zh-CN': '没有重量', en: 'no weight' },
  'no-zone': { 'zh-CN': '价格表没有这个地区', en: 'no zone for this place' },
  overweight: { 'zh-CN': '超过价格表的重量', en: 'heavier than the table goes' },
  'no-carrier': { 'zh-CN': '没有快递公司', en: 'no carrier' },
};

export function problemText(language: Language, code: RuleProblemCode): string {
  return problemWords[code][language];
}

/** Words of the commands about rules and freight. */
export function choosingText(
  language: Language,
  key: ChoosingKey,
  params: Readonly<Record<string, string | number>> = {},
): string {
  const template: string = language === 'en' ? en[key] : zh[key];
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

export function yuan(amountFen: number): string {
  return `¥${(amountFen / 100).toFixed(2)}`;
}

export function freightText(freight: Freight, language: Language): string {
  return freight.isKnown
    ? yuan(freight.amountFen)
    : choosingText(language, 'unknown', { reason: unknownWords[freight.reason][language] });
}

type Names = (accountId: string) => string;

/** A rule in one line. */
export function ruleLine(rule: BookingRule, no: number, language: Language, names: Names): string {
  const clauses = rule.conditions.map((condition) => conditionText(condition, language));
  const when =
    clauses.length === 0 ? choosingText(language, 'every') : clauses.join(choosingText(language, 'and'));
  const off = rule.isEnabled ? '' : choosingText(language, 'off');
  const share =
    rule.share === null
      ? ''
      : choosingText(language, 'share', {
          percent: rule.share.percent,
          lane: laneText(rule.share.lane, language, names),
        });
  return `${no}. [${rule.id}]${off} ${when} → ${outcomeText(rule.outcome, language, names)}${share}`;
}

export function outcomeText(outcome: RuleOutcome | null, language: Language, names: Names): string {
  if (outcome === null) return choosingText(language, 'settings');
  if (outcome.kind === 'hold') return choosingText(language, 'hold', { reason: outcome.reason });
  if (outcome.kind === 'book') return laneText(outcome.lane, language, names);
  const lanes = outcome.lanes.map((lane) => laneText(lane, language, names)).join(' / ');
  return choosingText(language, 'cheapest', { lanes });
}

function laneText({ accountId, carrier, product }: BookingLane, language: Language, names: Names): string {
  const shown = carrier === '' ? choosingText(language, 'ownCarrier') : carrierName(carrier, language);
  return `${choosingText(language, 'lane', { account: names(accountId), carrier: shown })}${product === '' ? '' : ` ${product}`}`;
}

/** Clauses as the file names them: `weight > 1000 ≤ 5000`. */
function conditionText(condition: RuleCondition, language: Language): string {
  switch (condition.kind) {
    case 'noWeight':
      return 'noWeight';
    case 'cod':
      return `${condition.isCod ? '' : choosingText(language, 'not')}cod`;
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
      return `${condition.isNot ? choosingText(language, 'not') : ''}${condition.places
        .map(({ province, city, areaId }) => areaId || `${province}${city}`)
        .join('/')}`;
    default:
      return `${condition.isNot ? choosingText(language, 'not') : ''}${condition.kind} ${condition.texts
        .map((text) => `“${text}”`)
        .join('/')}`;
  }
}
