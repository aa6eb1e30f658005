import type { Party } from '../../../shared/domain/party.ts';
import type { Outcome } from '../../../shared/errors/outcome.ts';
import { shopSecond } from '../../../shared/rules/shopTime.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import { writeTable } from './writeTable.ts';
import { paddedCells, type WriterOptions, type WrittenFile, writeTextWorkbook } from './writeTextWorkbook.ts';

/** One input row with what became of it. Empty text where there is nothing to say. */
export interface ResultRow {
  readonly cells: readonly string[];
  readonly carrier: string;
  readonly waybillNo: string;
  readonly state: string;
  readonly reason: string;
}

const resultTitles = {
  'zh-CN': { sheet: '发货结果', columns: ['快递公司', '快递单号', '状态', '原因'] },
  en: { sheet: 'Result', columns: ['Carrier', 'Waybill number', 'State', 'Reason'] },
} as const;

/** The result of a run as xlsx: the input rows plus carrier, waybill number, state and reason. Every cell is text. */
export function writeResultFile(options: WriterOptions<ResultRow>): Promise<Outcome<WrittenFile>> {
  return writeBeside(options, resultTitles[options.language], ({ carrier, waybillNo, state, reason }) => [
    carrier,
    waybillNo,
    state,
    reason,
  ]);
}

/** The input rows, each with columns of ours behind its own. */
function writeBeside<Row extends { readonly cells: readonly string[] }>(
  { path, header, rows }: WriterOptions<Row>,
  title: { readonly sheet: string; readonly columns: readonly string[] },
  cellsOf: (row: Row) => readonly string[],
): Promise<Outcome<WrittenFile>> {
  async function* table(): AsyncGenerator<string[], void, void> {
    for await (const row of rows) yield [...paddedCells(row.cells, header.length), ...cellsOf(row)];
  }
  return writeTextWorkbook(path, title.sheet, [...header, ...title.columns], table());
}

/** One row that could not be taken, with why. */
export interface FailedRow {
  readonly cells: readonly string[];
  readonly rowNumber: number;
  readonly reason: string;
}

const failedTitles = {
  'zh-CN': { sheet: '未导入的行', columns: ['原行号', '原因'] },
  en: { sheet: 'Rows not imported', columns: ['Row', 'Reason'] },
} as const;

/** The rows that could not be taken, with their row number in the input file and why: once fixed, they can be imported again. */
export function writeFailedRows(options: WriterOptions<FailedRow>): Promise<Outcome<WrittenFile>> {
  return writeBeside(options, failedTitles[options.language], (row) => [String(row.rowNumber), row.reason]);
}

/** One learned correction as the file shows it. */
interface LearnedRow {
  readonly kind: 'address' | 'spelling';
  readonly source: string;
  readonly shop: string;
  readonly written: string;
  readonly receiver: Party;
  readonly learnedAt: number;
  readonly usedCount: number;
}

const words = {
  'zh-CN': {
    sheet: '学到的更正',
    kinds: { address: '地址', spelling: '商家写法' },
    columns: '类型|来源|店铺|写法|收件人|电话|分机|省|市|区县|街道|详细地址|学到时间|用过次数'.split('|'),
  },
  en: {
    sheet: 'Learned corrections',
    kinds: { address: 'address', spelling: 'spelling' },
    columns:
      'Kind|Source|Shop|Written|Name|Phone|Extension|Province|City|District|Town|Detail|Learned at|Used'.split(
        '|',
      ),
  },
} as const;

/** Learned corrections as a sheet a person can read and keep. What is masked is the caller's to decide. */
export function writeLearned({
  path,
  rows,
  language,
}: {
  readonly path: string;
  readonly rows: AsyncIterable<LearnedRow>;
  readonly language: Language;
}): Promise<Outcome<WrittenFile>> {
  const { sheet, kinds, columns } = words[language];
  async function* table(): AsyncGenerator<string[], void, void> {
    for await (const { kind, source, shop, written, receiver, learnedAt, usedCount } of rows) {
      const { name, phone, extension, province, city, district, town, detail } = receiver;
      const at = shopSecond(learnedAt);
      yield [kinds[kind], source, shop, written, name, phone, extension].concat(
        [province, city, district, town, detail],
        [at, String(usedCount)],
      );
    }
  }
  return writeTable(path, sheet, columns, table());
}
