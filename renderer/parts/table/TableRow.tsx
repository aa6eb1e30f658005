import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { TableColumn } from './tableColumn.ts';

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
  readonly onTick: (() => void) | undefined;
  readonly onClick: ((event: MouseEvent) => void) | undefined;
}

export function TableRow<T>(props: TableRowProps<T>) {
  const { t } = useTranslation();
  const { row, isActive, isCursor, isTicked, onTick } = props;
  const state = `${isActive ? ' row-active' : ''}${isCursor ? ' row-cursor' : ''}${isTicked ? ' row-ticked' : ''}`;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus and names this row as active
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles the keys for all its rows
    // biome-ignore lint/a11y/useSemanticElements: see VirtualTable
    <div
      id={props.id}
      role="row"
      aria-rowindex={props.index + 2}
      aria-selected={isTicked || isActive}
      className={`row${state}`}
      style={{
        transform: `translateY(${props.top}px)`,
        gridTemplateColumns: onTick || !row ? `36px ${props.template}` : props.template,
      }}
      onClick={props.onClick}
    >
      {onTick !== undefined && (
        // biome-ignore lint/a11y/noStaticElementInteractions: a click beside the small box still means the box
        // biome-ignore lint/a11y/useKeyWithClickEvents: Space on the grid does the same
        <span
          className="cell cell-tick"
          onClick={(event) => {
            event.stopPropagation();
            onTick();
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
