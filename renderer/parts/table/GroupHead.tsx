import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { TableGroup, TableTicks } from './tableProps.ts';

interface GroupHeadProps<T> {
  readonly group: TableGroup;
  readonly top: number;
  readonly ticks: TableTicks<T> | undefined;
  readonly groupOf: ((row: T) => string) | undefined;
}

/** The head of rows that belong together: what they are, how many, and one tick for all of them. */
export function GroupHead<T>({ group, top, ticks, groupOf }: GroupHeadProps<T>) {
  const { t } = useTranslation();
  const box = useRef<HTMLInputElement>(null);
  const { key, first, count, title, countWords, more } = group;
  const ticked =
    ticks === undefined || groupOf === undefined
      ? 0
      : [...ticks.rows.values()].filter((row) => groupOf(row) === key).length;
  const isPart = ticked > 0 && ticked < count;
  useEffect(() => {
    if (box.current !== null) box.current.indeterminate = isPart;
  }, [isPart]);
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus; the box is pressed, rows are ticked by Space
    // biome-ignore lint/a11y/useSemanticElements: see VirtualTable
    <div role="row" className="row row-group" style={{ transform: `translateY(${top}px)` }}>
      {ticks !== undefined && (
        // biome-ignore lint/a11y/useFocusableInteractive: cells are read through their row
        // biome-ignore lint/a11y/useSemanticElements: see VirtualTable
        <span role="gridcell" className="cell cell-tick">
          <input
            ref={box}
            type="checkbox"
            checked={ticked > 0 && ticked === count}
            aria-label={t('table.tickGroup', { name: title })}
            onChange={() => ticks.toggleRange(first, first + count - 1, ticked < count)}
          />
        </span>
      )}
      {/* biome-ignore lint/a11y/useFocusableInteractive: cells are read through their row */}
      {/* biome-ignore lint/a11y/useSemanticElements: see VirtualTable */}
      <span
        role="gridcell"
        className={more === undefined ? 'cell group-title' : 'cell group-title group-more'}
        title={title}
      >
        <strong>{title}</strong> {countWords !== '' && <span className="soft number">{countWords}</span>}
        {more}
      </span>
    </div>
  );
}
