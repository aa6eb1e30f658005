import { statusVerdicts } from '../../../shared/domain/order.ts';
import { addSpelling, answerStatusWord, removeSpelling } from '../../usecases/intake/dictionary.ts';
import { exportFieldList } from '../../usecases/intake/fieldList.ts';
import { type Command, command, report, unwrap } from '../main/command.ts';
import { flag, oneOf, path, text } from '../main/word.ts';

export const dictionaryCommands: readonly Command[] = [
  command({
    name: 'dictionary export',
    zh: '导出表头对照表：表格列名、我们的字段、各平台的字段',
    en: 'write the list of column names: file column, our field, each platform’s field',
    access: 'importOrders',
    options: { out: path('FILE.xlsx') },
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
];
