import { done, failure } from '../../../shared/errors/outcome.ts';
import { compareShare } from '../../usecases/booking/choosing/compareShare.ts';
import { readRuleSet, setRuleShare } from '../../usecases/booking/choosing/ruleSets.ts';
import type { Command } from '../main/command.ts';
import { withWorkspace } from '../main/withWorkspace.ts';
import { choosingText } from './choosingText.ts';

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
