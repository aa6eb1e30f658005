import type {
  LabelArmFigures,
  LabelTrialComparison,
  LabelTrialView,
} from '../../../shared/contracts/labels.ts';
import { templateSizes } from '../../../shared/domain/printing/labelTemplate.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { dayMs } from '../../../shared/rules/shopTime.ts';
import { keysOf } from '../../../shared/rules/typedRecord.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import { wordFor } from '../../../shared/text/words.ts';
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
import { type Command, type CommandResult, command, report } from '../main/command.ts';
import { localTime, phrases } from '../main/phrases.ts';
import { found, oneOf, required, usual, whole } from '../main/word.ts';
import { say as sayTemplate, template } from './templates.ts';

const say = phrases({
  way: ['{name} 第 {version} 版', '{name} version {version}'],
  trial: [
    '{size}  {state}  {percent}%  {old} → {new}  {from} – {to}',
    '{size}  {state}  {percent}%  {old} → {new}  {from} – {to}',
  ],
  kept: [
    '{size}  已结束，保留 {kept}  {old} → {new}  {from} – {to}',
    '{size}  ended, kept the {kept}  {old} → {new}  {from} – {to}',
  ],
  none: ['没有试用过模板。', 'No template was ever tried.'],
  arm: [
    '{arm}：{labels} 张，打出 {printed}，失败 {failed}，待确认 {unsure}，补打 {reprinted}，打印 p50 {p50} ms / p95 {p95} ms，到扫描 {scan} s（{scanned} 张）',
    '{arm}: {labels} {labels|label|labels}, {printed} printed, {failed} failed, {unsure} unconfirmed, {reprinted} reprinted, printing p50 {p50} ms / p95 {p95} ms, to the scan {scan} s ({scanned} {scanned|label|labels})',
  ],
  old: ['原来的', 'old one'],
  new: ['试用的', 'new one'],
  few: ['样本太少，还看不出差别。', 'The sample is too small to tell a difference yet.'],
  verdict: ['试用的 {figure}：{word}', '{figure} of the new one: {word}'],
});

type Words = Readonly<Record<Language, string>>;

type Verdicts = LabelTrialComparison['verdicts'];

const figures: Readonly<Record<keyof Verdicts, Words>> = {
  failed: { 'zh-CN': '失败', en: 'failures' },
  unsure: { 'zh-CN': '待确认', en: 'unconfirmed prints' },
  reprinted: { 'zh-CN': '补打', en: 'reprints' },
  time: { 'zh-CN': '打印用时', en: 'printing time' },
  scanTime: { 'zh-CN': '到扫描的时间', en: 'time to the scan' },
};

const verdictWords: Readonly<Record<'better' | 'worse', Words>> = {
  better: { 'zh-CN': '明显更好', en: 'clearly better' },
  worse: { 'zh-CN': '明显更差', en: 'clearly worse' },
};

/** What can be told apart, one line each; alike and too few to tell are left out. */
function verdictLines(verdicts: Verdicts, language: Language): string[] {
  return keysOf(figures).flatMap((key) => {
    const verdict = verdicts[key];
    if (verdict !== 'better' && verdict !== 'worse') return [];
    const [figure, word] = [figures[key][language], verdictWords[verdict][language]];
    return [say(language, 'verdict', { figure, word })];
  });
}

/** A trial in one line. */
function trialLine({ kept, ...trial }: LabelTrialView, language: Language): string {
  const way = ({ templateId, name, version }: LabelTrialView['old']): string =>
    templateId === '' ? sayTemplate(language, 'standard') : say(language, 'way', { name, version });
  return say(language, kept === '' ? 'trial' : 'kept', {
    size: trial.size,
    state: wordFor(language, 'trialState', trial.state),
    percent: trial.percent,
    kept: kept === '' ? '' : say(language, kept),
    old: way(trial.old),
    new: way(trial.new),
    from: localTime(trial.startsAt),
    to: localTime(trial.endedAt ?? trial.endsAt),
  });
}

const sizes = templateSizes.join('|');

