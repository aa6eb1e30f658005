import { type TableSort, useTableLook } from './useTableLook.ts';

/** The order an operator chose for a table; null: the list's own. */
export function useTableSort(tableId: string): TableSort | null {
  return useTableLook((store) => store.looks[tableId]?.sort ?? null);
}
