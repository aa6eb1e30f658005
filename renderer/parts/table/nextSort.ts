import type { TableSort } from './useTableLook.ts';

/** What pressing a column's title leads to: upwards, then downwards, then the list's own order again. */
export function nextSort(sort: TableSort | null, columnId: string): TableSort | null {
  if (sort?.columnId !== columnId) return { columnId, isDescending: false };
  return sort.isDescending ? null : { columnId, isDescending: true };
}
