import { done, failure } from '../../../shared/errors/outcome.ts';
import { plainPrinterName } from '../../../shared/rules/plainPrinterName.ts';
import { printSetupSheet } from '../../usecases/printing/printerSetup.ts';
import { readPrinters } from '../../usecases/printing/printers.ts';
import { probePrinter } from '../../usecases/printing/printerViews.ts';
import type { Command } from '../main/command.ts';
import { commandText } from '../main/commandText.ts';
import { stateText } from '../main/stateText.ts';
import { withWorkspace } from '../main/withWorkspace.ts';

export const printerListCommand: Command = {
  name: 'printer list',
  usage: '',
  does: { 'zh-CN': '列出打印机和它们现在的状态', en: 'list printers and their present state' },
  options: {},
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const states = new Map();
      for (const { uri } of await workspace.store.read.printers.all()) {
        states.set(uri, await probePrinter(workspace, uri));
      }
      const printers = await readPrinters(workspace, states);
      const lines = printers.map(({ uri, name, state }) =>
        commandText(context.language, 'printerLine', {
          uri,
          name,
          state: stateText('printer', state, context.language),
        }),
      );
      return done({
        exitCode: 0,
        json: { printers },
        human: lines.length === 0 ? [commandText(context.language, 'none')] : lines,
      });
    }),
};

const sheets = ['test', 'ruler', 'media'] as const;

export const printerTestCommand: Command = {
  name: 'printer test',
  usage: 'URI [--sheet test|ruler|media]',
  does: { 'zh-CN': '打印一张测试面单', en: 'print one test label' },
  options: { sheet: { type: 'string' } },
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const [uri] = context.operands;
      const sheet = sheets.find((kind) => kind === (context.text('sheet') ?? 'test'));
      if (uri === undefined || sheet === undefined)
        return failure('USAGE', { detail: `printer test ${printerTestCommand.usage}` });
      const printed = await printSetupSheet(workspace, { uri, sheet, profile: {} });
      if (!printed.ok) return printed;
      return done({
        exitCode: 0,
        json: { printers: [{ uri, name: plainPrinterName(uri), state: 'ready' }] },
        human: [commandText(context.language, 'printerOk', { uri })],
      });
    }),
};
