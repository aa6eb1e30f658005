import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../format.ts';
import type { VirtualTableProps } from './tableProps.ts';

const skeletonRows = [62, 48, 70, 55, 66, 51];

/** Tells those who do not see it that rows are on their way. */
export function Loading() {
  const { t } = useTranslation();
  return (
    <span className="hidden-label" role="status">
      {t('common.loading')}
    </span>
  );
}

/** Rows that are on their way; they show themselves only when they take longer than a blink. */
export function Skeleton() {
  return (
    <div className="table-skeleton">
      <Loading />
      {skeletonRows.map((percent) => (
        <span key={percent} className="skeleton-row">
          <i style={{ width: `${percent}%` }} />
        </span>
      ))}
    </div>
  );
}

type TableFootProps<T> = Pick<VirtualTableProps<T>, 'rows' | 'ticks' | 'countWords' | 'foot'>;

function PlainTableFoot<T>({ rows, ticks, countWords, foot = [] }: TableFootProps<T>) {
  const { t } = useTranslation();
  const chosen = ticks?.rows.size ?? 0;
  const words = [
    countWords?.(rows.total) ?? t('table.rows', { count: rows.total, shown: formatCount(rows.total) }),
    chosen === 0 ? '' : t('table.chosen', { count: chosen, shown: formatCount(chosen) }),
    ...foot,
  ];
  return <p className="table-foot number">{words.filter((word) => word !== '').join(' · ')}</p>;
}

/** How many rows there are, how many are chosen, and what the screen adds to that; not redrawn while rows pass above it. */
export const TableFoot = memo(PlainTableFoot) as typeof PlainTableFoot;
