import type { TableLook } from './useTableLook.ts';

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
