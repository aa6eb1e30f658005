import type { ReactNode } from 'react';
import type { TableColumn } from './tableColumn.ts';

/** The ticked rows; a map, so that rows out of sight can still be copied. */
export interface TableTicks<T> {
  readonly rows: ReadonlyMap<string, T>;
  toggle(row: T): void;
  /** Ticks every row of the range, read or not. */
  tickRange(first: number, last: number): void;
  tickAll(): void;
  clear(): void;
}

export interface TableRows<T> {
  readonly total: number;
  readonly isLoading: boolean;
  /** undefined: not read yet. */
  rowAt(index: number): T | undefined;
}

export interface VirtualTableProps<T> {
  /** Name under which widths and columns are remembered. */
  readonly tableId: string;
  readonly label: string;
  readonly columns: readonly TableColumn<T>[];
  readonly rows: TableRows<T>;
  readonly activeKey: string | null;
  readonly ticks?: TableTicks<T>;
  readonly empty: ReactNode;
  rowKey(row: T): string;
  onRange(range: { readonly first: number; readonly last: number }): void;
  onActivate(row: T, index: number): void;
  onCopy(text: string): void;
}
