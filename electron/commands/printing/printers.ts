import type { PrintRoute } from '../../../shared/contracts/printing.ts';
import { labelSizes } from '../../../shared/domain/printing/labelDocument.ts';
import { plainPrinterName } from '../../../shared/domain/printing/printerAddress.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import { wordFor } from '../../../shared/text/words.ts';
import { printerWays } from '../../printers/transports/index.ts';
import { probePrinter, stateIfAnswering } from '../../usecases/printing/printers/printerState.ts';
import { readPrinters } from '../../usecases/printing/printers/printers.ts';
import { printSetupSheet } from '../../usecases/printing/printers/setupSheet.ts';
import {
  readPrintRoutes,
  readPrintRules,
  savePrintRoutes,
  savePrintRules,
} from '../../usecases/printing/printRules.ts';
import { carrier } from '../main/carrier.ts';
import { inColumns } from '../main/columns.ts';
import { type Command, command, report, unwrap } from '../main/command.ts';
import { nothing, phrases } from '../main/phrases.ts';
import { oneOf, optional, text, usual, whole } from '../main/word.ts';

const say = phrases({
  tested: ['测试面单已发送到 {uri}。', 'The test label went to {uri}.'],
  route: [
    '{no}. 快递 {carrier}  店铺 {shop}  纸 {size} → {uri}',
    '{no}. carrier {carrier}  shop {shop}  paper {size} → {uri}',
  ],
});

type ShownPrinter = Awaited<ReturnType<typeof readPrinters>>[number];

export function printerCells(
  { name, uri, state }: Pick<ShownPrinter, 'name' | 'uri' | 'state'>,
  language: Language,
): readonly string[] {
  return [name, uri, wordFor(language, 'printer', state)];
}

function routesShown(routes: readonly PrintRoute[], language: Language) {
  const lines = routes.map((route, at) =>
    say(language, 'route', {
      no: at + 1,
      carrier: route.carrier || '*',
      shop: route.shop || '*',
      size: route.size || '*',
      uri: route.printerUri,
    }),
  );
  return report({ routes }, lines.length === 0 ? [nothing(language)] : lines);
}

export const printerCommands: readonly Command[] = [
  command({
    name: 'printer list',
    zh: '列出打印机和它们现在的状态',
    en: 'list printers and their present state',
    access: 'seeWork',
    begins: true,
    async run({ workspace, language }) {
      const states = new Map();
      for (const { uri } of await workspace.store.read.printers.all())
        states.set(uri, await probePrinter(workspace, uri));
      const printers = await readPrinters(workspace, states);
      const lines = inColumns(printers.map((printer) => printerCells(printer, language)));
      return report({ printers }, lines.length === 0 ? [nothing(language)] : lines);
    },
  }),
  command({
    name: 'printer test',
    zh: '打印一张测试面单',
    en: 'print one test label',
    access: 'packParcels',
    begins: true,
    operands: [text('NAME|URI')],
    options: { sheet: usual(oneOf(['test', 'ruler', 'media']), 'test') },
    async run({ workspace, language, operands: [named], options: { sheet } }) {
      const { uri } = unwrap(await printSetupSheet(workspace, { uri: named, sheet, profile: {} }));
      const state = await stateIfAnswering(workspace, uri);
      const printer = { uri, name: plainPrinterName(uri, printerWays), state };
      return report({ printers: [printer] }, [say(language, 'tested', { uri })]);
    },
  }),
  command({
    name: 'printer route',
    zh: '列出、添加或删除选打印机的规则；第一条符合且装着对应纸的打印机被选中',
    en: 'list, add or remove the rules that choose a printer; the first that fits and holds the paper wins',
    access: 'changePrinters',
    begins: true,
    operands: [optional(text('URI'))],
    options: { carrier, shop: usual(text('NAME'), ''), size: oneOf(labelSizes), remove: whole(1) },
    perhaps: [['URI', '--carrier', '--shop', '--size'], ['--remove']],
    async run({ workspace, language, operands: [printerUri], options, wrongUsage }) {
      const routes = await readPrintRoutes(workspace);
      const { carrier: code = '', shop, size = '', remove } = options;
      if (remove !== undefined && remove > routes.length) return wrongUsage();
      if (remove === undefined && printerUri === undefined) return routesShown(routes, language);
      const kept = routes.filter((_route, at) => at + 1 !== remove);
      const added =
        printerUri === undefined ? [] : [{ carrier: code, shop: shop.slice(0, 100), size, printerUri }];
      const saved = unwrap(await savePrintRoutes(workspace, [...kept, ...added]));
      return routesShown(saved, language);
    },
  }),
  command({
    name: 'printer paper',
    zh: '列出或设定各快递公司面单用的纸；纸不对的打印机不打',
    en: 'list or set the paper of single carriers; a printer with other paper refuses their labels',
    access: 'changePrinters',
    begins: true,
    operands: [optional({ ...carrier, name: 'CARRIER' }), optional(oneOf([...labelSizes, 'any']))],
    async run({ workspace, language, operands: [code, wish], wrongUsage }) {
      if ((code === undefined) !== (wish === undefined)) return wrongUsage();
      let { carrierSizes } = await readPrintRules(workspace);
      if (code !== undefined && wish !== undefined) {
        const others = carrierSizes.filter((known) => known.carrier !== code);
        const wanted = wish === 'any' ? others : [...others, { carrier: code, size: wish }];
        ({ carrierSizes } = await savePrintRules(workspace, { carrierSizes: wanted }));
      }
      const lines = inColumns(carrierSizes.map((one) => [one.carrier, one.size]));
      return report({ carrierSizes }, lines.length === 0 ? [nothing(language)] : lines);
    },
  }),
];
