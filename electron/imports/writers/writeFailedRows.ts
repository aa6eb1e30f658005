import type { Outcome } from '../../../shared/errors/outcome.ts';
import { paddedCells, type WriterOptions, type WrittenFile, writeTextWorkbook } from './writeTextWorkbook.ts';

/** One row that could not be taken, with why. */
export interface FailedRow {
  readonly cells: readonly string[];
  readonly rowNumber: number;
  readonly reason: string;
}

const titles = {
  'zh-CN': { sheet: '未导入的行', columns: ['原行号', '原因'] },
  en: { sheet: 'Rows not imported', columns: ['Row', 'Reason'] },
} as const;

/** The rows that could not be taken, with their row number in the input file and why: mended, they can be imported again. */
export function writeFailedRows(options: WriterOptions<FailedRow>): Promise<Outcome<WrittenFile>> {
  const { path, header, rows, language } = options;
  async function* table(): AsyncGenerator<string[], void, void> {
    for await (const row of rows) {
      yield [...paddedCells(row.cells, header.length), String(row.rowNumber), row.reason];
    }
  }
  const title = titles[language];
  return writeTextWorkbook(path, title.sheet, [...header, ...title.columns], table());
}
