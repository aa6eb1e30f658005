import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { OrderRow } from '../../../shared/contracts/orders.ts';
import { ask } from '../../bridge/core.ts';
import type { WindowRows } from '../../bridge/windowRows.ts';
import { formatCount, formatMoney } from '../../parts/format.ts';
import { go } from '../../parts/place.ts';
import type { TableGroup, TableTicks } from '../../parts/table/tableProps.ts';
import { ListTable } from '../../work/ListTable.tsx';
import { useNarrowedBy } from '../../work/narrowedBy.ts';
import { groupOfGoods } from './GoodsGroups.tsx';
import { OrderDetail } from './order/OrderDetail.tsx';
import { isWork } from './ShipFilters.tsx';
import type { useShipColumns } from './useShipColumns.tsx';
import { type ShipShown, useMarks } from './useShipFilter.ts';

export interface ShipTableProps {
  readonly shown: ShipShown;
  readonly rows: WindowRows<OrderRow>;
  readonly ticks: TableTicks<OrderRow>;
  readonly columns: ReturnType<typeof useShipColumns>;
  /** Orders of the same goods together; null: by themselves. */
  readonly groups: readonly TableGroup[] | null;
}

/** What the ticked orders cost to send, as far as it is known; empty when none of them was priced. */
function useFreightWords(ticked: ReadonlyMap<string, OrderRow>): string {
  const { t } = useTranslation();
  const known = [...ticked.values()].flatMap(({ freightFen }) => (freightFen === null ? [] : [freightFen]));
  if (known.length === 0) return '';
  const money = formatMoney(known.reduce((sum, fen) => sum + fen, 0));
  const unknown = ticked.size - known.length;
  return unknown === 0
    ? t('ship.aboutCost', { money })
    : t('ship.aboutCostOf', { money, count: unknown, shown: formatCount(unknown) });
}

/** Of a search that more begins with than the list holds; empty: the list holds all of it. */
function useLimitWords(search: string): string {
  const { t } = useTranslation();
  const asked = ask.orders.searchLimit.queryOptions({ input: { search }, enabled: search !== '' });
  const most = useQuery(asked).data?.most ?? null;
  return most === null ? '' : t('ship.searchLimit', { most: formatCount(most) });
}

/** The orders, and one of them beside. */
export function ShipTable({ shown, rows, ticks, columns, groups }: ShipTableProps) {
  const { t } = useTranslation();
  const { state, setState, searched, setSearch, activeId, setActiveId, booked, setBooked } = shown;
  const showAll = (): void => {
    setBooked(null);
    setState('all');
    setSearch('');
  };
  const freight = useFreightWords(ticks.rows);
  const limit = useLimitWords(searched);
  const isDone = searched === '' && booked === null && isWork(state);
  const narrowedBy = useNarrowedBy();
  const narrowed = [state === 'all' ? '' : t(`ship.filter.${state}`), ...useMarks(shown)];
  return (
    <ListTable
      tableId="ship"
      label={t('screen.ship')}
      columns={columns}
      rows={rows}
      activeKey={activeId}
      ticks={ticks}
      {...(groups === null ? {} : { groups, groupOf: groupOfGoods(groups) })}
      rowKey={rowId}
      onActivate={(row) => setActiveId(row.id)}
      countWords={(count) => t('table.orders', { count, shown: formatCount(count) })}
      foot={[limit, freight]}
      nothing={
        isDone
          ? {
              icon: 'check',
              title: t('ship.allDone', { filter: t(`ship.filter.${state}`) }),
              act: { label: t('common.showAll'), run: showAll },
            }
          : state !== 'all' || searched !== '' || booked !== null
            ? {
                icon: 'search',
                title: t('ship.noneFound'),
                note: narrowedBy(narrowed, searched),
                act: { label: t('common.showAll'), run: showAll },
              }
            : {
                icon: 'ship',
                title: t('ship.empty'),
                note: t('ship.emptyNote'),
                act: { label: t('ship.toImport'), isMain: true, run: () => go('import') },
              }
      }
    >
      {activeId !== null && (
        <OrderDetail
          key={activeId}
          orderId={activeId}
          onShow={setActiveId}
          onClose={() => setActiveId(null)}
        />
      )}
    </ListTable>
  );
}

export function rowId(row: OrderRow): string {
  return row.id;
}
