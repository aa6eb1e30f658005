import type { Outcome } from '../../../shared/errors/outcome.ts';
import { paddedCells, type WriterOptions, type WrittenFile, writeTextWorkbook } from './writeTextWorkbook.ts';

/** One input row with what became of it. Empty text where there is nothing to say. */
export interface ResultRow {
  readonly cells: readonly string[];
  readonly carrier: string;
  readonly waybillNo: string;
  readonly state: string;
  readonly reason: string;
}

const titles = {
  'zh-CN': { sheet: '发货结果', columns: ['快递公司', '快递单号', '状态', '原因'] },
  en: { sheet: 'Result', columns: ['Carrier', 'Waybill number', 'State', 'Reason'] },
} as const;

/** The result of a run as xlsx: the input rows plus carrier, waybill number, state and reason. Every cell is text. */
export function writeResultFile(options: WriterOptions<ResultRow>): Promise<Outcome<WrittenFile>> {
  const { path, header, rows, language } = options;
  async function* table(): AsyncGenerator<string[], void, void> {
    for await (const row of rows) {
      const own = paddedCells(row.cells, header.length);
      yield [...own, row.carrier, row.waybillNo, row.state, row.reason];
    }
  }
  const title = titles[language];
  return writeTextWorkbook(path, title.sheet, [...header, ...title.columns], table());
}
