import type { GoodsCodeRow } from '../../../shared/contracts/packing/goodsCodes.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import { wordFor } from '../../../shared/text/words.ts';
import { readGoodsCodeFile, writeGoodsCodeFile } from '../../usecases/packing/goodsCodeFile.ts';
import {
  forgetGoodsCode,
  lastGoodsCodeChange,
  listGoodsCodes,
  saveGoodsCode,
  undoGoodsCodes,
} from '../../usecases/packing/goodsCodes.ts';
import { type Command, command, report, unwrap } from '../main/command.ts';
import { isoTime, localTime, nothing, phrases } from '../main/phrases.ts';
import { filledText, flag, path, required, text, usual, whole, writtenFile } from '../main/word.ts';

const say = phrases({
  code: ['{code} → {skuCode}  {by} {at}', '{code} → {skuCode}  {by} {at}'],
  serial: [
    '{code} → {skuCode}（每件有唯一码）  {by} {at}',
    '{code} → {skuCode} (each piece has a code of its own)  {by} {at}',
  ],
  removed: ['已删除 {removed} 个', '{removed} removed'],
  undone: [
    '已撤销“{act}”：恢复 {restored} 个，{left} 个后来又改过，没有动',
    'undone: {act}; {restored} put back, {left} were changed again since then and left',
  ],
  counted: [
    '新增 {added} 个，更正 {corrected} 个，相同 {same} 个；{left} 个已对应别的商品，没有改（--replace 改成文件里的）',
    '{added} new, {corrected} corrected, {same} the same; {left} stand for other goods and were left (--replace corrects them)',
  ],
  refused: ['第 {row} 行没有读入：{fault}', 'row {row} was not read: {fault}'],
});

function codeLine({ code, skuCode, hasSerials, savedBy: by, savedAt }: GoodsCodeRow, language: Language) {
  return say(language, hasSerials ? 'serial' : 'code', { code, skuCode, by, at: localTime(savedAt) });
}

const codeJson = ({ savedAt, ...row }: GoodsCodeRow) => ({ ...row, savedAt: isoTime(savedAt) });

const goodsCode = filledText('CODE', 200);

const handCommands: readonly Command[] = [
  command({
    name: 'pack codes',
    zh: '列出教给打包台的商品条码，最近教的在前；--search 按条码或商家编码查',
    en: 'list barcodes of goods that were taught to the bench, the newest first; --search finds them by barcode or SKU code',
    access: 'seeWork',
    options: { search: usual(text('TEXT'), ''), limit: usual(whole(1, 500), 100) },
    async run({ workspace, language, options: { search, limit } }) {
      const { total, rows } = await listGoodsCodes(workspace, { search, offset: 0, limit });
      const lines = rows.map((row) => codeLine(row, language));
      return report({ total, codes: rows.map(codeJson) }, total === 0 ? [nothing(language)] : lines);
    },
  }),
  command({
    name: 'pack codes add',
    zh: '教打包台一个条码是哪种商品；--serials 表示每件还有自己的唯一码，--replace 改掉原来的对应',
    en: 'teach the bench which goods a barcode stands for; --serials: each piece has a code of its own besides; --replace: corrects what it stood for',
    access: 'changeSettings',
    begins: true,
    operands: [goodsCode, filledText('SKU', 200)],
    options: { serials: flag, replace: flag },
    async run({ workspace, language, operands: [code, skuCode], options: { serials, replace } }) {
      const asked = { code, skuCode, hasSerials: serials, isCorrection: replace };
      const saved = unwrap(await saveGoodsCode(workspace, asked));
      return report(codeJson(saved), [codeLine(saved, language)]);
    },
  }),
  command({
    name: 'pack codes remove',
    zh: '删除教过的条码',
    en: 'forget a barcode that was taught',
    access: 'changeSettings',
    operands: [goodsCode],
    async run({ workspace, language, operands: [code] }) {
      const { removed } = await forgetGoodsCode(workspace, { code });
      return report({ removed }, [say(language, 'removed', { removed: removed ? 1 : 0 })]);
    },
  }),
  command({
    name: 'pack codes undo',
    zh: '撤销最近一次对商品条码的改动：教、更正、删除或导入',
    en: 'undo the newest change of these barcodes: taught, corrected, forgotten or imported',
    access: 'changeSettings',
    async run({ workspace, language }) {
      const last = await lastGoodsCodeChange(workspace);
      const undone = unwrap(await undoGoodsCodes(workspace, {}));
      const act = wordFor(language, 'goodsCodeAct', last?.act ?? 'taught');
      return report({ ...undone, act: last?.act ?? null }, [say(language, 'undone', { ...undone, act })]);
    },
  }),
];

const fileCommands: readonly Command[] = [
  command({
    name: 'pack codes export',
    zh: '把教过的商品条码写成 csv 或 xlsx 文件',
    en: 'write the barcodes that were taught as a csv or xlsx file',
    access: 'changeSettings',
    options: { out: required(writtenFile(path('FILE.csv|FILE.xlsx'))) },
    async run({ workspace, language, options: { out } }) {
      const format = /\.xlsx$/i.test(out) ? 'xlsx' : 'csv';
      const written = unwrap(await writeGoodsCodeFile(workspace, { language, path: out, format }));
      return report({ file: written.path, codes: written.rowCount }, [written.path]);
    },
  }),
  command({
    name: 'pack codes import',
    zh: '从 csv/xlsx 读入商品条码；--trial 只数不存，--replace 改掉原来的对应',
    en: 'teach the barcodes of a csv or xlsx file; --trial only counts, --replace corrects what they stood for',
    access: 'changeSettings',
    begins: true,
    operands: [path('FILE')],
    options: { trial: flag, replace: flag },
    async run({ workspace, language, operands: [file], options: { trial, replace } }) {
      const asked = { replaces: replace, isTrial: trial };
      const read = unwrap(await readGoodsCodeFile(workspace, file, asked));
      const { refused, ...counts } = read;
      const human = [
        say(language, 'counted', counts),
        ...refused.map(({ row, fault }) =>
          say(language, 'refused', { row, fault: wordFor(language, 'goodsCodeFault', fault) }),
        ),
      ];
      return report(read, human, refused.length > 0 || (counts.left > 0 && !replace));
    },
  }),
];

export const packCodeCommands: readonly Command[] = [...handCommands, ...fileCommands];
