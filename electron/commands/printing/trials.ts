import type { LabelArmFigures } from '../../../shared/contracts/labels.ts';
import { templateSizes } from '../../../shared/domain/labelTemplate.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { StoredLabelTrial } from '../../store/schema.ts';
import { compareLabelTrial } from '../../usecases/printing/trials/compareLabelTrial.ts';
import {
  endLabelTrial,
  listLabelTrials,
  setLabelTrialShare,
  startLabelTrial,
  viewLabelTrial,
} from '../../usecases/printing/trials/labelTrials.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import type { Command, CommandContext, CommandResult } from '../main/command.ts';
import { withWorkspace } from '../main/withWorkspace.ts';
import { labelText, trialLine, verdictLines } from './labelText.ts';
import { templateByName } from './templates.ts';

const sizes = templateSizes.join('|');
const dayMs = 86_400_000;

/** A whole number in words, or null. */
function wholeOf(text: string | undefined, least: number, most: number): number | null {
  if (text === undefined || !/^\d{1,4}$/.test(text)) return null;
  const value = Number(text);
  return value >= least && value <= most ? value : null;
}

async function openTrial(
  { store }: Workspace,
  wanted: string | undefined,
): Promise<Outcome<StoredLabelTrial>> {
  const size = templateSizes.find((known) => known === wanted);
  const row = size === undefined ? undefined : await store.read.labelTrials.openOf(size);
  return row === undefined ? failure('LABEL_TRIAL_NOT_FOUND') : done(row);
}

async function shown(
  context: CommandContext,
  workspace: Workspace,
  changed: Outcome<StoredLabelTrial>,
): Promise<Outcome<CommandResult>> {
  if (!changed.ok) return changed;
  const trial = await viewLabelTrial(workspace, changed.value);
  return done({ exitCode: 0, json: trial, human: [trialLine(trial, context.language)] });
}

export const labelTrialListCommand: Command = {
  name: 'label trial list',
  usage: '',
  does: { 'zh-CN': '列出面单模板的试用', en: 'list the trials of label templates' },
  options: {},
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const { language } = context;
      const trials = await listLabelTrials(workspace);
      const lines = trials.map((trial) => trialLine(trial, language));
      const human = lines.length === 0 ? [labelText(language, 'noTrials')] : lines;
      return done({ exitCode: 0, json: { trials }, human });
    }),
};

export const labelTrialStartCommand: Command = {
  name: 'label trial start',
  usage: 'NAME --percent 0-100 [--days 1-365]',
  does: {
    'zh-CN': '让一部分面单试用一个模板的最新版，默认 7 天',
    en: 'print a share of the labels with the newest version of a template, for 7 days unless said otherwise',
  },
  options: { percent: { type: 'string' }, days: { type: 'string' } },
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const [name] = context.operands;
      const percent = wholeOf(context.text('percent'), 0, 100);
      const days = wholeOf(context.text('days') ?? '7', 1, 365);
      if (name === undefined || percent === null || days === null)
        return failure('USAGE', { detail: `label trial start ${labelTrialStartCommand.usage}` });
      const template = await templateByName(workspace, name);
      if (!template.ok) return template;
      const endsAt = workspace.clock.now() + days * dayMs;
      const wish = { templateId: template.value.id, percent, endsAt };
      return shown(context, workspace, await startLabelTrial(workspace, wish));
    }),
};

export const labelTrialShareCommand: Command = {
  name: 'label trial share',
  usage: `${sizes} PERCENT`,
  does: {
    'zh-CN': '设定有多少面单用试用的模板；0 或 100 立刻全部走一边',
    en: 'set how many labels show the template on trial; 0 or 100 puts all on one way at once',
  },
  options: {},
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const [size, text] = context.operands;
      const percent = wholeOf(text, 0, 100);
      if (percent === null) return failure('USAGE', { detail: `label trial share ${sizes} 0–100` });
      const trial = await openTrial(workspace, size);
      if (!trial.ok) return trial;
      const { id: trialId, version } = trial.value;
      return shown(context, workspace, await setLabelTrialShare(workspace, { trialId, percent, version }));
    }),
};

export const labelTrialEndCommand: Command = {
  name: 'label trial end',
  usage: `${sizes} old|new`,
  does: { 'zh-CN': '结束试用并选定保留哪一个', en: 'end a trial and say which way stays' },
  options: {},
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const [size, keep] = context.operands;
      if (keep !== 'old' && keep !== 'new')
        return failure('USAGE', { detail: `label trial end ${labelTrialEndCommand.usage}` });
      const trial = await openTrial(workspace, size);
      if (!trial.ok) return trial;
      const { id: trialId, version } = trial.value;
      return shown(context, workspace, await endLabelTrial(workspace, { trialId, keep, version }));
    }),
};

function armLine(context: CommandContext, arm: 'old' | 'new', figures: LabelArmFigures): string {
  const { p50Ms, p95Ms, scanP50Ms, ...counts } = figures;
  return labelText(context.language, 'arm', {
    ...counts,
    arm: labelText(context.language, arm),
    p50: p50Ms ?? '–',
    p95: p95Ms ?? '–',
    scan: scanP50Ms === null ? '–' : Math.round(scanP50Ms / 1_000),
  });
}

export const labelTrialCompareCommand: Command = {
  name: 'label trial compare',
  usage: `${sizes}|TRIAL`,
  does: {
    'zh-CN': '比较试用的模板和原来的：失败、补打、用时',
    en: 'compare the template on trial with the old one: failures, reprints, times',
  },
  options: {},
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const [wanted] = context.operands;
      const open = await openTrial(workspace, wanted);
      const compared = await compareLabelTrial(workspace, open.ok ? open.value.id : (wanted ?? ''));
      if (!compared.ok) return compared;
      const { old, new: fresh, verdicts } = compared.value;
      const isFew = verdicts.failed === 'few';
      const human = [
        armLine(context, 'old', old),
        armLine(context, 'new', fresh),
        ...verdictLines(verdicts, context.language),
        ...(isFew ? [labelText(context.language, 'few')] : []),
      ];
      return done({ exitCode: 0, json: compared.value, human });
    }),
};
