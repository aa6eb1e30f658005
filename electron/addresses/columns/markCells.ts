import type { AddressReading, AddressSpan } from '../../../shared/domain/addressReading.ts';
import type { ReceiverColumns } from '../../../shared/domain/receiverColumns.ts';
import type { Column } from './joinColumns.ts';

const levels = ['province', 'city', 'district', 'town'] as const;

/** The field that holds what a cell says: its own name, its short name, or among other words. */
function fieldSaying(cell: string, reading: AddressReading): AddressSpan['field'] | undefined {
  const level =
    levels.find((name) => reading[name] === cell) ?? levels.find((name) => reading[name].startsWith(cell));
  return level ?? (reading.detail.includes(cell) ? 'detail' : undefined);
}

/** 北京市 is province and city: in its own column it is what the column says. */
function ownLevels(cells: Map<Column, readonly AddressSpan[]>, reading: AddressReading): void {
  if (reading.province !== reading.city) return;
  for (const column of ['province', 'city'] as const) {
    const spans = cells.get(column);
    const isTwin = ({ field }: AddressSpan) => field === 'province' || field === 'city';
    if (spans?.every(isTwin))
      cells.set(
        column,
        spans.map((span) => ({ ...span, field: column })),
      );
  }
}

/**
 * Which pieces of each filled cell became which field. Cells are counted without blanks at their ends. In a conflict of
 * the region nothing is settled: each region cell is shown as what it claims to be.
 */
export function markCells(
  columns: ReceiverColumns,
  reading: AddressReading,
  read: ReadonlyMap<Column, readonly AddressSpan[]>,
  cuts: readonly AddressSpan[],
  contact: ReadonlyMap<Column, readonly AddressSpan[]>,
): ReadonlyMap<Column, readonly AddressSpan[]> {
  const cells = new Map(read);
  if (cuts.length > 0) {
    const all = [...(read.get('address') ?? []), ...cuts];
    cells.set(
      'address',
      all.sort((a, b) => a.start - b.start),
    );
  }
  const isOpen = reading.issues.includes('region_conflict');
  for (const level of levels) {
    const cell = columns[level].trim();
    const said = cells.get(level) ?? [];
    // A cell that the address repeats was not read a second time.
    const repeated = said.length > 0 || cell === '' ? undefined : fieldSaying(cell, reading);
    const field = isOpen && cell !== '' ? level : repeated;
    if (field !== undefined) cells.set(level, [{ field, start: 0, end: cell.length }]);
  }
  const address = columns.address.trim();
  if (isOpen && reading.detail === address && address !== '')
    cells.set('address', [{ field: 'detail', start: 0, end: address.length }]);
  ownLevels(cells, reading);
  for (const [column, own] of contact) cells.set(column, own);
  return cells;
}
