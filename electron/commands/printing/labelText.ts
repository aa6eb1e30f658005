import type { LabelTrialComparison, LabelTrialView } from '../../../shared/contracts/labels.ts';
import type { LabelTrialState } from '../../../shared/domain/labelTemplate.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import { localTime } from '../main/commandText.ts';

const zh = {
  noTemplates: '还没有模板：都用标准版式。',
  template: '{name}  {size}  第 {version} 版{isDefault}',
  isDefault: '（默认）',
  saved: '已保存 {name} 第 {version} 版。',
  setDefault: '{size} 的默认：{name}',
  standard: '标准版式',
  way: '{name} 第 {version} 版',
  trial: '{size}  {state}  {percent}%  {old} → {new}  {from} – {to}',
  kept: '{size}  已结束，保留 {kept}  {old} → {new}  {from} – {to}',
  noTrials: '没有试用过模板。',
  arm: '{arm}：{labels} 张，打出 {printed}，失败 {failed}，不明 {unsure}，补打 {reprinted}，打印 p50 {p50} ms / p95 {p95} ms，到扫描 {scan} s（{scanned} 张）',
  old: '原来的',
  new: '试用的',
  few: '样本太少，还看不出差别。',
  verdict: '试用的 {figure}：{word}',
} as const;

type LabelKey = keyof typeof zh;

const en: Readonly<Record<LabelKey, string>> = {
  noTemplates: 'There is no template yet: the standard layout is printed.',
  template: '{name}  {size}  version {version}{isDefault}',
  isDefault: ' (default)',
  saved: '{name} is saved as version {version}.',
  setDefault: 'default of {size}: {name}',
  standard: 'standard layout',
  way: '{name} version {version}',
  trial: '{size}  {state}  {percent} %  {old} → {new}  {from} – {to}',
  kept: '{size}  ended, kept the {kept}  {old} → {new}  {from} – {to}',
  noTrials: 'No template was ever tried.',
  arm: '{arm}: {labels} labels, {printed} printed, {failed} failed, {unsure} unsure, {reprinted} reprinted, printing p50 {p50} ms / p95 {p95} ms, to the scan {scan} s ({scanned} labels)',
  old: 'old one',
  new: 'new one',
  few: 'The sample is too small to tell a difference yet.',
  verdict: '{figure} of the new one: {word}',
};

const states: Readonly<Record<LabelTrialState, Readonly<Record<Language, string>>>> = {
  planned: { 'zh-CN': '未开始', en: 'planned' },
  running: { 'zh-CN': '试用中', en: 'running' },
  over: { 'zh-CN': '已到期，都用原来的', en: 'over, all the old way' },
  'all-old': { 'zh-CN': '全部用原来的', en: 'all the old way' },
  'all-new': { 'zh-CN': '全部用试用的', en: 'all the new way' },
  ended: { 'zh-CN': '已结束', en: 'ended' },
};

type Words = Readonly<Record<Language, string>>;
type Verdicts = LabelTrialComparison['verdicts'];

const figures: Readonly<Record<keyof Verdicts, Words>> = {
  failed: { 'zh-CN': '失败', en: 'failures' },
  unsure: { 'zh-CN': '不明', en: 'unsure prints' },
  reprinted: { 'zh-CN': '补打', en: 'reprints' },
  time: { 'zh-CN': '打印用时', en: 'printing time' },
  scanTime: { 'zh-CN': '到扫描的时间', en: 'time to the scan' },
};

const verdictWords: Readonly<Record<'better' | 'worse', Words>> = {
  better: { 'zh-CN': '明显更好', en: 'clearly better' },
  worse: { 'zh-CN': '明显更差', en: 'clearly worse' },
};

/** What can be told apart, one line each; alike and too few to tell are left out. */
export function verdictLines(verdicts: Verdicts, language: Language): string[] {
  return (Object.keys(figures) as (keyof Verdicts)[]).flatMap((key) => {
    const verdict = verdicts[key];
    if (verdict !== 'better' && verdict !== 'worse') return [];
    const [figure, word] = [figures[key][language], verdictWords[verdict][language]];
    return [labelText(language, 'verdict', { figure, word })];
  });
}

/** Words of the commands about label templates and their trials. */
export function labelText(
  language: Language,
  key: LabelKey,
  params: Readonly<Record<string, string | number>> = {},
): string {
  const template: string = language === 'en' ? en[key] : zh[key];
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

/** A trial in one line. */
export function trialLine(trial: LabelTrialView, language: Language): string {
  const way = ({ templateId, name, version }: LabelTrialView['old']): string =>
    templateId === '' ? labelText(language, 'standard') : labelText(language, 'way', { name, version });
  return labelText(language, trial.kept === '' ? 'trial' : 'kept', {
    size: trial.size,
    state: states[trial.state][language],
    percent: trial.percent,
    kept: trial.kept === '' ? '' : labelText(language, trial.kept),
    old: way(trial.old),
    new: way(trial.new),
    from: localTime(trial.startsAt),
    to: localTime(trial.endedAt ?? trial.endsAt),
  });
}
