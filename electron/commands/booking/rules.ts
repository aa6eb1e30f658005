import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { RuleSet } from '../../../shared/domain/bookingRule.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import { replaceOwnerOnlyFile } from '../../platform/ownerOnlyFiles.ts';
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
import { compareShare, type RuleTrial, tryRules } from '../../usecases/booking/choosing/tryRules.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import type { Command } from '../main/command.ts';
import { localTime } from '../main/commandText.ts';
import { withWorkspace } from '../main/withWorkspace.ts';
import { choosingText, outcomeText, problemText, ruleLine, yuan } from './choosingText.ts';

async function rulesOfFile(workspace: Workspace, path: string): Promise<Outcome<RuleSet>> {
  let content: string;
  try {
    content = await readFile(resolve(path), 'utf8');
  } catch {
    return failure('RULES_FILE_INVALID', { detail: path });
  }
  return readRuleFile(content, await workspace.store.read.accounts.all());
}

async function ruleLines(workspace: Workspace, set: RuleSet, language: Language): Promise<string[]> {
  const accounts = await workspace.store.read.accounts.all();
  const names = (id: string) => accounts.find((account) => account.id === id)?.name ?? id;
  const problems = await checkRules(workspace, set);
  return [
    ...set.rules.map((rule, index) => ruleLine(rule, index + 1, language, names)),
    `${choosingText(language, 'fallback')} → ${outcomeText(set.fallback, language, names)}`,
    ...problems.map(({ ruleId, code, byRuleNos, accountName, carrier }) =>
      choosingText(language, 'problem', {
        rule: ruleName(set, ruleId, language),
        code: problemText(language, code),
        more: [byRuleNos.join(', '), accountName, carrier].filter((text) => text !== '').join(' '),
      }).trimEnd(),
    ),
  ];
}

function ruleName({ rules }: RuleSet, ruleId: string, language: Language): string {
  const index = rules.findIndex(({ id }) => id === ruleId);
  return index === -1
    ? choosingText(language, 'fallbackRule')
    : choosingText(language, 'ruleNo', { no: index + 1 });
}

export const rulesListCommand: Command = {
  name: 'rules list',
  usage: '',
  does: { 'zh-CN': '列出选账号和快递的规则', en: 'list the rules that choose account and carrier' },
  options: {},
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const { language } = context;
      const { versionNo, savedAt, set } = await readRuleSet(workspace.store.read);
      const head =
        savedAt === null
          ? choosingText(language, 'never')
          : choosingText(language, 'version', { versionNo, at: localTime(savedAt), rules: set.rules.length });
      const problems = await checkRules(workspace, set);
      const json = { versionNo, ...set, problems };
      return done({ exitCode: 0, json, human: [head, ...(await ruleLines(workspace, set, language))] });
    }),
};

export const rulesExportCommand: Command = {
  name: 'rules export',
  usage: '[--out FILE.json]',
  does: { 'zh-CN': '把规则写成文件，改好后用 rules set 装回', en: 'write the rules as a file for rules set' },
  options: { out: { type: 'string' } },
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const { set } = await readRuleSet(workspace.store.read);
      const file = toRuleFile(set, await workspace.store.read.accounts.all());
      const text = `${JSON.stringify(file, null, 2)}\n`;
      const out = context.text('out');
      if (out !== undefined) replaceOwnerOnlyFile(resolve(out), text);
      const human = [out === undefined ? text.trimEnd() : resolve(out)];
      return done({ exitCode: 0, json: out === undefined ? file : { file: resolve(out) }, human });
    }),
};

function trialLines(trial: RuleTrial, set: RuleSet, language: Language): string[] {
  const { freight } = trial;
  return [
    choosingText(language, 'tried', { ...trial, rules: 0, freight: 0, moves: 0, isCut: 0 }),
    ...(trial.isCut ? [choosingText(language, 'cut', { orders: trial.orders })] : []),
    ...trial.rules.map(({ ruleId, before, after }) =>
      choosingText(language, 'counts', { rule: ruleName(set, ruleId, language), before, after }),
    ),
    ...(freight.compared === 0
      ? [choosingText(language, 'freightUnknown', { unknown: freight.unknown })]
      : []),
    ...(freight.compared > 0 ? [freightLine(trial, language)] : []),
    choosingText(language, 'nothingSaved'),
  ];
}

function freightLine({ freight }: RuleTrial, language: Language): string {
  return choosingText(language, 'freight', {
    before: yuan(freight.beforeFen),
    after: yuan(freight.afterFen),
    compared: freight.compared,
    unknown: freight.unknown,
  });
}

export const rulesTryCommand: Command = {
  name: 'rules try',
  usage: 'FILE.json [--days N]',
  does: {
    'zh-CN': '用过去的订单试算改过的规则，不保存',
    en: 'try changed rules on past orders; saves nothing',
  },
  options: { days: { type: 'string' } },
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const [path] = context.operands;
      const days = Number(context.text('days') ?? '7');
      if (path === undefined || !Number.isInteger(days) || days < 1 || days > 90)
        return failure('USAGE', { detail: `rules try ${rulesTryCommand.usage} (1–90)` });
      const set = await rulesOfFile(workspace, path);
      if (!set.ok) return set;
      const trial = await tryRules(workspace, set.value, days);
      const problems = await checkRules(workspace, set.value);
      const human = [
        ...(await ruleLines(workspace, set.value, context.language)),
        ...trialLines(trial, set.value, context.language),
      ];
      return done({ exitCode: 0, json: { ...trial, problems }, human });
    }),
};

