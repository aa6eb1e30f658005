import type { RuleTrial } from '../../../shared/contracts/rules.ts';
import { type BookingRule, type RuleSet, regionGroups } from '../../../shared/domain/bookingRule.ts';
import { carrierName } from '../../../shared/domain/carriers/carrierTable.ts';
import { failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { formatMoney } from '../../../shared/rules/amounts.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import { clauseText, laneText, outcomeText, type RuleNames } from '../../../shared/text/ruleSentence.ts';
import { say as sayWord } from '../../../shared/text/words.ts';
import { fromCaller } from '../../platform/callerFolder.ts';
import { checkRules } from '../../usecases/booking/choosing/ruleReadings.ts';
import {
  goBackToRules,
  listRuleVersions,
  readRuleFile,
  readRuleSet,
  saveRuleSet,
  setRuleShare,
  toRuleFile,
} from '../../usecases/booking/choosing/ruleSets.ts';
import { compareShare, tryRules } from '../../usecases/booking/choosing/tryRules.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { type Command, command, report, reportDocument, unwrap } from '../main/command.ts';
import { isoTime, localTime, phrases } from '../main/phrases.ts';
import { found, path, text, usual, whole, writtenFile } from '../main/word.ts';
import { readWrittenText } from '../main/writtenJson.ts';

const say = phrases({
  version: [
    '第 {versionNo} 版，{at}，{rules} 条规则',
    'Version {versionNo}, {at}, {rules} {rules|rule|rules}',
  ],
  backTo: [
    '第 {versionNo} 版，{at}，{rules} 条规则（恢复自第 {backTo} 版）',
    'Version {versionNo}, {at}, {rules} {rules|rule|rules} (back from version {backTo})',
  ],
  never: [
    '还没有保存过规则：用默认账号和快递。',
    'No rules were ever saved: the default account and carrier are used.',
  ],
  saved: ['已保存为第 {versionNo} 版。', 'Saved as version {versionNo}.'],
  nothingSaved: ['只是试算，什么都没有保存。', 'A trial only; nothing was saved.'],
  tried: [
    '试算 {orders} 单：{moved} 单会改走别处，转人工 {heldBefore} → {heldAfter}',
    '{orders} {orders|order|orders} tried: {moved} would go elsewhere, held {heldBefore} → {heldAfter}',
  ],
  cut: ['订单太多，只试算了最近的 {orders} 单。', 'Too many orders: only the newest {orders} were tried.'],
  freight: [
    '预估运费 {before} → {after}（{compared} 单两边都已知，{unknown} 单未知）',
    'estimated freight {before} → {after} ({compared} {compared|order|orders} known both ways, {unknown} unknown)',
  ],
  freightUnknown: [
    '{unknown} 单的运费都未知。',
    'The freight is known of none of {unknown} {unknown|order|orders}.',
  ],
  counts: ['{rule}：{before} → {after} 单', '{rule}: {before} → {after} {after|order|orders}'],
  fallback: ['其余订单', 'all other orders'],
  fallbackRule: ['默认', 'default'],
  ruleNo: ['第 {no} 条', 'rule {no}'],
  problem: ['注意：{rule} {words}', 'Note: {rule}: {words}'],
  every: ['所有订单', 'every order'],
  and: ['，且', ' and '],
  off: ['（停用）', ' (off)'],
  share: ['（试用 {percent}% 走 {lane}）', ' (trial: {percent}% go {lane})'],
  arm: [
    '{arm}：{orders} 单，失败 {failed}，待确认 {unsure}，取号 p50 {p50} ms / p95 {p95} ms，打印失败 {printFailed}，轨迹异常 {exceptions}',
    '{arm}: {orders} {orders|order|orders}, {failed} rejected, {unsure} unconfirmed, waybill after p50 {p50} ms / p95 {p95} ms, {printFailed} print {printFailed|failure|failures}, {exceptions} tracking {exceptions|exception|exceptions}',
  ],
  old: ['原路线', 'old way'],
  new: ['新路线', 'new way'],
  few: ['样本太少，还看不出差别。', 'The sample is too small to tell a difference yet.'],
});

/** The rules of a file. */
const ruleFile = found('FILE.json', async (workspace, file): Promise<Outcome<RuleSet>> => {
  const content = await readWrittenText(fromCaller(file));
  if (content === null) return failure('RULES_FILE_INVALID', { detail: file });
  return readRuleFile(content, await workspace.store.read.accounts.all());
});

function ruleName({ rules }: RuleSet, ruleId: string, language: Language): string {
  const index = rules.findIndex(({ id }) => id === ruleId);
  return index === -1 ? say(language, 'fallbackRule') : say(language, 'ruleNo', { no: index + 1 });
}

async function namesOf({ store }: Workspace, { areas }: RuleSet, language: Language): Promise<RuleNames> {
  const accounts = await store.read.accounts.all();
  const builtIn = (id: string) =>
    regionGroups.some((group) => group.id === id)
      ? sayWord(language, `rule.area.${id}` as 'rule.area.far')
      : null;
  return {
    language,
    account: (id) => accounts.find((one) => one.id === id)?.name ?? null,
    carrier: (code) => carrierName(code, language),
    area: (id) => areas.find((area) => area.id === id)?.name ?? builtIn(id),
    areaIds: [...areas, ...regionGroups].map(({ id }) => id),
  };
}

/** A rule in one line, as the page says it. */
function ruleLine(
  { id, isEnabled, conditions, outcome, share }: BookingRule,
  no: number,
  names: RuleNames,
): string {
  const { language } = names;
  const clauses = conditions.map((condition) => clauseText(condition, names));
  const when = clauses.length === 0 ? say(language, 'every') : clauses.join(say(language, 'and'));
  const off = isEnabled ? '' : say(language, 'off');
  const trial =
    share === null
      ? ''
      : say(language, 'share', { percent: share.percent, lane: laneText(share.lane, names) });
  return `${no}. [${id}]${off} ${when} → ${outcomeText(outcome, names)}${trial}`;
}

async function rulesShown(workspace: Workspace, set: RuleSet, language: Language) {
  const names = await namesOf(workspace, set, language);
  const problems = await checkRules(workspace, set);
  const lines = [
    ...set.rules.map((rule, index) => ruleLine(rule, index + 1, names)),
    `${say(language, 'fallback')} → ${outcomeText(set.fallback, names)}`,
    ...problems.map(({ ruleId, code, byRuleNos, accountName, carrier }) =>
      say(language, 'problem', {
        rule: ruleName(set, ruleId, language),
        words: sayWord(language, `rule.problem.${code}`, {
          rules: byRuleNos.join(', '),
          account: accountName,
          carrier: carrierName(carrier, language),
        }),
      }),
    ),
  ];
  return { lines, problems };
}

function trialLines(trial: RuleTrial, set: RuleSet, language: Language): string[] {
  const { freight, rules, isCut, orders } = trial;
  const freightLine =
    freight.compared === 0
      ? say(language, 'freightUnknown', { ...freight })
      : say(language, 'freight', {
          ...freight,
          before: formatMoney(freight.beforeFen),
          after: formatMoney(freight.afterFen),
        });
  return [
    say(language, 'tried', { ...trial }),
    ...(isCut ? [say(language, 'cut', { orders })] : []),
    ...rules.map(({ ruleId, ...counts }) =>
      say(language, 'counts', { rule: ruleName(set, ruleId, language), ...counts }),
    ),
    freightLine,
    say(language, 'nothingSaved'),
  ];
}

export const ruleCommands: readonly Command[] = [
  command({
    name: 'rules list',
    zh: '列出选账号和快递的规则',
    en: 'list the rules that choose account and carrier',
    access: 'seeWork',
    async run({ workspace, language }) {
      const { versionNo, savedAt, set } = await readRuleSet(workspace.store.read);
      const version = { versionNo, at: localTime(savedAt ?? 0), rules: set.rules.length };
      const head = savedAt === null ? say(language, 'never') : say(language, 'version', version);
      const { lines, problems } = await rulesShown(workspace, set, language);
      return report({ versionNo, ...set, problems }, [head, ...lines]);
    },
  }),
  command({
    name: 'rules export',
    zh: '把规则写成文件，改好后用 rules set 装回',
    en: 'write the rules as a file for rules set',
    access: 'seeWork',
    options: { out: writtenFile(path('FILE.json')) },
    async run({ workspace: { store }, options: { out: file } }) {
      const { set } = await readRuleSet(store.read);
      return reportDocument(toRuleFile(set, await store.read.accounts.all()), file);
    },
  }),
  command({
    name: 'rules try',
    zh: '用过去的订单试算改过的规则，不保存',
    en: 'try changed rules on past orders; saves nothing',
    access: 'seeWork',
    operands: [ruleFile],
    options: { days: usual(whole(1, 90, '1–90'), 7) },
    async run({ workspace, language, operands: [set], options: { days } }) {
      const trial = await tryRules(workspace, set, days);
      const { lines, problems } = await rulesShown(workspace, set, language);
      return report({ ...trial, problems }, [...lines, ...trialLines(trial, set, language)]);
    },
  }),
  command({
    name: 'rules set',
    zh: '用文件里的规则替换现有规则（旧版保留）',
    en: 'put the rules of a file in force; the previous version is kept',
    access: 'changeRules',
    begins: true,
    operands: [ruleFile],
    async run({ workspace, language, operands: [set] }) {
      const { versionNo: basedOn } = await readRuleSet(workspace.store.read);
      const { versionNo } = unwrap(await saveRuleSet(workspace, set, basedOn));
      const { lines, problems } = await rulesShown(workspace, set, language);
      return report({ versionNo, problems }, [...lines, say(language, 'saved', { versionNo })]);
    },
  }),
  command({
    name: 'rules versions',
    zh: '列出规则的各个版本',
    en: 'list the versions of the rules',
    access: 'seeWork',
    async run({ workspace, language }) {
      const versions = await listRuleVersions(workspace);
      const human = versions.map((one) =>
        say(language, one.backTo === 0 ? 'version' : 'backTo', { ...one, at: localTime(one.savedAt) }),
      );
      return report({ versions: versions.map((one) => ({ ...one, savedAt: isoTime(one.savedAt) })) }, human);
    },
  }),
  command({
    name: 'rules back',
    zh: '恢复到以前的一版规则',
    en: 'bring a previous version of the rules back',
    access: 'changeRules',
    operands: [whole(1, 999_999_999, 'VERSION')],
    async run({ workspace, language, operands: [backTo] }) {
      const { versionNo: basedOn } = await readRuleSet(workspace.store.read);
      const { versionNo } = unwrap(await goBackToRules(workspace, backTo, basedOn));
      return report({ versionNo, backTo }, [say(language, 'saved', { versionNo })]);
    },
  }),
  command({
    name: 'rules share',
    zh: '设定一条规则有多少订单走新路线；0 或 100 结束试用',
    en: 'set how many of a rule’s orders go the new way; 0 or 100 ends the trial',
    access: 'changeRules',
    operands: [text('RULE'), whole(0, 100, 'PERCENT')],
    async run({ workspace, language, operands: [ruleId, percent] }) {
      const { versionNo: basedOn } = await readRuleSet(workspace.store.read);
      const { versionNo } = unwrap(await setRuleShare(workspace, { ruleId, percent, basedOn }));
      return report({ versionNo, ruleId, percent }, [say(language, 'saved', { versionNo })]);
    },
  }),
  command({
    name: 'rules compare',
    zh: '比较一条规则的新旧路线',
    en: 'compare the new way of a rule with the old one',
    access: 'seeWork',
    operands: [text('RULE')],
    async run({ workspace, language, operands: [ruleId] }) {
      const { set } = await readRuleSet(workspace.store.read);
      const rule = set.rules.find(({ id }) => id === ruleId);
      if (rule === undefined) return failure('RULE_NOT_FOUND', { ruleId });
      if (rule.share === null) return failure('RULE_SHARE_MISSING', { ruleId });
      const compared = await compareShare(workspace, rule.share.experimentId);
      const lines = (['old', 'new'] as const).map((arm) => {
        const { p50Ms, p95Ms, ...figures } = compared[arm];
        const params = { ...figures, arm: say(language, arm), p50: p50Ms ?? '–', p95: p95Ms ?? '–' };
        return say(language, 'arm', params);
      });
      const isFew = compared.verdicts.failed === 'few';
      return report(compared, isFew ? [...lines, say(language, 'few')] : lines);
    },
  }),
];
