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
