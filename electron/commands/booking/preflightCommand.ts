import { done } from '../../../shared/errors/outcome.ts';
import { runPreflight } from '../../usecases/booking/preflight/runPreflight.ts';
import { selectedOrders } from '../../usecases/orders/select.ts';
import { readSettings } from '../../usecases/workspace/settings.ts';
import { chooseAccountOrRules } from '../accounts/chooseAccount.ts';
import type { Command } from '../main/command.ts';
import { withWorkspace } from '../main/withWorkspace.ts';
import { preflightLines } from './preflightLines.ts';

export const preflightCommand: Command = {
  name: 'preflight',
  usage: '[--account NAME] [--carrier CODE] [--printer URI] [--offline]',
  does: {
    'zh-CN': '批量取号前检查：账号、余量、打印机、纸张、送达、字段、重复、时间；不取号',
    en: 'look at everything a batch depends on before it is booked; books nothing',
  },
  options: {
    account: { type: 'string' },
    carrier: { type: 'string' },
    printer: { type: 'string' },
    offline: { type: 'boolean' },
  },
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const account = await chooseAccountOrRules(workspace, context.text('account'), false);
      if (!account.ok) return account;
      const { defaultPrinterUri } = await readSettings(workspace);
      const report = await runPreflight(workspace, {
        orderIds: await selectedOrders(workspace, { allReady: true }),
        accountId: account.value?.id ?? null,
        carrier: (context.text('carrier') ?? '').toUpperCase(),
        printerUri: context.text('printer') ?? defaultPrinterUri,
        mayAsk: !context.flag('offline'),
      });
      if (!report.ok) return report;
      return done({
        exitCode: report.value.verdict === 'go' ? 0 : 3,
        json: report.value,
        human: preflightLines(report.value, context.language),
      });
    }),
};
