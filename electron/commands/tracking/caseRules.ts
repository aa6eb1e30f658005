import { carrierName } from '../../../shared/domain/carriers/carrierTable.ts';
import {
  type CaseLimitException,
  type CaseRule,
  caseRuleLimits,
  isSameLimitException,
  limitedCaseKinds,
} from '../../../shared/domain/cases/caseRules.ts';
import { caseKindFacts, caseKinds } from '../../../shared/domain/cases/trackingCase.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import { wordFor } from '../../../shared/text/words.ts';
import { readCaseRules, saveCaseRules } from '../../usecases/tracking/caseRules.ts';
import { carrier } from '../main/carrier.ts';
import { inColumns } from '../main/columns.ts';
import { type Command, command, report, unwrap } from '../main/command.ts';
import { phrases } from '../main/phrases.ts';
import { filledText, flag, oneOf, usual, whole } from '../main/word.ts';

const say = phrases({
  on: ['启用', 'on'],
  off: ['停用', 'off'],
  hours: ['{limit} 小时', '{limit} h'],
  grams: ['超过 {limit} 克', 'over {limit} g'],
  fen: ['超过 {limit} 分', 'over {limit} fen'],
  byLane: ['有历史时按线路', 'by route where there is history'],
  answer: ['{hours} 小时内处理', 'to be dealt with within {hours} h'],
  own: ['{kind}  {carrier} → {province}  {limit}', '{kind}  {carrier} → {province}  {limit}'],
  anyCarrier: ['所有快递', 'every carrier'],
  anyProvince: ['所有省份', 'every province'],
});

function ruleCells(
  { kind, isOn, limit, rest, isByLane, answerHours }: CaseRule,
  language: Language,
): readonly string[] {
  const unit = caseKindFacts[kind].limit?.unit;
  return [
    wordFor(language, 'caseKind', kind),
    say(language, isOn ? 'on' : 'off'),
    limit === null || unit === undefined ? '' : say(language, unit, { limit }),
    wordFor(language, 'caseRest', rest),
    isByLane ? say(language, 'byLane') : '',
    say(language, 'answer', { hours: answerHours }),
    `[${kind}]`,
  ];
}

function limitLine({ kind, carrier, province, limit }: CaseLimitException, language: Language): string {
  const unit = caseKindFacts[kind].limit?.unit ?? 'hours';
  return say(language, 'own', {
    kind: wordFor(language, 'caseKind', kind),
    carrier: carrier === '' ? say(language, 'anyCarrier') : carrierName(carrier, language),
    province: province === '' ? say(language, 'anyProvince') : province,
    limit: say(language, unit, { limit }),
  });
}

export const caseRuleCommands: readonly Command[] = [
  command({
    name: 'cases rules',
    zh: '显示异常规则：何时算异常，多久内处理',
    en: 'show the exception rules: what is an exception when, and to be dealt with how soon',
    access: 'seeWork',
    async run({ workspace, language }) {
      const set = await readCaseRules(workspace.store.read);
      return report(set, [
        ...inColumns(set.rules.map((rule) => ruleCells(rule, language))),
        ...set.exceptions.map((limit) => limitLine(limit, language)),
      ]);
    },
  }),
  command({
    name: 'cases rule',
    zh: '更改一条异常规则，其余不变',
    en: 'change one exception rule, the others stay',
    access: 'changeRules',
    begins: true,
    operands: [oneOf(caseKinds, 'KIND')],
    options: { limit: whole(0), answer: whole(1, caseRuleLimits.answerHours.most), on: flag, off: flag },
    perhaps: [['--on'], ['--off']],
    async run({ workspace, language, operands: [kind], options: { limit, answer, on, off } }) {
      const set = await readCaseRules(workspace.store.read);
      const rules = set.rules.map((rule) =>
        rule.kind !== kind
          ? rule
          : {
              ...rule,
              isOn: on || (rule.isOn && !off),
              limit: limit ?? rule.limit,
              answerHours: answer ?? rule.answerHours,
            },
      );
      const saved = unwrap(await saveCaseRules(workspace, { ...set, rules }));
      const changed = saved.rules.filter((rule) => rule.kind === kind);
      return report({ rules: changed }, inColumns(changed.map((rule) => ruleCells(rule, language))));
    },
  }),
  command({
    name: 'cases limit',
    zh: '给一家快递、一个省份，或一家快递到一个省份设单独的限时；--off 取消',
    en: 'set a limit of its own for a carrier, a province, or a carrier to a province, or take it back with --off',
    access: 'changeRules',
    begins: true,
    operands: [oneOf(limitedCaseKinds, 'KIND')],
    options: {
      carrier: usual(carrier, ''),
      province: usual(filledText('PROVINCE', 30), ''),
      limit: whole(0),
      off: flag,
    },
    either: [['--limit'], ['--off']],
    async run({ workspace, language, operands: [kind], options: { carrier: code, province, limit } }) {
      const set = await readCaseRules(workspace.store.read);
      const place = { kind, carrier: code, province };
      const others = set.exceptions.filter((one) => !isSameLimitException(one, place));
      const exceptions = limit === undefined ? others : [...others, { ...place, limit }];
      const saved = unwrap(await saveCaseRules(workspace, { ...set, exceptions }));
      return report(
        { exceptions: saved.exceptions },
        saved.exceptions.map((one) => limitLine(one, language)),
      );
    },
  }),
];
