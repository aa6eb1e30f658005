import type { ImportedRow, OrderDraft } from '../../../electron/imports/kit/orderDraft.ts';
import { eachOf, type TableCell } from '../../../electron/imports/kit/tableFormat.ts';
import { recogniseTable } from '../../../electron/imports/recognition/recogniseTable.ts';
import { readOrderRows } from '../../../electron/imports/rows/readOrderRows.ts';
import { memoryTable } from './memoryTable.ts';

export type Cell = string | TableCell;

/** What these rows of a table are read as. */
export async function importRows(
  rows: readonly (readonly Cell[])[],
  hidden: readonly number[] = [],
): Promise<ImportedRow[]> {
  const table = memoryTable(rows, hidden);
  const recognition = await recogniseTable(table);
  if (!recognition.ok) throw new Error(recognition.code);
  const imported: ImportedRow[] = [];
  for await (const row of eachOf(readOrderRows(table, recognition.value))) imported.push(row);
  return imported;
}

export const header = ['订单号', '收货人', '手机', '收货地址'];
export const place = '广东省深圳市南山区样板路1号';

/** One order with further columns. */
export async function draftOf(columns: Readonly<Record<string, Cell>>): Promise<OrderDraft> {
  const rows = await importRows([
    [...header, ...Object.keys(columns)],
    ['A1', '赵样例', '13800000001', place, ...Object.values(columns)],
  ]);
  const first = rows[0];
  if (first?.kind !== 'draft') throw new Error('rejected');
  return first.draft;
}

/** Whether it may ship, and the codes of what stands against it. */
export async function verdictOf(columns: Readonly<Record<string, Cell>>): Promise<string> {
  const { verdict, complaints } = await draftOf(columns);
  return [verdict, ...complaints.map((one) => one.code)].join(' ');
}
