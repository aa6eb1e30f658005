import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type MouseEvent,
  memo,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import './virtualTable.css';
import { TableHead } from './TableHead.tsx';
import { isColumnShown, orderColumns, plainLook, useTableLook } from './tableLook.ts';
import type { RowRange, TableColumn, VirtualTableProps } from './tableProps.ts';

/** Where a key leads from a row, or null when the key does not move. */
export function nextRowIndex(key: string, index: number, total: number, pageRows: number): number | null {
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    PageDown: index + pageRows,
    PageUp: index - pageRows,
    Home: 0,
    End: total - 1,
  };
  const target = targets[key];
  if (target === undefined || total === 0) return null;
  return Math.min(total - 1, Math.max(0, target));
}

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
function useGridControls<T>(props: VirtualTableProps<T>, view: GridView<T>) {
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

/** What a row does when it is pressed; filled anew by the table at each render. */
interface RowHands<T> {
  click(event: MouseEvent, index: number, row: T): void;
  tick(row: T): void;
}

interface TableRowProps<T> {
  readonly id: string;
  readonly index: number;
  readonly top: number;
  readonly row: T | undefined;
  readonly columns: readonly TableColumn<T>[];
  readonly template: string;
  readonly isActive: boolean;
  readonly isCursor: boolean;
  readonly isTicked: boolean;
  readonly hasTicks: boolean;
  /** The same object at every render, so that a scroll draws only the rows that come into sight. */
  readonly hands: RowHands<T>;
}

function PlainTableRow<T>(props: TableRowProps<T>) {
  const { t } = useTranslation();
  const { row, index, hands, hasTicks, isActive, isCursor, isTicked } = props;
  const state = `${isActive ? ' row-active' : ''}${isCursor ? ' row-cursor' : ''}${isTicked ? ' row-ticked' : ''}`;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus and names this row as active
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles the keys for all its rows
    // biome-ignore lint/a11y/useSemanticElements: see VirtualTable
    <div
      id={props.id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isTicked || isActive}
      className={`row${state}`}
      style={{
        transform: `translateY(${props.top}px)`,
        gridTemplateColumns: hasTicks ? `36px ${props.template}` : props.template,
      }}
      onClick={row === undefined ? undefined : (event) => hands.click(event, index, row)}
    >
      {hasTicks && (
        // biome-ignore lint/a11y/useFocusableInteractive: cells are read through their row
        // biome-ignore lint/a11y/useSemanticElements: see VirtualTable
        // biome-ignore lint/a11y/useKeyWithClickEvents: Space on the grid does the same; a click beside the small box means the box
        <span
          role="gridcell"
          className="cell cell-tick"
          onClick={(event) => {
            event.stopPropagation();
            if (row !== undefined) hands.tick(row);
          }}
        >
          <input type="checkbox" tabIndex={-1} checked={isTicked} readOnly aria-label={t('table.tick')} />
        </span>
      )}
      {row === undefined ? (
        <span className="cell cell-blank" />
      ) : (
        props.columns.map((column) => (
          // biome-ignore lint/a11y/useFocusableInteractive: cells are read through their row
          // biome-ignore lint/a11y/useSemanticElements: see VirtualTable
          <span key={column.id} role="gridcell" className={`cell${column.isNumeric ? ' cell-number' : ''}`}>
            {column.cell === undefined ? (
              <span className="number" title={column.text(row)}>
                {column.text(row)}
              </span>
            ) : (
              column.cell(row)
            )}
          </span>
        ))
      )}
    </div>
  );
}

const TableRow = memo(PlainTableRow) as typeof PlainTableRow;

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

const untold = (): void => undefined;

/** Rows by which the range in sight is rounded when it is told: the screen draws itself anew once in so many rows. */
const rangeStepRows = 50;

/** Tells which rows are in sight, with a margin, whenever that changes by a step. */
function useRangeReport(first: number, last: number, onRange: (range: RowRange) => void): void {
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
  });
  /** The head lies over the first rows in the scroller and the scroll bar over its last: what is seen lies between. */
  const reveal = (index: number): void => {
    const box = scroller.current;
    if (box === null) return;
    const seenPx = box.clientHeight - (box.querySelector<HTMLElement>('.row-head')?.offsetHeight ?? 0);
    const top = index * rowHeightPx;
    if (top < box.scrollTop) box.scrollTop = top;
    else if (top + rowHeightPx > box.scrollTop + seenPx) box.scrollTop = top + rowHeightPx - seenPx;
  };
  return {
    scroller,
    items: virtual.getVirtualItems(),
    heightPx: virtual.getTotalSize(),
    reveal,
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
  return <Grid key={props.rows.listKey} {...props} />;
}

function Grid<T>(props: VirtualTableProps<T>) {
  const { rows, ticks, tableId, rowKey, activeKey } = props;
  const { t } = useTranslation();
  const gridId = useId();
  const { shown, template, minWidth } = useShownColumns(tableId, props.columns);
  const { scroller, items, heightPx, reveal, pageRows } = useRowWindow(rows.total);
  useRangeReport(items[0]?.index ?? 0, items.at(-1)?.index ?? 0, rows.onRange ?? untold);
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
