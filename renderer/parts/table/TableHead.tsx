import { type KeyboardEvent, memo, type PointerEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../Icon.tsx';
import { nextSort, plainLook, type TableSort, useTableLook } from './tableLook.ts';
import type { TableColumn, TableTicks } from './tableProps.ts';

const minWidthPx = 48;
const keyStepPx = 8;

interface ResizeGripProps {
  readonly tableId: string;
  readonly columnId: string;
  readonly width: number;
  readonly title: string;
}

function PlainResizeGrip({ tableId, columnId, width, title }: ResizeGripProps) {
  const { t } = useTranslation();
  const start = useRef<{ readonly x: number; readonly width: number } | null>(null);
  const resize = (wanted: number): void => {
    const { looks, change } = useTableLook.getState();
    const widths = (looks[tableId] ?? plainLook).widths;
    change(tableId, { widths: { ...widths, [columnId]: Math.max(minWidthPx, Math.round(wanted)) } });
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a focusable separator is how a splitter is told to readers
    <span
      role="separator"
      tabIndex={-1}
      aria-orientation="vertical"
      aria-valuenow={width}
      aria-label={t('table.resize', { column: title })}
      className="resize-grip"
      onPointerDown={(event: PointerEvent<HTMLSpanElement>) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { x: event.clientX, width };
      }}
      onPointerMove={(event) => {
        if (start.current !== null) resize(start.current.width + event.clientX - start.current.x);
      }}
      onPointerUp={() => {
        start.current = null;
      }}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key === 'ArrowLeft') resize(width - keyStepPx);
        if (event.key === 'ArrowRight') resize(width + keyStepPx);
      }}
    />
  );
}

const ResizeGrip = memo(PlainResizeGrip);

interface HeadTitleProps<T> {
  readonly tableId: string;
  readonly column: TableColumn<T>;
  readonly sort: TableSort | null;
}

/** The title; of a column that can order the list, a button that does: up, down, the list's own order again. */
function HeadTitle<T>({ tableId, column, sort }: HeadTitleProps<T>) {
  if (column.isSortable !== true) return <>{column.title}</>;
  return (
    <button
      type="button"
      className="head-sort"
      onClick={() => useTableLook.getState().change(tableId, { sort: nextSort(sort, column.id) })}
    >
      {column.title}
      {sort?.columnId === column.id && <Icon name={sort.isDescending ? 'down' : 'up'} size={14} />}
    </button>
  );
}

/** As a screen reader says it. */
function sortWord(sort: TableSort | null, columnId: string): 'ascending' | 'descending' | 'none' {
  if (sort?.columnId !== columnId) return 'none';
  return sort.isDescending ? 'descending' : 'ascending';
}

interface TableHeadProps<T> {
  readonly tableId: string;
  readonly columns: readonly TableColumn<T>[];
  readonly template: string;
  readonly minWidth: number;
  readonly ticks: TableTicks<T> | undefined;
  readonly total: number;
}

function PlainTableHead<T>({ tableId, columns, template, minWidth, ticks, total }: TableHeadProps<T>) {
  const { t } = useTranslation();
  const look = useTableLook((store) => store.looks[tableId]) ?? plainLook;
  const isAllTicked = ticks !== undefined && total > 0 && ticks.rows.size >= total;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: a head row is not acted on
    // biome-ignore lint/a11y/useSemanticElements: see VirtualTable
    <div
      role="row"
      aria-rowindex={1}
      className="row row-head"
      style={{ minWidth, gridTemplateColumns: template }}
    >
      {ticks !== undefined && (
        // biome-ignore lint/a11y/useFocusableInteractive: heads are read through their row
        // biome-ignore lint/a11y/useSemanticElements: see VirtualTable
        <span role="columnheader" className="cell cell-tick">
          <input
            type="checkbox"
            checked={isAllTicked}
            aria-label={t('table.tickAll')}
            onChange={() => (isAllTicked ? ticks.clear() : ticks.tickAll())}
          />
        </span>
      )}
      {columns.map((column, at) => (
        // biome-ignore lint/a11y/useFocusableInteractive: heads are read through their row
        // biome-ignore lint/a11y/useSemanticElements: see VirtualTable
        <span
          key={column.id}
          role="columnheader"
          aria-sort={column.isSortable ? sortWord(look.sort ?? null, column.id) : undefined}
          className={`cell${column.isNumeric ? ' cell-number' : ''}${at === 0 ? ' cell-first' : ''}`}
        >
          <HeadTitle tableId={tableId} column={column} sort={look.sort ?? null} />
          <ResizeGrip
            tableId={tableId}
            columnId={column.id}
            width={look.widths[column.id] ?? column.width}
            title={column.title}
          />
        </span>
      ))}
    </div>
  );
}

/** Not redrawn while rows pass beneath it. */
export const TableHead = memo(PlainTableHead) as typeof PlainTableHead;