export const rulesSetCommand: Command = {
  name: 'rules set',
  usage: 'FILE.json',
  does: {
    'zh-CN': '用文件里的规则替换现有规则（旧版保留）',
    en: 'put the rules of a file in force; the former version is kept',
  },
  options: {},
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const [path] = context.operands;
      if (path === undefined) return failure('USAGE', { detail: 'rules set FILE.json' });
      const set = await rulesOfFile(workspace, path);
      if (!set.ok) return set;
      const { versionNo } = await readRuleSet(workspace.store.read);
      const saved = await saveRuleSet(workspace, set.value, versionNo);
      if (!saved.ok) return saved;
      const { language } = context;
      const human = [
        ...(await ruleLines(workspace, set.value, language)),
        choosingText(language, 'saved', { versionNo: saved.value.versionNo }),
      ];
      const problems = await checkRules(workspace, set.value);
      return done({ exitCode: 0, json: { versionNo: saved.value.versionNo, problems }, human });
    }),
};

export const rulesVersionsCommand: Command = {
  name: 'rules versions',
  usage: '',
  does: { 'zh-CN': '列出规则的各个版本', en: 'list the versions of the rules' },
  options: {},
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const versions = await listRuleVersions(workspace);
      const human = versions.map(({ versionNo, savedAt, rules, backTo }) =>
        choosingText(context.language, backTo === 0 ? 'version' : 'backTo', {
          versionNo,
          rules,
          backTo,
          at: localTime(savedAt),
        }),
      );
      const json = versions.map((one) => ({ ...one, savedAt: new Date(one.savedAt).toISOString() }));
      return done({ exitCode: 0, json: { versions: json }, human });
    }),
};

export const rulesBackCommand: Command = {
  name: 'rules back',
  usage: 'VERSION',
  does: { 'zh-CN': '恢复到以前的一版规则', en: 'bring a former version of the rules back' },
  options: {},
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const wanted = Number(context.operands[0]);
      if (!Number.isInteger(wanted) || wanted < 1) return failure('USAGE', { detail: 'rules back VERSION' });
      const { versionNo: basedOn } = await readRuleSet(workspace.store.read);
      const back = await goBackToRules(workspace, wanted, basedOn);
      if (!back.ok) return back;
      const { versionNo } = back.value;
      const human = [choosingText(context.language, 'saved', { versionNo })];
      return done({ exitCode: 0, json: { versionNo, backTo: wanted }, human });
    }),
};

export const rulesShareCommand: Command = {
  name: 'rules share',
  usage: 'RULE PERCENT',
  does: {
    'zh-CN': '设定一条规则有多少订单走新路线；0 或 100 结束试用',
    en: 'set how many of a rule’s orders go the new way; 0 or 100 ends the trial',
  },
  options: {},
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const [ruleId, text] = context.operands;
      const percent = Number(text);
      if (
        ruleId === undefined ||
        text === undefined ||
        !Number.isInteger(percent) ||
        percent < 0 ||
        percent > 100
      )
        return failure('USAGE', { detail: 'rules share RULE 0–100' });
      const { versionNo: basedOn } = await readRuleSet(workspace.store.read);
      const saved = await setRuleShare(workspace, { ruleId, percent, basedOn });
      if (!saved.ok) return saved;
      const { versionNo } = saved.value;
      const human = [choosingText(context.language, 'saved', { versionNo })];
      return done({ exitCode: 0, json: { versionNo, ruleId, percent }, human });
    }),
};

export const rulesCompareCommand: Command = {
  name: 'rules compare',
  usage: 'RULE',
  does: { 'zh-CN': '比较一条规则的新旧路线', en: 'compare the new way of a rule with the old one' },
  options: {},
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const [ruleId] = context.operands;
      if (ruleId === undefined) return failure('USAGE', { detail: 'rules compare RULE' });
      const { set } = await readRuleSet(workspace.store.read);
      const rule = set.rules.find(({ id }) => id === ruleId);
      if (rule === undefined) return failure('RULE_NOT_FOUND', { ruleId });
      if (rule.share === null) return failure('RULE_SHARE_MISSING', { ruleId });
      const compared = await compareShare(workspace, rule.share.experimentId);
      const lines = (['old', 'new'] as const).map((arm) => {
        const { p50Ms, p95Ms, ...figures } = compared[arm];
        return choosingText(context.language, 'arm', {
          ...figures,
          arm: choosingText(context.language, arm),
          p50: p50Ms ?? '–',
          p95: p95Ms ?? '–',
        });
      });
      const isFew = compared.verdicts.failed === 'few';
      const human = [...lines, ...(isFew ? [choosingText(context.language, 'few')] : [])];
      return done({ exitCode: 0, json: compared, human });
    }),
};
