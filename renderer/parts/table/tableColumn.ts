import type { ReactNode } from 'react';

export interface TableColumn<T> {
  readonly id: string;
  readonly title: string;
  /** px at first; the operator may change it. */
  readonly width: number;
  readonly isNumeric?: boolean;
  /** The list can be put in the order of this column. */
  readonly isSortable?: boolean;
  /** Hidden until the operator shows it. */
  readonly isOptional?: boolean;
  cell(row: T): ReactNode;
  /** Plain text of the cell for copying to a spreadsheet. */
  text(row: T): string;
}