async function trialOf({ store }: Workspace, wanted: string): Promise<Outcome<StoredLabelTrial>> {
  const size = templateSizes.find((known) => known === wanted);
  const row = size === undefined ? undefined : await store.read.labelTrials.openOf(size);
  return row === undefined ? failure('LABEL_TRIAL_NOT_FOUND') : done(row);
}

/** The trial that goes on with this paper. */
const openTrial = found(sizes, trialOf);

async function shown(
  workspace: Workspace,
  language: Language,
  changed: Outcome<StoredLabelTrial>,
): Promise<Outcome<CommandResult>> {
  if (!changed.ok) return changed;
  const trial = await viewLabelTrial(workspace, changed.value);
  return report(trial, [trialLine(trial, language)]);
}

function armLine(
  arm: 'old' | 'new',
  { p50Ms, p95Ms, scanP50Ms, ...counts }: LabelArmFigures,
  language: Language,
) {
  return say(language, 'arm', {
    ...counts,
    arm: say(language, arm),
    p50: p50Ms ?? '–',
    p95: p95Ms ?? '–',
    scan: scanP50Ms === null ? '–' : Math.round(scanP50Ms / 1_000),
  });
}

export const trialCommands: readonly Command[] = [
  command({
    name: 'label trial list',
    zh: '列出面单模板的试用',
    en: 'list the trials of label templates',
    access: 'seeWork',
    async run({ workspace, language }) {
      const trials = await listLabelTrials(workspace);
      const human = trials.map((trial) => trialLine(trial, language));
      return report({ trials }, human.length === 0 ? [say(language, 'none')] : human);
    },
  }),
  command({
    name: 'label trial start',
    zh: '让一部分面单试用一个模板的最新版，默认 7 天',
    en: 'print a share of the labels with the newest version of a template, for 7 days unless said otherwise',
    access: 'changeRules',
    operands: [template],
    options: { percent: required(whole(0, 100, '0-100')), days: usual(whole(1, 365, '1-365'), 7) },
    async run({ workspace, language, operands: [{ id: templateId }], options: { percent, days } }) {
      const endsAt = workspace.clock.now() + days * dayMs;
      return shown(workspace, language, await startLabelTrial(workspace, { templateId, percent, endsAt }));
    },
  }),
  command({
    name: 'label trial share',
    zh: '设定有多少面单用试用的模板；0 或 100 立刻全部走一边',
    en: 'set how many labels show the template on trial; 0 or 100 puts all on one way at once',
    access: 'changeRules',
    operands: [openTrial, whole(0, 100, 'PERCENT')],
    async run({ workspace, language, operands: [{ id: trialId, version }, percent] }) {
      return shown(workspace, language, await setLabelTrialShare(workspace, { trialId, percent, version }));
    },
  }),
  command({
    name: 'label trial end',
    zh: '结束试用并选定保留哪一个',
    en: 'end a trial and say which way stays',
    access: 'changeRules',
    operands: [openTrial, oneOf(['old', 'new'])],
    async run({ workspace, language, operands: [{ id: trialId, version }, keep] }) {
      return shown(workspace, language, await endLabelTrial(workspace, { trialId, keep, version }));
    },
  }),
  command({
    name: 'label trial compare',
    zh: '比较试用的模板和原来的：失败、补打、用时',
    en: 'compare the template on trial with the old one: failures, reprints, times',
    access: 'seeWork',
    operands: [
      found(`${sizes}|TRIAL`, async (workspace, wanted) => {
        const open = await trialOf(workspace, wanted);
        return compareLabelTrial(workspace, open.ok ? open.value.id : wanted);
      }),
    ],
    async run({ language, operands: [compared] }) {
      const { old, new: fresh, verdicts } = compared;
      const human = [
        armLine('old', old, language),
        armLine('new', fresh, language),
        ...verdictLines(verdicts, language),
        ...(verdicts.failed === 'few' ? [say(language, 'few')] : []),
      ];
      return report(compared, human);
    },
  }),
];
