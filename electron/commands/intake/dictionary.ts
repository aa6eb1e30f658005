import { repeatAnswers, statusVerdicts } from '../../../shared/domain/order.ts';
import { answerRepeats, forgetRepeats, readRepeats } from '../../usecases/intake/answerRepeats.ts';
import { addSpelling, answerStatusWord, removeSpelling } from '../../usecases/intake/dictionary.ts';
import { exportFieldList } from '../../usecases/intake/fieldList.ts';
import { type Command, command, report, unwrap } from '../main/command.ts';
import { isoTime, phrases } from '../main/phrases.ts';
import { flag, oneOf, optional, path, text, writtenFile } from '../main/word.ts';

const say = phrases({
  repeatAsked: [
    '{layout}: {orders} 单在等，例如 {orderNo} 的第 {rows} 行',
    '{layout}: {orders} {orders|order waits|orders wait}, as {orderNo} with rows {rows}',
  ],
  once: ['{layout}：相同的行算一份', '{layout}: identical rows count once'],
  each: ['{layout}：相同的行各算一份', '{layout}: identical rows count each'],
  forget: ['{layout}：不再记住回答', '{layout}: the answer is forgotten'],
  repeatSettled: [
    '{answer}（{settledOrders} 单）',
    '{answer} ({settledOrders} {settledOrders|order|orders})',
  ],
});

export const dictionaryCommands: readonly Command[] = [
  command({
    name: 'dictionary export',
    zh: '导出表头对照表：表格列名、我们的字段、各平台的字段',
    en: 'write the list of column names: file column, our field, each platform’s field',
    access: 'importOrders',
    options: { out: writtenFile(path('FILE.xlsx|FILE.csv')) },
    async run({ workspace, language, options: { out = null } }) {
      const { path: file, rowCount } = unwrap(await exportFieldList(workspace, { language, path: out }));
      return report({ file, rows: rowCount }, [file]);
    },
  }),
  command({
    name: 'dictionary add',
    zh: '教一个列名属于哪个字段',
    en: 'teach which field a column name means',
    access: 'importOrders',
    begins: true,
    operands: [text('COLUMN'), text('FIELD')],
    options: { confirm: flag },
    async run({ workspace, operands: [spelling, field], options: { confirm: isConfirmed } }) {
      unwrap(await addSpelling(workspace, { spelling, field, isConfirmed }));
      return report({ spelling, field }, [`${spelling} → ${field}`]);
    },
  }),
  command({
    name: 'dictionary remove',
    zh: '去掉自己添加的列名',
    en: 'take out a column name that was added here',
    access: 'importOrders',
    operands: [text('COLUMN')],
    async run({ workspace, operands: [spelling] }) {
      unwrap(await removeSpelling(workspace, spelling));
      return report({ spelling }, [spelling]);
    },
  }),
  command({
    name: 'dictionary status',
    zh: '说明一个平台的订单状态是什么意思，等它的订单马上按此处理',
    en: 'say what a status word of a platform means; orders that wait for it follow',
    access: 'importOrders',
    operands: [text('PROFILE'), text('WORD'), oneOf(statusVerdicts)],
    async run({ workspace, operands: [profile, word, verdict] }) {
      const { settledOrders } = unwrap(await answerStatusWord(workspace, { profile, word, verdict }));
      return report({ profile, word, verdict, settledOrders }, [
        `${profile} ${word} → ${verdict} (${settledOrders})`,
      ]);
    },
  }),
  command({
    name: 'dictionary repeats',
    zh: '一单里完全相同的行：算一份（once）还是各算一份（each）；不写 LAYOUT 时回答所有在等的表头',
    en: 'identical rows of one order: count them once, or each; without LAYOUT all layouts that are waited for',
    access: 'importOrders',
    operands: [optional(oneOf([...repeatAnswers, 'forget'])), optional(text('LAYOUT'))],
    async run({ workspace, language, operands: [answer, named] }) {
      const { questions, answers } = await readRepeats(workspace);
      if (answer === undefined) {
        const told = answers.map(({ createdAt, ...one }) => ({ ...one, at: isoTime(createdAt) }));
        const human = [
          ...questions.map((one) => say(language, 'repeatAsked', { ...one })),
          ...answers.map((one) => say(language, one.answer, { ...one })),
        ];
        return report({ questions, answers: told }, human, questions.length > 0);
      }
      const known = answer === 'forget' ? answers : questions;
      const layouts = named === undefined ? known.map(({ layout }) => layout) : [named];
      const settled: { layout: string; answer: string; settledOrders: number }[] = [];
      for (const layout of layouts) {
        if (answer === 'forget') unwrap(await forgetRepeats(workspace, { layout }));
        const settledOrders =
          answer === 'forget' ? 0 : unwrap(await answerRepeats(workspace, { layout, answer })).settledOrders;
        settled.push({ layout, answer, settledOrders });
      }
      return report(
        { layouts: settled },
        settled.map((one) =>
          say(language, 'repeatSettled', { ...one, answer: say(language, answer, { ...one }) }),
        ),
      );
    },
  }),
];
