import { resolve } from 'node:path';
import { done, failure } from '../../../shared/errors/outcome.ts';
import { describeError } from '../../../shared/text/describeError.ts';
import { writeBack } from '../../usecases/writeback/writeBack.ts';
import type { Command } from '../main/command.ts';
import { commandText } from '../main/commandText.ts';
import { withWorkspace } from '../main/withWorkspace.ts';

/** Skipped orders that a person reads about one by one. */
const shownSkipped = 12;

export const writebackCommand: Command = {
  name: 'writeback',
  usage: '[--template FILE | --platform NAME] [--import ID] [--order NO]… [--again] [--out DIR]',
  does: {
    'zh-CN': '把单号写成平台批量发货文件，或填进下载的模板',
    en: "write numbers as the platform's batch-ship file, or into the template you downloaded",
  },
  options: {
    template: { type: 'string' },
    platform: { type: 'string' },
    import: { type: 'string' },
    order: { type: 'string', multiple: true },
    again: { type: 'boolean' },
    out: { type: 'string' },
  },
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const numbers = context.texts('order');
      const orderIds: string[] = [];
      for (const orderNo of numbers) {
        const order = await workspace.store.read.orders.byOrderNo(orderNo);
        if (order === undefined) return failure('ORDER_NOT_FOUND', { orderNo });
        orderIds.push(order.id);
      }
      const templatePath = context.text('template');
      const out = context.text('out');
      const written = await writeBack(workspace, {
        template: context.text('platform'),
        templatePath: templatePath === undefined ? undefined : resolve(templatePath),
        importId: context.text('import'),
        orderIds: numbers.length === 0 ? undefined : orderIds,
        again: context.flag('again'),
        outFolder: out === undefined ? undefined : resolve(out),
      });
      if (!written.ok) return written;
      const skipped = written.value.skipped.map(({ orderNo, code }) => {
        const { says, next } = describeError(code, { orderNo }, context.language);
        return { orderNo, code, message: says, suggestion: next };
      });
      const human = [
        ...written.value.files.map(({ path, rowCount }) =>
          commandText(context.language, 'writtenBack', { file: path, count: rowCount }),
        ),
        ...skipped.slice(0, shownSkipped).map(({ message, suggestion }) => `  ${message} ${suggestion}`),
      ];
      return done({ exitCode: 0, json: { ...written.value, skipped }, human });
    }),
};
