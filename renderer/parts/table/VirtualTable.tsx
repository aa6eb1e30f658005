import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import './virtualTable.css';
import { isColumnShown, orderColumns } from './arrangeColumns.ts';
import { nextRowIndex } from './nextRowIndex.ts';
import { TableHead } from './TableHead.tsx';
import { TableRow } from './TableRow.tsx';
import type { TableColumn } from './tableColumn.ts';
import { plainLook, useTableLook } from './useTableLook.ts';

const rowHeightPx = 34;
/** Rows drawn beyond each edge, so that a fast wheel shows no blank. */
const overscanRows = 12;

export interface TableTicks {
  readonly keys: ReadonlySet<string>;
  toggle(key: string): void;
  /** Ticks every row of the range, read or not. */
  tickRange(first: number, last: number): void;
  tickAll(): void;
  clear(): void;
}

interface VirtualTableProps<T> {
  /** Name under which widths and columns are remembered. */
  readonly tableId: string;
  readonly label: string;
  readonly columns: readonly TableColumn<T>[];
  readonly rows: { readonly total: number; readonly isLoading: boolean; rowAt(index: number): T | undefined };
  readonly activeKey: string | null;
  readonly ticks?: TableTicks;
  readonly empty: ReactNode;
  rowKey(row: T): string;
  onRange(range: { readonly first: number; readonly last: number }): void;
  onActivate(row: T, index: number): void;
  onCopy(text: string): void;
}

function useShownColumns<T>(tableId: string, columns: readonly TableColumn<T>[]) {
  const look = useTableLook((store) => store.looks[tableId]) ?? plainLook;
  return useMemo(() => {
    const shown = orderColumns(columns, look).filter((column) => isColumnShown(column, look));
    const widths = shown.map((column) => look.widths[column.id] ?? column.width);
    const last = widths.length - 1;
    return {
      shown,
      template: widths.map((width, at) => (at === last ? `minmax(${width}px, 1fr)` : `${width}px`)).join(' '),
      minWidth: widths.reduce((sum, width) => sum + width, 0),
    };
  }, [columns, look]);
}

/** Reports the rows in sight, with a margin, whenever they change. */
function useRangeReport(first: number, last: number, onRange: VirtualTableProps<unknown>['onRange']): void {
  const report = useRef(onRange);
  report.current = onRange;
  useEffect(() => report.current({ first, last }), [first, last]);
}

/**
 * A table of any length over windows of rows. The keyboard works on the grid itself: arrows move, Space ticks,
 * Shift extends, Ctrl+A ticks all, Ctrl+C copies. Only rows in sight exist in the page.
 */
export function VirtualTable<T>(props: VirtualTableProps<T>) {
  const { rows, ticks, columns, tableId, rowKey, activeKey } = props;
  const { t } = useTranslation();
  const gridId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [cursor, setCursor] = useState(0);
  const anchor = useRef(0);
  const { shown, template, minWidth } = useShownColumns(tableId, columns);
  const virtual = useVirtualizer({
    count: rows.total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeightPx,
    overscan: overscanRows,
    scrollPaddingStart: rowHeightPx,
  });
  const items = virtual.getVirtualItems();
  useRangeReport(items[0]?.index ?? 0, items.at(-1)?.index ?? 0, props.onRange);
  const moveTo = (index: number, isExtending: boolean): void => {
    setCursor(index);
    virtual.scrollToIndex(index);
    if (isExtending && ticks !== undefined)
      ticks.tickRange(Math.min(anchor.current, index), Math.max(anchor.current, index));
    else anchor.current = index;
    const row = rows.rowAt(index);
    if (row !== undefined) props.onActivate(row, index);
  };
  const copy = (): void => {
    const chosen = Array.from({ length: rows.total }, (_, index) => index)
      .map((index) => rows.rowAt(index))
      .filter((row) => row !== undefined)
      .filter((row) =>
        ticks !== undefined && ticks.keys.size > 0 ? ticks.keys.has(rowKey(row)) : rowKey(row) === activeKey,
      );
    props.onCopy(chosen.map((row) => shown.map((column) => column.text(row)).join('\t')).join('\n'));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const control = event.ctrlKey || event.metaKey;
    const target = nextRowIndex(
      event.key,
      cursor,
      rows.total,
      Math.floor((scroller.current?.clientHeight ?? 400) / rowHeightPx) - 2,
    );
    const row = rows.rowAt(cursor);
    if (target !== null && !control && !event.altKey) moveTo(target, event.shiftKey);
    else if (event.key === ' ' && row !== undefined) ticks?.toggle(rowKey(row));
    else if (control && event.key === 'a' && ticks !== undefined) ticks.tickAll();
    else if (control && event.key === 'c') copy();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onRowClick = (event: MouseEvent, index: number, row: T): void => {
    if (event.ctrlKey || event.metaKey) {
      ticks?.toggle(rowKey(row));
      anchor.current = index;
      setCursor(index);
    } else moveTo(index, event.shiftKey);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: only the rows in sight exist, which a native table cannot say
    <div
      ref={scroller}
      className="table"
      role="grid"
      tabIndex={0}
      aria-label={props.label}
      aria-rowcount={rows.total + 1}
      aria-multiselectable={ticks !== undefined}
      aria-activedescendant={rows.total > 0 ? `${gridId}-${cursor}` : undefined}
      onKeyDown={onKeyDown}
    >
      <TableHead
        tableId={tableId}
        columns={shown}
        template={template}
        minWidth={minWidth}
        ticks={ticks}
        total={rows.total}
      />
      {rows.total === 0 ? (
        <div className="table-empty">
          {rows.isLoading ? <p className="soft">{t('common.loading')}</p> : props.empty}
        </div>
      ) : (
        <div role="rowgroup" className="table-body" style={{ height: virtual.getTotalSize(), minWidth }}>
          {items.map(({ index, start }) => {
            const row = rows.rowAt(index);
            const key = row === undefined ? null : rowKey(row);
            return (
              <TableRow
                key={index}
                id={`${gridId}-${index}`}
                index={index}
                top={start}
                row={row}
                columns={shown}
                template={template}
                isActive={key !== null && key === activeKey}
                isCursor={index === cursor}
                isTicked={key !== null && ticks?.keys.has(key) === true}
                onTick={ticks === undefined || key === null ? undefined : () => ticks.toggle(key)}
                onClick={row === undefined ? undefined : (event) => onRowClick(event, index, row)}
              />
            );
          })}
        </div>
      )}
    </div>
  );
}
