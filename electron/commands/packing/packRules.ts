import { carrierList } from '../../../shared/domain/carriers/carrierTable.ts';
import { type PackingRules, printMoments } from '../../../shared/domain/packing/packing.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import { wordFor } from '../../../shared/text/words.ts';
import { listGoodsCodes, removeGoodsCode, saveGoodsCode } from '../../usecases/packing/goodsCodes.ts';
import { readPackingRules, savePackingRules } from '../../usecases/packing/rules.ts';
import { type Command, command, report, unwrap } from '../main/command.ts';
import { nothing, phrases } from '../main/phrases.ts';
import { filledText, flag, many, oneOf, text, usual, whole } from '../main/word.ts';

const say = phrases({
  printAt: ['面单自动打印：{moment}，打印机 {printer}', 'labels print {moment}, on {printer}'],
  slips: ['临时单打印机：{printer}', 'slips print on {printer}'],
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
  code: ['{code} → {skuCode}', '{code} → {skuCode}'],
  serial: ['{code} → {skuCode}（每件有唯一码）', '{code} → {skuCode} (each piece has a code of its own)'],
  removed: ['已删除 {removed} 个', '{removed} removed'],
});

function ruleLines(rules: PackingRules, language: Language): string[] {
  const yes = (is: boolean) => say(language, is ? 'yes' : 'no');
  const listed = (names: readonly string[]) => (names.length === 0 ? say(language, 'all') : names.join(' '));
  const printer = rules.printerUri;
  const slips = rules.slipPrinterUri === '' ? nothing(language) : rules.slipPrinterUri;
  return [
    say(language, 'printAt', { moment: wordFor(language, 'printMoment', rules.printAt), printer }),
    say(language, 'slips', { printer: slips }),
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
const isOn = (said: 'on' | 'off' | undefined): boolean | undefined =>
  said === undefined ? undefined : said === 'on';

/** `all` stands for no limit. */
const listOf = (said: readonly string[]): readonly string[] | undefined =>
  said.length === 0 ? undefined : said.filter((one) => one !== 'all');

const carrierCodes = [...carrierList.map(({ code }) => code), 'all'];

const ruleCommands: readonly Command[] = [
  command({
    name: 'pack rules',
    zh: '显示或更改打包台的规则：何时打印、是否验货称重、打哪些店铺和快递；all 表示全部',
    en: 'show or change how the packing bench works: when labels print, what is checked, which shops and carriers; all stands for every one',
    access: 'changeSettings',
    options: {
      'print-at': oneOf(printMoments),
      'check-goods': onOff,
      weigh: onOff,
      'scan-label': onOff,
      'goods-first': onOff,
      pictures: onOff,
      'packed-only': onOff,
      shop: many(filledText('NAME', 100)),
      carrier: many(oneOf(carrierCodes, 'CODE')),
      printer: text('NAME|URI|auto:'),
      'slip-printer': text('NAME|URI'),
    },
    async run({ workspace, language, options }) {
      const patch: Partial<{ [K in keyof PackingRules]: PackingRules[K] | undefined }> = {
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
        slipPrinterUri: options['slip-printer'],
      };
      const changes = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
      const isAsked = Object.keys(changes).length > 0;
      const rules = isAsked
        ? unwrap(await savePackingRules(workspace, changes))
        : await readPackingRules(workspace);
      return report(rules, ruleLines(rules, language));
    },
  }),
];

const codeCommands: readonly Command[] = [
  command({
    name: 'pack codes',
    zh: '列出教给打包台的商品条码',
    en: 'list barcodes of goods that were taught to the bench',
    access: 'seeWork',
    options: { limit: usual(whole(1, 500), 100) },
    async run({ workspace, language, options: { limit } }) {
      const { total, rows } = await listGoodsCodes(workspace, { offset: 0, limit });
      const lines = rows.map(({ code, skuCode, hasSerials }) =>
        say(language, hasSerials ? 'serial' : 'code', { code, skuCode }),
      );
      return report({ total, codes: rows }, total === 0 ? [nothing(language)] : lines);
    },
  }),
  command({
    name: 'pack codes add',
    zh: '教打包台一个条码是哪种商品；--serials 表示每件还有自己的唯一码',
    en: 'teach the bench which goods a barcode stands for; --serials: each piece has a code of its own besides',
    access: 'changeOrders',
    operands: [filledText('CODE', 200), filledText('SKU', 200)],
    options: { serials: flag },
    async run({ workspace, language, operands: [code, skuCode], options: { serials: hasSerials } }) {
      const saved = unwrap(await saveGoodsCode(workspace, { code, skuCode, hasSerials }));
      return report(saved, [
        say(language, hasSerials ? 'serial' : 'code', { code: saved.code, skuCode: saved.skuCode }),
      ]);
    },
  }),
  command({
    name: 'pack codes remove',
    zh: '删除教过的条码',
    en: 'forget a barcode that was taught',
    access: 'changeOrders',
    operands: [filledText('CODE', 200)],
    async run({ workspace, language, operands: [code] }) {
      const { removed } = await removeGoodsCode(workspace, { code });
      return report({ removed }, [say(language, 'removed', { removed: removed ? 1 : 0 })]);
    },
  }),
];

export const packRuleCommands: readonly Command[] = [...ruleCommands, ...codeCommands];
