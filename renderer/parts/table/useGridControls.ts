import { type KeyboardEvent, type MouseEvent, useRef, useState } from 'react';
import { nextRowIndex } from './nextRowIndex.ts';
import type { TableColumn } from './tableColumn.ts';
import type { VirtualTableProps } from './virtualTableProps.ts';

interface GridView<T> {
  readonly shown: readonly TableColumn<T>[];
  /** Rows that fit at once. */
  pageRows(): number;
  reveal(index: number): void;
}

/** Tab-separated lines of the ticked rows, else of the active one, as a spreadsheet takes them. */
function copyText<T>(props: VirtualTableProps<T>, shown: readonly TableColumn<T>[], cursor: number): string {
  const { rows, ticks } = props;
  const current = rows.rowAt(cursor);
  const chosen = ticks !== undefined && ticks.rows.size > 0 ? [...ticks.rows.values()] : [current];
  return chosen
    .filter((row) => row !== undefined)
    .map((row) => shown.map((column) => column.text(row)).join('\t'))
    .join('\n');
}

/** What keys and clicks do to a grid: the cursor, the anchor of a range, ticks and copying. */
export function useGridControls<T>(props: VirtualTableProps<T>, view: GridView<T>) {
  const { rows, ticks } = props;
  const [cursor, setCursor] = useState(0);
  const anchor = useRef(0);
  const moveTo = (index: number, isExtending: boolean): void => {
    setCursor(index);
    view.reveal(index);
    if (isExtending) ticks?.tickRange(Math.min(anchor.current, index), Math.max(anchor.current, index));
    else anchor.current = index;
    const row = rows.rowAt(index);
    if (row !== undefined) props.onActivate(row, index);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const control = event.ctrlKey || event.metaKey;
    const target = nextRowIndex(event.key, cursor, rows.total, view.pageRows());
    const row = rows.rowAt(cursor);
    if (target !== null && !control && !event.altKey) moveTo(target, event.shiftKey);
    else if (event.key === ' ' && row !== undefined) ticks?.toggle(row);
    else if (control && event.key === 'a' && ticks !== undefined) ticks.tickAll();
    else if (control && event.key === 'c') props.onCopy(copyText(props, view.shown, cursor));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onRowClick = (event: MouseEvent, index: number, row: T): void => {
    if (event.ctrlKey || event.metaKey) {
      ticks?.toggle(row);
      anchor.current = index;
      setCursor(index);
    } else moveTo(index, event.shiftKey);
  };
  return { cursor, onKeyDown, onRowClick };
}
