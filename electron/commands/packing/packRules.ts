import { carrierList } from '../../../shared/domain/carriers/carrierTable.ts';
import { type PackingRules, printMoments } from '../../../shared/domain/packing/packing.ts';
import { routedPrinterUri } from '../../../shared/domain/printing/printer.ts';
import { definedIn } from '../../../shared/rules/typedRecord.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import { wordFor } from '../../../shared/text/words.ts';
import { readPackingRules, savePackingRules } from '../../usecases/packing/rules.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { type Command, command, report, unwrap } from '../main/command.ts';
import { nothing, phrases } from '../main/phrases.ts';
import { filledText, many, oneOf, text } from '../main/word.ts';

const say = phrases({
  name: ['打包台名称：{name}', 'this bench is called {name}'],
  noName: ['打包台没有名称', 'this bench has no name'],
  printAt: ['面单自动打印：{moment}', 'labels print {moment}'],
  labels: ['面单打印机：{printer}', 'label printer: {printer}'],
  slips: ['临时单打印机：{printer}', 'slip printer: {printer}'],
  routed: ['按规则自动选择', 'the printer of the rules'],
  named: ['{name}（{uri}）', '{name} ({uri})'],
  asks: [
    '验货 {items} · 称重 {weight} · 扫面单才完成 {label} · 先扫商品 {sku}',
    'check goods {items} · weigh {weight} · close by the label {label} · goods first {sku}',
  ],
  places: ['只打店铺：{shops}；只打快递：{carriers}', 'only shops: {shops}; only carriers: {carriers}'],
  leaving: ['只交接打包台完成的包裹：{only}', 'only parcels closed at the bench are handed over: {only}'],
  pictures: [
    '商品图片按订单里的链接下载：{shown}',
    'pictures of goods are fetched from the links of the order: {shown}',
  ],
  yes: ['是', 'yes'],
  no: ['否', 'no'],
  all: ['全部', 'all'],
});

/** The bench's printers by the names they have now. */
async function printerLines(
  { store: { read } }: Workspace,
  { printerUri, slipPrinterUri }: Pick<PackingRules, 'printerUri' | 'slipPrinterUri'>,
  language: Language,
): Promise<string[]> {
  const saved = await read.printers.all();
  const shown = (uri: string): string => {
    if (uri === '') return nothing(language);
    if (uri === routedPrinterUri) return say(language, 'routed');
    const name = saved.find((printer) => printer.uri === uri)?.name;
    return name === undefined ? uri : say(language, 'named', { name, uri });
  };
  return [
    say(language, 'labels', { printer: shown(printerUri) }),
    say(language, 'slips', { printer: shown(slipPrinterUri) }),
  ];
}

async function ruleLines(workspace: Workspace, rules: PackingRules, language: Language): Promise<string[]> {
  const yes = (is: boolean) => say(language, is ? 'yes' : 'no');
  const listed = (names: readonly string[]) => (names.length === 0 ? say(language, 'all') : names.join(' '));
  return [
    rules.benchName === '' ? say(language, 'noName') : say(language, 'name', { name: rules.benchName }),
    say(language, 'printAt', { moment: wordFor(language, 'printMoment', rules.printAt) }),
    ...(await printerLines(workspace, rules, language)),
    say(language, 'asks', {
      items: yes(rules.checksItems),
      weight: yes(rules.weighs),
      label: yes(rules.scansLabel),
      sku: yes(rules.opensBySku),
    }),
    say(language, 'places', { shops: listed(rules.shops), carriers: listed(rules.carriers) }),
    say(language, 'pictures', { shown: yes(rules.showsPictures) }),
    say(language, 'leaving', { only: yes(rules.handsOverPackedOnly) }),
  ];
}

const onOff = oneOf(['on', 'off']);
const isOn = (choice: 'on' | 'off' | undefined): boolean | undefined =>
  choice === undefined ? undefined : choice === 'on';

/** `all` stands for no limit. */
const listOf = (given: readonly string[]): readonly string[] | undefined =>
  given.length === 0 ? undefined : given.filter((one) => one !== 'all');

const carrierCodes = [...carrierList.map(({ code }) => code), 'all'];

/** `none` stands for no printer, and for no name. */
const noneAs = <T>(choice: T | 'none' | undefined): T | '' | undefined => (choice === 'none' ? '' : choice);

const printerOptions = { printer: text('NAME|URI|auto:'), 'slip-printer': text('NAME|URI|none') };

/** Changed where something is asked for, and as they are then. */
async function rulesAfter(
  workspace: Workspace,
  patch: { readonly [K in keyof PackingRules]?: PackingRules[K] | undefined },
): Promise<PackingRules> {
  const changes = definedIn(patch);
  if (Object.keys(changes).length === 0) return readPackingRules(workspace);
  return unwrap(await savePackingRules(workspace, changes));
}

export const packRuleCommands: readonly Command[] = [
  command({
    name: 'pack rules',
    zh: '显示或更改打包台的名称和规则：何时打印、是否验货称重、打哪些店铺和快递；all 表示全部，none 表示没有',
    en: 'show or change what the packing bench is called and how it works: when labels print, what is checked, which shops and carriers; all stands for every one, none for nothing',
    access: 'changeSettings',
    begins: true,
    options: {
      name: filledText('TEXT|none', 40),
      'print-at': oneOf(printMoments),
      'check-goods': onOff,
      weigh: onOff,
      'scan-label': onOff,
      'goods-first': onOff,
      pictures: onOff,
      'packed-only': onOff,
      shop: many(filledText('NAME', 100)),
      carrier: many(oneOf(carrierCodes, 'CODE')),
      ...printerOptions,
    },
    async run({ workspace, language, options }) {
      const rules = await rulesAfter(workspace, {
        benchName: noneAs(options.name),
        printAt: options['print-at'],
        checksItems: isOn(options['check-goods']),
        weighs: isOn(options.weigh),
        scansLabel: isOn(options['scan-label']),
        opensBySku: isOn(options['goods-first']),
        showsPictures: isOn(options.pictures),
        handsOverPackedOnly: isOn(options['packed-only']),
        shops: listOf(options.shop),
        carriers: listOf(options.carrier),
        printerUri: options.printer,
        slipPrinterUri: noneAs(options['slip-printer']),
      });
      return report(rules, await ruleLines(workspace, rules, language));
    },
  }),
  command({
    name: 'pack printers',
    zh: '显示或选择这张打包台的面单打印机和临时单打印机，在已添加的打印机里选；auto: 表示按规则',
    en: 'show or choose the label printer and the slip printer of this bench among those that are set up; auto: stands for the rules',
    access: 'packParcels',
    options: printerOptions,
    async run({ workspace, language, options: { printer, 'slip-printer': slips } }) {
      const asked = { printerUri: printer, slipPrinterUri: noneAs(slips) };
      const { printerUri, slipPrinterUri } = await rulesAfter(workspace, asked);
      const chosen = { printerUri, slipPrinterUri };
      return report(chosen, await printerLines(workspace, chosen, language));
    },
  }),
];
