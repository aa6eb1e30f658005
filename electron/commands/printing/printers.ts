import type { PrintRoute } from '../../../shared/contracts/printing.ts';
import { readCarrierCode } from '../../../shared/domain/carriers/carrierTable.ts';
import { labelSizes } from '../../../shared/domain/labelDocument.ts';
import { done, failure } from '../../../shared/errors/outcome.ts';
import { plainPrinterName } from '../../../shared/rules/plainPrinterName.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import { probePrinter } from '../../usecases/printing/printerState.ts';
import { readPrinters } from '../../usecases/printing/printers.ts';
import {
  readPrintRoutes,
  readPrintRules,
  savePrintRoutes,
  savePrintRules,
} from '../../usecases/printing/printRules.ts';
import { printSetupSheet } from '../../usecases/printing/setupSheet.ts';
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

function routeLines(routes: readonly PrintRoute[], language: Language): string[] {
  if (routes.length === 0) return [commandText(language, 'none')];
  return routes.map(({ carrier, shop, size, printerUri }, at) =>
    commandText(language, 'routeLine', {
      no: at + 1,
      carrier: carrier || '*',
      shop: shop || '*',
      size: size || '*',
      uri: printerUri,
    }),
  );
}

export const printerRouteCommand: Command = {
  name: 'printer route',
  usage: '[URI [--carrier CODE] [--shop NAME] [--size 76x130|100x150|100x180|60x40] | --remove N]',
  does: {
    'zh-CN': '列出、添加或删除选打印机的规则；第一条符合且装着对应纸的打印机被选中',
    en: 'list, add or remove the rules that choose a printer; the first that fits and holds the paper wins',
  },
  options: {
    carrier: { type: 'string' },
    shop: { type: 'string' },
    size: { type: 'string' },
    remove: { type: 'string' },
  },
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const usage = failure('USAGE', { detail: `printer route ${printerRouteCommand.usage}` });
      const [printerUri] = context.operands;
      const routes = await readPrintRoutes(workspace);
      const remove = context.text('remove');
      let wanted: PrintRoute[] = routes;
      if (remove !== undefined) {
        const no = Number(remove);
        if (printerUri !== undefined || !Number.isInteger(no) || no < 1 || no > routes.length) return usage;
        wanted = routes.filter((_, at) => at !== no - 1);
      } else if (printerUri !== undefined) {
        const size = context.text('size') ?? '';
        if (size !== '' && !labelSizes.some((known) => known === size)) return usage;
        const carrier = context.text('carrier') ?? '';
        const code = carrier === '' ? '' : readCarrierCode(carrier);
        if (code === null) return failure('NO_SHIP_CARRIER_UNKNOWN', { carrier: carrier.slice(0, 20) });
        wanted = [
          ...routes,
          { carrier: code, shop: (context.text('shop') ?? '').slice(0, 100), size, printerUri },
        ];
      } else if (['carrier', 'shop', 'size'].some((name) => context.text(name) !== undefined)) return usage;
      const saved = wanted === routes ? done(routes) : await savePrintRoutes(workspace, wanted);
      if (!saved.ok) return saved;
      return done({
        exitCode: 0,
        json: { routes: saved.value },
        human: routeLines(saved.value, context.language),
      });
    }),
};

export const printerPaperCommand: Command = {
  name: 'printer paper',
  usage: '[CARRIER 76x130|100x150|100x180|60x40|any]',
  does: {
    'zh-CN': '列出或设定各快递公司面单用的纸；纸不对的打印机不打',
    en: 'list or set the paper of single carriers; a printer with other paper refuses their labels',
  },
  options: {},
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const usage = failure('USAGE', { detail: `printer paper ${printerPaperCommand.usage}` });
      const [name, wish, ...rest] = context.operands;
      let { carrierSizes } = await readPrintRules(workspace);
      if (name !== undefined) {
        const size = labelSizes.find((known) => known === wish);
        if (rest.length > 0 || (size === undefined && wish !== 'any')) return usage;
        const carrier = readCarrierCode(name);
        if (carrier === null) return failure('NO_SHIP_CARRIER_UNKNOWN', { carrier: name.slice(0, 20) });
        const others = carrierSizes.filter((known) => known.carrier !== carrier);
        const wanted = size === undefined ? others : [...others, { carrier, size }];
        ({ carrierSizes } = await savePrintRules(workspace, { carrierSizes: wanted }));
      }
      return done({
        exitCode: 0,
        json: { carrierSizes },
        human:
          carrierSizes.length === 0
            ? [commandText(context.language, 'none')]
            : carrierSizes.map(({ carrier, size }) => `${carrier}  ${size}`),
      });
    }),
};
