import { create } from 'zustand';
import { persist } from 'zustand/middleware';

/** What an operator changed about one table. */
export interface TableLook {
  readonly widths: Readonly<Record<string, number>>;
  /** Explicit choices only; a column not named here keeps its default. */
  readonly shown: Readonly<Record<string, boolean>>;
  readonly order: readonly string[];
  /** null or absent: the list's own order. */
  readonly sort?: TableSort | null;
}

export interface TableSort {
  readonly columnId: string;
  readonly isDescending: boolean;
}

interface TableLooks {
  readonly looks: Readonly<Record<string, TableLook>>;
  change(tableId: string, change: Partial<TableLook>): void;
  reset(tableId: string): void;
}

export const plainLook: TableLook = { widths: {}, shown: {}, order: [] };

/** Column widths, order and choice of every table, remembered on this computer. */
export const useTableLook = create<TableLooks>()(
  persist(
    (set) => ({
      looks: {},
      change: (tableId, change) =>
        set(({ looks }) => ({
          looks: { ...looks, [tableId]: { ...(looks[tableId] ?? plainLook), ...change } },
        })),
      reset: (tableId) => set(({ looks }) => ({ looks: { ...looks, [tableId]: plainLook } })),
    }),
    { name: 'shipdesk.tables' },
  ),
);

/** What pressing a column's title leads to: upwards, then downwards, then the list's own order again. */
export function nextSort(sort: TableSort | null, columnId: string): TableSort | null {
  if (sort?.columnId !== columnId) return { columnId, isDescending: false };
  return sort.isDescending ? null : { columnId, isDescending: true };
}

/** The order an operator chose for a table; null: the list's own. */
export function useTableSort(tableId: string): TableSort | null {
  return useTableLook((store) => store.looks[tableId]?.sort ?? null);
}

interface Arrangeable {
  readonly id: string;
  readonly isOptional?: boolean;
}

/** All columns in the operator's order; those it does not name keep their place at the end. */
export function orderColumns<C extends Arrangeable>(columns: readonly C[], look: TableLook): readonly C[] {
  const rank = (column: C): number => {
    const at = look.order.indexOf(column.id);
    return at < 0 ? look.order.length + columns.indexOf(column) : at;
  };
  return [...columns].sort((a, b) => rank(a) - rank(b));
}

export function isColumnShown(column: Arrangeable, look: TableLook): boolean {
  return look.shown[column.id] ?? column.isOptional !== true;
}
