import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type RefObject,
  useDeferredValue,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import './virtualTable.css';
import { useKeys } from '../keys.ts';
import { fitColumns } from './fitColumns.ts';
import { GroupHead } from './GroupHead.tsx';
import { knownBox, measureBox } from './knownBox.ts';
import { useRowElements } from './rowElements.ts';
import { useRowMeasure } from './rowSize.ts';
import { useHeads, useRowWindow } from './rowWindow.ts';
import { useStateOfList } from './stateOfList.ts';
import { Loading, Skeleton, TableFoot } from './TableFoot.tsx';
import { TableHead } from './TableHead.tsx';
import { type RowHands, TableRow } from './TableRow.tsx';
import { plainLook, useTableLook } from './tableLook.ts';
import type { RowRange, TableColumn, TableGroup, VirtualTableProps } from './tableProps.ts';

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
  const [cursor, setCursor] = useStateOfList(rows.listKey, 0);
  const [anchor, setAnchor] = useStateOfList(rows.listKey, 0);
  const moveTo = (index: number, isExtending: boolean, isChosen: boolean): void => {
    setCursor(index);
    view.reveal(index);
    if (isExtending) ticks?.tickRange(Math.min(anchor, index), Math.max(anchor, index));
    else setAnchor(index);
    const row = rows.rowAt(index);
    if (row !== undefined && isChosen) props.onActivate(row, index);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const control = event.ctrlKey || event.metaKey;
    const target = nextRowIndex(event.key, cursor, rows.total, view.pageRows());
    const row = rows.rowAt(cursor);
    if (target !== null && !control && !event.altKey)
      moveTo(target, event.shiftKey, props.leadsAway !== true);
    // Whoever has just come into the list opens what the cursor is on; where a row is open, Enter is the screen's own.
    else if (event.key === 'Enter' && !control && row !== undefined && props.activeKey === null)
      props.onActivate(row, cursor);
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
      setAnchor(index);
      setCursor(index);
    } else moveTo(index, event.shiftKey, true);
  };
  return { cursor, onKeyDown, onRowClick };
}

/** What was typed there is what the list shows. */
const isSearch = (field: Element): boolean => field.closest('.search-field') !== null;

/** ↓ leads into the list from where nothing else answers it: a dozen stops of Tab are between the title and the first row. */
function useWayIn(grid: RefObject<HTMLElement | null>, isEmpty: boolean): void {
  const { t } = useTranslation();
  useKeys(
    useMemo(
      () =>
        isEmpty
          ? []
          : [
              {
                combo: 'ArrowDown',
                says: t('keys.toList'),
                inFields: isSearch,
                run: () => grid.current?.focus(),
              },
            ],
      [grid, isEmpty, t],
    ),
  );
}

const tickWidthPx = 36;
/** As long as the style sheet lets rows close up. */
const closingMs = 150;

/** Width of an element's inside as it changes; 0 before it is known. */
function useInnerWidth(element: RefObject<HTMLElement | null>, tableId: string): number {
  const [widthPx, setWidthPx] = useState(() => knownBox(tableId).widthPx);
  useLayoutEffect(() => {
    const box = element.current;
    if (box === null) return;
    const measure = (): void => setWidthPx(measureBox(tableId, box).widthPx);
    // As in `useSight`.
    if (knownBox(tableId).widthPx === 0) measure();
    const observer = new ResizeObserver(() => flushSync(measure));
    observer.observe(box);
    return () => observer.disconnect();
  }, [element, tableId]);
  return widthPx;
}

/** The columns that fit the scroller, the box for ticks beside them. */
function useFittedColumns<T>(props: VirtualTableProps<T>, roomPx: number, widthScale: number) {
  const { tableId, columns, ticks } = props;
  const isEnglish = useTranslation().i18n.language === 'en';
  const look = useTableLook((store) => store.looks[tableId]) ?? plainLook;
  const tickPx = ticks === undefined ? 0 : tickWidthPx;
  return useMemo(() => {
    const fitted = fitColumns(columns, look, Math.max(0, roomPx - tickPx), { widthScale, isEnglish });
    const template = tickPx === 0 ? fitted.template : `${tickPx}px ${fitted.template}`;
    return { shown: fitted.shown, template, minWidth: fitted.minWidth + tickPx };
  }, [columns, look, roomPx, tickPx, widthScale, isEnglish]);
}

const ignoreRange = (): void => undefined;

/** Rows by which the range in sight is rounded when it is reported: the screen redraws itself once in so many rows. */
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

/** True for a moment after the list got shorter: the rows below close up to where one has left. */
function useClosingUp({ total, listKey }: VirtualTableProps<unknown>['rows']): boolean {
  const [seen, setSeen] = useState({ listKey, total, isClosing: false });
  if (seen.total !== total || seen.listKey !== listKey)
    setSeen({ listKey, total, isClosing: seen.listKey === listKey && total < seen.total });
  useEffect(() => {
    if (!seen.isClosing) return;
    const timer = setTimeout(() => setSeen((now) => ({ ...now, isClosing: false })), closingMs);
    return () => clearTimeout(timer);
  }, [seen]);
  return seen.isClosing;
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
    keyOf: (row) => latest.current.keyOf(row),
  }));
  return hands;
}

