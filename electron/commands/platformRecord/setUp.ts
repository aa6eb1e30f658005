import { type SetUpItem, setUpItems } from '../../../shared/domain/platformRecord/setUp.ts';
import { shopMinute } from '../../../shared/rules/shopTime.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import { wordFor } from '../../../shared/text/words.ts';
import { readSetUp, type SetUp, tickSetUp } from '../../usecases/platformRecord/setUp.ts';
import { type Command, command, report, unwrap } from '../main/command.ts';
import { phrases } from '../main/phrases.ts';
import { flag, oneOf } from '../main/word.ts';

const say = phrases({
  phase: ['现在的阶段：{phase}', 'Phase now: {phase}'],
  finished: ['全部完成。', 'Everything is done.'],
  label: ['从建立工作区到第一张面单：{from} → {to}', 'From the workspace to its first label: {from} → {to}'],
});

function told(setUp: SetUp, language: Language) {
  const { lines, phase, madeAt, firstLabelAt } = setUp;
  const human = lines.map(
    (line) =>
      `[${wordFor(language, 'setUpState', line.state)}] ${wordFor(language, 'setUpPhase', line.phase)}  ${wordFor(language, 'setUpItem', line.item)}  (${line.item})`,
  );
  return report(
    setUp,
    [
      ...human,
      phase === null
        ? say(language, 'finished')
        : say(language, 'phase', { phase: wordFor(language, 'setUpPhase', phase) }),
      ...(madeAt === null || firstLabelAt === null
        ? []
        : [say(language, 'label', { from: shopMinute(madeAt), to: shopMinute(firstLabelAt) })]),
    ],
    phase !== null,
  );
}

export const setUpCommands: readonly Command[] = [
  command({
    name: 'setup show',
    zh: '上线步骤：需求、选型、搭建、测试、运营各阶段还差什么',
    en: 'the way to everyday work: what each phase still lacks',
    access: 'seeWork',
    async run({ workspace, language }) {
      return told(await readSetUp(workspace), language);
    },
  }),
  command({
    name: 'setup tick',
    zh: '勾选只有人才知道做没做的步骤（--undo 取消）',
    en: 'tick an item that only a person can know to be done (--undo takes it back)',
    access: 'changeSettings',
    operands: [oneOf<SetUpItem>(setUpItems, 'ITEM')],
    options: { undo: flag },
    async run({ workspace, language, operands: [item], options: { undo } }) {
      return told(unwrap(await tickSetUp(workspace, { item, isDone: !undo })), language);
    },
  }),
];
