import { join } from 'node:path';
import type { GoodsCodeRow, ReadGoodsCodes } from '../../../shared/contracts/packing/goodsCodes.ts';
import {
  type GoodsCodeColumn,
  type GoodsCodeFault,
  goodsCodeColumnNames,
  goodsCodeColumnOf,
  goodsCodeColumns,
  neededGoodsCodeColumns,
  saysYes,
} from '../../../shared/domain/packing/goodsCodes.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { shopMinute } from '../../../shared/rules/shopTime.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import { cleanCellText } from '../../imports/kit/cellText.ts';
import { catchTableFault, eachOf, type OpenTable, type TableRow } from '../../imports/kit/tableFormat.ts';
import { openOrderFile } from '../../imports/openOrderFile.ts';
import { guardedText, writeDelimited } from '../../imports/writers/writeDelimited.ts';
import { type WrittenFile, writeTextWorkbook } from '../../imports/writers/writeTextWorkbook.ts';
import { goodsKeyOf } from '../../packing/readCode.ts';
import type { ChangedGoodsCode } from '../../store/packing/packingJson.ts';
import type { GoodsCode } from '../../store/schema.ts';
import { resultsFolder, tryChange, type Workspace } from '../workspace/workspace.ts';
import { codeKeyOf, isCommandCode, keepChange, listGoodsCodes, taughtOf } from './goodsCodes.ts';

/** Far more than a shop has; one change is stored whole for undoing. */
const mostRows = 20_000;
/** The header is near the top. */
const headerWithin = 20;
/** The longest code of a gun, and the longest goods of an order. */
const mostSigns = 200;
const pageRows = 500;

interface GoodsCodeFile {
  readonly language: Language;
  /** null: a new file in the workspace's results folder. */
  readonly path: string | null;
  readonly format: 'csv' | 'xlsx';
}

/** Writes every taught barcode, in a form that can be imported again. */
export async function writeGoodsCodeFile(
  workspace: Workspace,
  { language, path: given, format }: GoodsCodeFile,
): Promise<Outcome<WrittenFile>> {
  const names = goodsCodeColumnNames[language];
  const header = goodsCodeColumns.map((column) => names[column]);
  const path = given ?? join(resultsFolder(workspace), `goods-codes-${workspace.nextId()}.${format}`);
  const rows: string[][] = [];
  for (let offset = 0; ; offset += pageRows) {
    const page = await listGoodsCodes(workspace, { offset, limit: pageRows });
    rows.push(...page.rows.map((row) => cellsOf(row, language)));
    if (page.rows.length < pageRows) break;
  }
  if (format === 'xlsx')
    return writeTextWorkbook(path, language === 'en' ? 'Barcodes of goods' : '商品条码', header, rows);
  const safe = rows.map((cells) => cells.map(guardedText));
  return writeDelimited({ path, delimiter: ',', hasMark: true, header, rows: safe });
}

function cellsOf(
  { code, skuCode, hasSerials, savedBy, savedAt }: GoodsCodeRow,
  language: Language,
): string[] {
  const yes = language === 'en' ? 'yes' : '是';
  return [code, skuCode, hasSerials ? yes : '', savedBy, shopMinute(savedAt)];
}

interface FileRow {
  readonly row: number;
  readonly code: string;
  readonly goodsKey: string;
  readonly hasSerials: number;
}

interface FileRows {
  readonly rows: readonly FileRow[];
  readonly refused: ReadGoodsCodes['refused'];
}

/** Reads the first sheet with the needed columns; a row that teaches nothing gets a reason. */
async function readRows({ sheets }: OpenTable): Promise<Outcome<FileRows>> {
  for (const sheet of sheets) {
    let columns: readonly (GoodsCodeColumn | null)[] = [];
    const gathered = gatherer();
    let seen = 0;
    for await (const row of eachOf(sheet.rows())) {
      if (++seen > mostRows) return failure('IMPORT_TOO_MANY_ROWS', { limit: mostRows });
      if (columns.length > 0) gathered.take(row, columns);
      else {
        const named = row.cells.map(({ text }) => goodsCodeColumnOf(text));
        if (neededGoodsCodeColumns.every((column) => named.includes(column))) columns = named;
        else if (seen >= headerWithin) break;
      }
    }
    if (columns.length > 0) return done(gathered.rows());
  }
  const columns = neededGoodsCodeColumns.map((column) => goodsCodeColumnNames['zh-CN'][column]);
  return failure('PACK_GOODS_FILE_COLUMNS', { columns: columns.join('、') });
}

