import { useMemo } from 'react';
import type { OrderSort } from '../../bridge/queries/orderQueries.ts';
import { useTableSort } from '../../parts/table/useTableSort.ts';

const sortable = ['createdAt', 'orderNo'] as const;

/** The order of the order table as the core is asked for it; null: newest first. */
export function useShipSort(): OrderSort | null {
  const sort = useTableSort('ship');
  return useMemo(() => {
    const by = sortable.find((id) => id === sort?.columnId);
    return sort === null || by === undefined ? null : { by, isDescending: sort.isDescending };
  }, [sort]);
}
