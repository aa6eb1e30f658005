import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { writeTextWorkbook } from '../../../electron/imports/writers/writeTextWorkbook.ts';
import { seededRandom } from '../../doubles/seededRandom.ts';
import { benchFolder } from './benchFolders.ts';

const header = ['运单号', '业务日期', '目的省', '计费重量(kg)', '运费(元)', '附加费(元)', '应收金额(元)'];

export const billedWaybill = (no: number): string => `73${String(no).padStart(12, '0')}`;

const billedDays = 28;

/** Parcels go out day by day, in the order of their numbers. */
export const billedDay = (no: number, count: number): number => 1 + Math.floor((no * billedDays) / count);

/** A carrier's bill of this many lines, one in twenty of them wrong in some way; made once, the same every time. */
export async function makeBillFile(lineCount: number): Promise<string> {
  const path = join(benchFolder, `bill-${lineCount}-by-day.xlsx`);
  if (existsSync(path)) return path;
  const written = await writeTextWorkbook(path, '明细', header, billRows(lineCount));
  if (!written.ok) throw new Error(written.code);
  return path;
}

function* billRows(count: number): Generator<string[]> {
  const random = seededRandom(20261128);
  for (let no = 0; no < count; no++) {
    const isWrong = random() < 0.05;
    const kind = isWrong ? Math.floor(random() * 4) : -1;
    const kg = kind === 0 ? '3.20' : '1.00';
    const fee = kind === 1 ? '5.50' : '3.00';
    // 2: billed twice · 3: a stranger's.
    const waybillNo =
      kind === 3 ? `99${billedWaybill(no)}` : billedWaybill(kind === 2 ? Math.max(0, no - 1) : no);
    const day = `2026-11-${String(billedDay(no, count)).padStart(2, '0')}`;
    yield [waybillNo, day, '广东省', kg, fee, '0.00', fee];
  }
}
