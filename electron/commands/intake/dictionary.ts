import { resolve } from 'node:path';
import { statusVerdicts } from '../../../shared/domain/order.ts';
import { done, failure } from '../../../shared/errors/outcome.ts';
import { addSpelling, answerStatusWord, removeSpelling } from '../../usecases/intake/dictionary.ts';
import { exportFieldList } from '../../usecases/intake/fieldList.ts';
import type { Command } from '../main/command.ts';
import { withWorkspace } from '../main/withWorkspace.ts';

export const dictionaryExportCommand: Command = {
  name: 'dictionary export',
  usage: '[--out FILE.xlsx]',
  does: {
    'zh-CN': '导出字段对照表：表格列名、我们的字段、各平台的字段',
    en: 'write the field list: file column, our field, each platform’s field',
  },
  options: { out: { type: 'string' } },
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const out = context.text('out');
      const path = out === undefined ? null : resolve(out);
      const written = await exportFieldList(workspace, { language: context.language, path });
      if (!written.ok) return written;
      const { path: file, rowCount: rows } = written.value;
      return done({ exitCode: 0, json: { file, rows }, human: [file] });
    }),
};

export const dictionaryAddCommand: Command = {
  name: 'dictionary add',
  usage: 'COLUMN FIELD [--confirm]',
  does: { 'zh-CN': '教一个列名属于哪个字段', en: 'teach which field a column name means' },
  options: { confirm: { type: 'boolean' } },
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const [spelling, field] = context.operands;
      if (spelling === undefined || field === undefined)
        return failure('USAGE', { detail: 'dictionary add COLUMN FIELD [--confirm]' });
      const added = await addSpelling(workspace, { spelling, field, isConfirmed: context.flag('confirm') });
      if (!added.ok) return added;
      return done({ exitCode: 0, json: { spelling, field }, human: [`${spelling} → ${field}`] });
    }),
};

export const dictionaryRemoveCommand: Command = {
  name: 'dictionary remove',
  usage: 'COLUMN',
  does: { 'zh-CN': '去掉自己添加的列名', en: 'take out a column name that was added here' },
  options: {},
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const [spelling] = context.operands;
      if (spelling === undefined) return failure('USAGE', { detail: 'dictionary remove COLUMN' });
      const removed = await removeSpelling(workspace, spelling);
      return removed.ok ? done({ exitCode: 0, json: { spelling }, human: [spelling] }) : removed;
    }),
};

export const dictionaryStatusCommand: Command = {
  name: 'dictionary status',
  usage: 'PROFILE WORD ship|shipped|never|ask',
  does: {
    'zh-CN': '说明一个平台的订单状态是什么意思，等它的订单马上按此处理',
    en: 'say what a status word of a platform means; orders that wait for it follow',
  },
  options: {},
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const [profile, word, said] = context.operands;
      const verdict = statusVerdicts.find((one) => one === said);
      if (profile === undefined || word === undefined || verdict === undefined)
        return failure('USAGE', { detail: 'dictionary status PROFILE WORD ship|shipped|never|ask' });
      const answered = await answerStatusWord(workspace, { profile, word, verdict });
      if (!answered.ok) return answered;
      const { settledOrders } = answered.value;
      const json = { profile, word, verdict, settledOrders };
      return done({ exitCode: 0, json, human: [`${profile} ${word} → ${verdict} (${settledOrders})`] });
    }),
};
