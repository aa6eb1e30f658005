import type { ReactNode } from 'react';
import { shopSecond } from '../../../shared/rules/shopTime.ts';

export interface TableColumn<T> {
  readonly id: string;
  readonly title: string;
  /** px at first; the operator may change it. */
  readonly width: number;
  readonly isNumeric?: boolean;
  /** Shows a state: its words are longer in English. */
  readonly isMark?: boolean;
  /** Carriers, ages, long numbers: longer in English as well, and wider there as far as there is room. */
  readonly isWordy?: boolean;
  /** Shows a number of an order or a waybill whole: the digits of fonts that put Latin first are wider. */
  readonly isLongNo?: boolean;
  /** The list can be put in the order of this column. */
  readonly isSortable?: boolean;
  /** Hidden until the operator shows it. */
  readonly isOptional?: boolean;
  /** Takes a share of what the others leave; its width is the least it has. */
  readonly isFlexible?: boolean;
  /** Leaves where there is no room for all, the lowest first; absent: stays. */
  readonly leaves?: number;
  /** Absent: its text. */
  cell?(row: T): ReactNode;
  /** Plain text of the cell, also for copying to a spreadsheet. */
  text(row: T): string;
}

/** A column that shows its text, unless `more` says otherwise. */
export function textColumn<T>(
  id: string,
  title: string,
  width: number,
  text: (row: T) => string,
  more: Partial<TableColumn<T>> = {},
): TableColumn<T> {
  return { id, title, width, text, ...more };
}

/**
 * A moment as the text of a column, for copying, on the clock of the shop and as a spreadsheet reads it; the cell shows it in words.
 * Nothing where there is none.
 */
export const copiedTime = (at: number | null): string => (at === null ? '' : shopSecond(at));

/** The ticked rows; a map, so that rows out of sight can still be copied. */
export interface TableTicks<T> {
  readonly rows: ReadonlyMap<string, T>;
  toggle(row: T): void;
  /** Ticks every row of the range, read or not. */
  tickRange(first: number, last: number): void;
  tickAll(): void;
  /** Ticks the rows of the range beside those that are ticked, or takes their ticks away. */
  toggleRange(first: number, last: number, isTicking: boolean): void;
  clear(): void;
}

/** Rows that belong together, under one head. */
export interface TableGroup {
  readonly key: string;
  /** Index of its first row. */
  readonly first: number;
  readonly count: number;
  readonly title: string;
  /** How many there are, in words. */
  readonly countWords: string;
  /** What else is said of them, and done with all of them at once. */
  readonly more?: ReactNode;
}

/** Rows in sight. */
export interface RowRange {
  readonly first: number;
  readonly last: number;
}

interface TableRows<T> {
  readonly total: number;
  /** Another list begins at its top again. */
  readonly listKey?: string;
  onRange?(range: RowRange): void;
  readonly isLoading: boolean;
  /** These are of the list before, as long as nothing of this one was read. */
  readonly isPrevious?: boolean;
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
  /** In the order of the rows, which all belong to one. Absent: no heads. */
  readonly groups?: readonly TableGroup[];
  /** `key` of the group a row belongs to. */
  groupOf?(row: T): string;
  readonly empty: ReactNode;
  /** How many rows there are, as this list counts: orders, parcels; absent: rows. */
  countWords?(count: number): string;
  /** What else the line under the table says; an empty one is left out. */
  readonly foot?: readonly string[];
  rowKey(row: T): string;
  /** Choosing a row leads to another place: the arrows only walk over the rows, Enter or a click chooses. */
  readonly leadsAway?: boolean;
  onActivate(row: T, index: number): void;
  onCopy(text: string): void;
}
