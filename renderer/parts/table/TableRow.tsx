import { type MouseEvent, memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TableColumn } from './tableColumn.ts';

/** What a row does when it is pressed; filled anew by the table at each render. */
export interface RowHands<T> {
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
        // biome-ignore lint/a11y/noStaticElementInteractions: a click beside the small box still means the box
        // biome-ignore lint/a11y/useKeyWithClickEvents: Space on the grid does the same
        <span
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
            {column.cell(row)}
          </span>
        ))
      )}
    </div>
  );
}

export const TableRow = memo(PlainTableRow) as typeof PlainTableRow;
