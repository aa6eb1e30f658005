import { describeError } from '../../../shared/text/describeError.ts';
import { writeBack } from '../../usecases/writeback/writeBack.ts';
import { type Command, command, report, unwrap } from '../main/command.ts';
import { phrases } from '../main/phrases.ts';
import { flag, many, path, text } from '../main/word.ts';
import { order } from '../orders/order.ts';

const say = phrases({
  written: ['已写出 {count} 个单号：{file}', '{count} {count|waybill|waybills} written: {file}'],
});

/** Skipped orders that a person reads about one by one. */
const shownSkipped = 12;

export const writebackCommands: readonly Command[] = [
  command({
    name: 'writeback',
    zh: '回填单号：写成平台批量发货文件，或填进下载的模板',
    en: "write waybills as the platform's batch-ship file, or into the template you downloaded",
    access: 'exportOrders',
    options: {
      template: path('FILE'),
      platform: text('NAME'),
      import: text('ID'),
      order: many(order),
      again: flag,
      out: path('DIR'),
    },
    async run({ workspace, language, options }) {
      const request = {
        template: options.platform,
        templatePath: options.template,
        importId: options.import,
        orderIds: options.order.length === 0 ? undefined : options.order.map(({ id }) => id),
        again: options.again,
        outFolder: options.out,
      };
      const written = unwrap(await writeBack(workspace, request));
      const skipped = written.skipped.map(({ orderNo, code }) => {
        const { says, next } = describeError(code, { orderNo }, language, 'commandLine');
        return { orderNo, code, message: says, suggestion: next };
      });
      const human = [
        ...written.files.map(({ path: file, rowCount }) =>
          say(language, 'written', { file, count: rowCount }),
        ),
        ...skipped.slice(0, shownSkipped).map(({ message, suggestion }) => `  ${message} ${suggestion}`),
      ];
      return report({ ...written, skipped }, human);
    },
  }),
];