/** A barcode counts once per file: if it appears again with other goods, it is ambiguous. */
function gatherer() {
  const rows = new Map<string, FileRow>();
  const refused: { row: number; fault: GoodsCodeFault }[] = [];
  return {
    take(row: TableRow, columns: readonly (GoodsCodeColumn | null)[]): void {
      const at = (column: GoodsCodeColumn) => row.cells[columns.indexOf(column)];
      const textOf = (column: GoodsCodeColumn): string => cleanCellText(at(column)?.text ?? '');
      const [code, goodsKey] = [codeKeyOf(textOf('code')), goodsKeyOf(textOf('skuCode'))];
      if (code === '' && goodsKey === '') return;
      const known = rows.get(code);
      const isLost = [at('code'), at('skuCode')].some((cell) => cell?.isDamaged === true);
      const fault = isLost ? 'digitsLost' : faultOf(code, goodsKey, known);
      if (fault !== null) refused.push({ row: row.rowNumber, fault });
      else if (known === undefined) {
        const hasSerials = saysYes(textOf('hasSerials')) ? 1 : 0;
        rows.set(code, { row: row.rowNumber, code, goodsKey, hasSerials });
      }
    },
    rows: (): FileRows => ({ rows: [...rows.values()], refused }),
  };
}

function faultOf(code: string, goodsKey: string, known: FileRow | undefined): GoodsCodeFault | null {
  if (code === '') return 'noCode';
  if (goodsKey === '') return 'noSku';
  if (code.length > mostSigns || goodsKey.length > mostSigns) return 'tooLong';
  if (isCommandCode(code)) return 'isCommand';
  return known !== undefined && known.goodsKey !== goodsKey ? 'twice' : null;
}

interface ReadRequest {
  /** Barcodes with other goods here are corrected; otherwise they stay. */
  readonly replaces: boolean;
  /** Counts only. */
  readonly isTrial: boolean;
}

/** Teaches the contents of a file (csv, xlsx, xls), all or nothing, undone in one step. */
export async function readGoodsCodeFile(
  workspace: Workspace,
  path: string,
  request: ReadRequest,
): Promise<Outcome<ReadGoodsCodes>> {
  const table = await openOrderFile(path);
  if (!table.ok) return table;
  const read = await catchTableFault(() => readRows(table.value)).finally(() => table.value.close());
  return read.ok ? teach(workspace, read.value, request) : read;
}

function teach(
  workspace: Workspace,
  { rows, refused }: FileRows,
  { replaces, isTrial }: ReadRequest,
): Promise<Outcome<ReadGoodsCodes>> {
  const saved = { savedBy: workspace.actor.name, savedAt: workspace.clock.now() };
  return tryChange(workspace, isTrial ? [] : ['packing'], async (write) => {
    const changed: ChangedGoodsCode[] = [];
    const counts = { added: 0, corrected: 0, same: 0, left: 0 };
    for (const { code, goodsKey, hasSerials } of rows) {
      const known = await write.goodsCodes.code(code);
      const verdict = whatOf(known, goodsKey, hasSerials, replaces);
      counts[verdict]++;
      if (isTrial || verdict === 'same' || verdict === 'left') continue;
      const row: GoodsCode = { code, goodsKey, hasSerials, ...saved };
      await write.goodsCodes.put(row);
      changed.push({ code, before: taughtOf(known), after: taughtOf(row) });
    }
    if (changed.length > 0) await keepChange(workspace, write, 'imported', changed);
    return done({ ...counts, refused });
  });
}

function whatOf(known: GoodsCode | undefined, goodsKey: string, hasSerials: number, replaces: boolean) {
  if (known === undefined) return 'added';
  if (known.goodsKey === goodsKey && known.hasSerials === hasSerials) return 'same';
  return replaces ? 'corrected' : 'left';
}
