import type { ReactNode } from 'react';

export interface TableColumn<T> {
  readonly id: string;
  readonly title: string;
  /** px at first; the operator may change it. */
  readonly width: number;
  readonly isNumeric?: boolean;
  /** Hidden until the operator shows it. */
  readonly isOptional?: boolean;
  cell(row: T): ReactNode;
  /** Plain text of the cell for copying to a spreadsheet. */
  text(row: T): string;
}