/** The rows in sight; one that stands twice for a moment is distinguished by its place. */
function useDrawnRows<T>(props: VirtualTableProps<T>, drawing: Drawing<T>): readonly ReactNode[] {
  const { rows, ticks, activeKey } = props;
  const { t } = useTranslation();
  const tickLabel = ticks === undefined ? null : t('table.tick');
  // When many rows change at once, those in sight come first.
  const deferred = useDeferredValue(rows);
  const later = deferred.listKey === rows.listKey ? deferred : rows;
  const used = new Set<string>();
  const drawn = drawing.items.map(({ index, isSeen, start }) => {
    const row = isSeen ? rows.rowAt(index) : (later.rowAt(index) ?? rows.rowAt(index));
    const key = row === undefined ? null : props.rowKey(row);
    const name = key === null || used.has(key) ? `at ${index}` : key;
    used.add(name);
    return { index, start, row, key, name };
  });
  const elements = useRowElements(drawn.map(({ name }) => name));
  return drawn.flatMap(({ index, start, row, key }, at) => {
    const group = drawing.heads.get(index);
    const head = group !== undefined && (
      <GroupHead key={`group ${group.key}`} group={group} top={start} ticks={ticks} groupOf={props.groupOf} />
    );
    return [
      head,
      <TableRow
        key={elements[at]}
        id={`${drawing.gridId}-${index}`}
        index={index}
        top={group === undefined ? start : start + drawing.rowHeightPx}
        row={row}
        columns={drawing.shown}
        template={drawing.template}
        isActive={key !== null && key === activeKey}
        isCursor={index === drawing.cursor}
        isTicked={key !== null && ticks?.rows.has(key) === true}
        tickLabel={tickLabel}
        hands={drawing.hands}
      />,
    ];
  });
}

interface Drawing<T> {
  readonly heads: ReadonlyMap<number, TableGroup>;
  readonly rowHeightPx: number;
  readonly items: ReturnType<typeof useRowWindow>['items'];
  readonly gridId: string;
  readonly shown: readonly TableColumn<T>[];
  readonly template: string;
  readonly cursor: number;
  readonly hands: RowHands<T>;
}

/**
 * A table of any length over windows of rows. The keyboard works on the grid itself: arrows move, Space ticks,
 * Shift extends, Ctrl+A ticks all, Ctrl+C copies. Only rows in sight exist in the page; another list has the head and the room of the one
 * before, which cost more to draw than its rows.
 */
export function VirtualTable<T>(props: VirtualTableProps<T>) {
  const { rows, ticks, tableId } = props;
  const gridId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const measure = useRowMeasure();
  const roomPx = useInnerWidth(scroller, tableId);
  const { shown, template, minWidth } = useFittedColumns(props, roomPx, measure.widthScale);
  const heads = useHeads(props.groups);
  const rowHeightPx = measure.heightPx;
  const list = { total: rows.total, rowHeightPx, heads: heads.firsts };
  const { items, shiftPx, heightPx, reveal, pageRows } = useRowWindow(scroller, list, {
    tableId,
    listKey: rows.listKey,
  });
  useRangeReport(items[0]?.index ?? 0, items.at(-1)?.index ?? 0, rows.onRange ?? ignoreRange);
  const { cursor, onKeyDown, onRowClick } = useGridControls(props, { shown, reveal, pageRows });
  const hands = useSteadyHands<T>({
    click: onRowClick,
    tick: (row) => ticks?.toggle(row),
    keyOf: props.rowKey,
  });
  const isClosing = useClosingUp(rows);
  const drawing = { items, gridId, shown, template, cursor, hands, heads: heads.byFirst, rowHeightPx };
  const drawn = useDrawnRows(props, drawing);
  const isEmpty = rows.total === 0;
  useWayIn(scroller, isEmpty);
  const isPrevious = rows.isPrevious === true;
  const size = {
    '--row-height': `${measure.heightPx}px`,
    '--size-row': `${measure.textPx}px`,
    '--lead-row': `${measure.leadPx}px`,
  };
  return (
    <div className="table-frame" style={size as CSSProperties}>
      {/* biome-ignore lint/a11y/useSemanticElements: only the rows in sight exist, which a native table cannot say */}
      <div
        ref={scroller}
        className={`table${isEmpty ? ' table-blank' : ''}${minWidth > roomPx ? ' table-wide' : ''}${isPrevious ? ' table-previous' : ''}`}
        role="grid"
        tabIndex={0}
        aria-label={props.label}
        aria-rowcount={rows.total + 1}
        aria-busy={rows.isLoading}
        // Rows of the list before are only looked at.
        aria-disabled={isPrevious || undefined}
        aria-multiselectable={ticks !== undefined}
        aria-activedescendant={isEmpty ? undefined : `${gridId}-${cursor}`}
        onKeyDown={onKeyDown}
      >
        <TableHead {...{ tableId, template, minWidth, ticks }} columns={shown} total={rows.total} />
        {!isEmpty && (
          // biome-ignore lint/a11y/useSemanticElements: see above
          <div
            role="rowgroup"
            className={isClosing ? 'table-body table-closing' : 'table-body'}
            style={{ height: heightPx, minWidth }}
          >
            <div
              className="table-rows"
              style={shiftPx === 0 ? undefined : { transform: `translateY(${shiftPx}px)` }}
            >
              {drawn}
            </div>
          </div>
        )}
      </div>
      {isEmpty && (rows.isLoading ? <Skeleton /> : <div className="table-empty">{props.empty}</div>)}
      {!isEmpty && <TableFoot {...props} />}
      {isPrevious && <Loading />}
    </div>
  );
}
