import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import './virtualTable.css';
import { isColumnShown, orderColumns } from './arrangeColumns.ts';
import { TableHead } from './TableHead.tsx';
import { type RowHands, TableRow } from './TableRow.tsx';
import type { TableColumn } from './tableColumn.ts';
import { useGridControls } from './useGridControls.ts';
import { plainLook, useTableLook } from './useTableLook.ts';
import type { VirtualTableProps } from './virtualTableProps.ts';

const rowHeightPx = 34;
/** Rows drawn beyond each edge, so that a fast wheel shows no blank. */
const overscanRows = 12;

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

/** Rows by which the range in sight is rounded when it is told: the screen draws itself anew once in so many rows. */
const rangeStepRows = 50;

/** Tells which rows are in sight, with a margin, whenever that changes by a step. */
function useRangeReport(first: number, last: number, onRange: VirtualTableProps<unknown>['onRange']): void {
  const from = Math.floor(first / rangeStepRows) * rangeStepRows;
  const to = Math.ceil((last + 1) / rangeStepRows) * rangeStepRows - 1;
  const report = useRef(onRange);
  useEffect(() => {
    report.current = onRange;
  }, [onRange]);
  useEffect(() => report.current({ first: from, last: to }), [from, to]);
}

/** The virtual rows of one scrolling element, and how the keyboard moves through them. */
function useRowWindow(total: number) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeightPx,
    overscan: overscanRows,
    scrollPaddingStart: rowHeightPx,
  });
  return {
    scroller,
    items: virtual.getVirtualItems(),
    heightPx: virtual.getTotalSize(),
    reveal: (index: number) => virtual.scrollToIndex(index),
    pageRows: () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeightPx) - 2),
  };
}

/** One object for all renders that always calls the newest functions. */
function useSteadyHands<T>(newest: RowHands<T>): RowHands<T> {
  const latest = useRef(newest);
  useLayoutEffect(() => {
    latest.current = newest;
  });
  const [hands] = useState<RowHands<T>>(() => ({
    click: (event, index, row) => latest.current.click(event, index, row),
    tick: (row) => latest.current.tick(row),
  }));
  return hands;
}

/**
 * A table of any length over windows of rows. The keyboard works on the grid itself: arrows move, Space ticks,
 * Shift extends, Ctrl+A ticks all, Ctrl+C copies. Only rows in sight exist in the page.
 */
export function VirtualTable<T>(props: VirtualTableProps<T>) {
  const { rows, ticks, tableId, rowKey, activeKey } = props;
  const { t } = useTranslation();
  const gridId = useId();
  const { shown, template, minWidth } = useShownColumns(tableId, props.columns);
  const { scroller, items, heightPx, reveal, pageRows } = useRowWindow(rows.total);
  useRangeReport(items[0]?.index ?? 0, items.at(-1)?.index ?? 0, props.onRange);
  const { cursor, onKeyDown, onRowClick } = useGridControls(props, { shown, reveal, pageRows });
  const hands = useSteadyHands<T>({ click: onRowClick, tick: (row) => ticks?.toggle(row) });
  const drawn = items.map(({ index, start }) => {
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
        isTicked={key !== null && ticks?.rows.has(key) === true}
        hasTicks={ticks !== undefined}
        hands={hands}
      />
    );
  });
  return (
    // biome-ignore lint/a11y/useSemanticElements: only the rows in sight exist, which a native table cannot say
    <div
      ref={scroller}
      className={rows.total === 0 ? 'table table-blank' : 'table'}
      role="grid"
      tabIndex={0}
      aria-label={props.label}
      aria-rowcount={rows.total + 1}
      aria-multiselectable={ticks !== undefined}
      aria-activedescendant={rows.total > 0 ? `${gridId}-${cursor}` : undefined}
      onKeyDown={onKeyDown}
    >
      <TableHead {...{ tableId, template, minWidth, ticks }} columns={shown} total={rows.total} />
      {rows.total > 0 ? (
        // biome-ignore lint/a11y/useSemanticElements: see above
        <div role="rowgroup" className="table-body" style={{ height: heightPx, minWidth }}>
          {drawn}
        </div>
      ) : (
        <div className="table-empty">
          {rows.isLoading ? <p className="soft">{t('common.loading')}</p> : props.empty}
        </div>
      )}
    </div>
  );
}
