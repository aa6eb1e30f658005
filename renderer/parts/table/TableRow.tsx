import { Fragment, type MouseEvent, memo, type ReactNode, useState } from 'react';
import type { TableColumn } from './tableProps.ts';

/** What a row does when it is pressed; filled again by the table at each render. */
export interface RowHands<T> {
  click(event: MouseEvent, index: number, row: T): void;
  tick(row: T): void;
  keyOf(row: T): string;
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
  /** What the box is called; null: rows are not ticked. */
  readonly tickLabel: string | null;
  /** The same object at every render, so that a scroll draws only the rows that come into sight. */
  readonly hands: RowHands<T>;
}

const none: ReadonlySet<string> = new Set();

/** Columns whose words changed since the same row was last drawn. */
function useChanged<T>({ row, columns, hands }: TableRowProps<T>): ReadonlySet<string> {
  const [seen, setSeen] = useState({ row, changed: none });
  if (seen.row === row) return seen.changed;
  const { row: before } = seen;
  const isSame = before !== undefined && row !== undefined && hands.keyOf(before) === hands.keyOf(row);
  const changed = isSame
    ? new Set(columns.filter((column) => column.text(before) !== column.text(row)).map(({ id }) => id))
    : none;
  setSeen({ row, changed });
  return changed;
}

/**
 * The words of a cell; nothing, and a zero among figures, as a faint dash. Neither an element nor a component of their own: twenty rows that
 * come into sight at once are 280 cells, and a frame that draws them is the longest there is. Only the first cell, which lays out what stays
 * in sight of a wide table, cuts what is within an element.
 */
function wordsOf<T>({ isNumeric, isLongNo, text }: TableColumn<T>, row: T, isFirst: boolean): ReactNode {
  const words = text(row);
  if (words === '' || (isNumeric === true && words === '0')) return <Dash />;
  if (isLongNo === true && words.length > wholeNoLength) return <CutInside words={words} />;
  return isFirst ? <span>{words}</span> : words;
}

/** A column of numbers shows one of this length whole. */
const wholeNoLength = 19;
/** Numbers differ at their end: parcels of one order differ by “-X1” and “-X2” alone. */
const keptAtEnd = 7;

/** A number too long for its column loses letters from its middle, never its end. */
function CutInside({ words }: { readonly words: string }) {
  return (
    <span className="cell-cut">
      <span>{words.slice(0, -keptAtEnd)}</span>
      {words.slice(-keptAtEnd)}
    </span>
  );
}

/** Nothing stands here. */
export function Dash() {
  return <span className="cell-dash">–</span>;
}

interface TickCellProps {
  readonly label: string;
  readonly isTicked: boolean;
  onTick(): void;
}

function TickCell({ label, isTicked, onTick }: TickCellProps) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: cells are read through their row
    // biome-ignore lint/a11y/useSemanticElements: see VirtualTable
    // biome-ignore lint/a11y/useKeyWithClickEvents: Space on the grid does the same; a click beside the small box means the box
    <span
      role="gridcell"
      className="cell cell-tick"
      onClick={(event) => {
        event.stopPropagation();
        onTick();
      }}
    >
      <input type="checkbox" tabIndex={-1} checked={isTicked} readOnly aria-label={label} />
    </span>
  );
}

function PlainTableRow<T>(props: TableRowProps<T>) {
  const { row, index, hands, isActive, isCursor, isTicked } = props;
  const changed = useChanged(props);
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
      style={{ transform: `translateY(${props.top}px)`, gridTemplateColumns: props.template }}
      onClick={row === undefined ? undefined : (event) => hands.click(event, index, row)}
    >
      {props.tickLabel !== null && (
        <TickCell
          label={props.tickLabel}
          isTicked={isTicked}
          onTick={() => row !== undefined && hands.tick(row)}
        />
      )}
      {row === undefined ? (
        <span className="cell cell-blank" />
      ) : (
        props.columns.map((column, at) => {
          const look = `${column.isNumeric ? ' cell-number' : ''}${at === 0 ? ' cell-first' : ''}`;
          return (
            // biome-ignore lint/a11y/useFocusableInteractive: cells are read through their row
            // biome-ignore lint/a11y/useSemanticElements: see VirtualTable
            <span
              key={changed.has(column.id) ? `${column.id} ${column.text(row)}` : column.id}
              role="gridcell"
              data-column={column.id}
              title={column.cell === undefined ? column.text(row) : undefined}
              className={`cell number${look}${changed.has(column.id) ? ' cell-changed' : ''}`}
            >
              {column.cell === undefined ? (
                wordsOf(column, row, at === 0)
              ) : (
                // What a cell remembers is of its row, not of the element that another row takes over.
                <Fragment key={hands.keyOf(row)}>{column.cell(row)}</Fragment>
              )}
            </span>
          );
        })
      )}
    </div>
  );
}

export const TableRow = memo(PlainTableRow) as typeof PlainTableRow;
