import { done, failure } from '../../shared/errors/outcome.ts';
import { printSlip } from '../usecases/printSlip.ts';
import type { Command } from './kit/command.ts';
import { commandText } from './kit/commandText.ts';
import { withWorkspace } from './kit/withWorkspace.ts';

export const slipCommand: Command = {
  name: 'slip',
  usage: '--order NO… --printer URI',
  does: {
    'zh-CN': '在小票打印机（ESC/POS）上打印装箱单',
    en: 'print packing slips on a receipt printer (ESC/POS)',
  },
  options: { order: { type: 'string', multiple: true }, printer: { type: 'string' } },
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const orderNos = [...context.texts('order'), ...context.operands];
      const printerUri = context.text('printer');
      if (printerUri === undefined || orderNos.length === 0)
        return failure('USAGE', { detail: `slip ${slipCommand.usage}` });
      let printed = 0;
      const refused: { readonly orderNo: string; readonly code: string }[] = [];
      for (const orderNo of orderNos) {
        const outcome = await printSlip(workspace, orderNo, printerUri);
        if (outcome.ok) printed++;
        else refused.push({ orderNo, code: outcome.code });
      }
      return done({
        exitCode: refused.length > 0 ? 3 : 0,
        json: { printed, refused },
        human: [commandText(context.language, 'slipLine', { printed, refused: refused.length })],
      });
    }),
};
