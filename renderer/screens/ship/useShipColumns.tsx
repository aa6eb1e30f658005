import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderRow } from '../../../shared/contracts/orders.ts';
import { useCarrierNames } from '../../bridge/knownNames.ts';
import { regionText } from '../../parts/form/RegionHits.tsx';
import { formatMoney, formatPhone, formatWeight } from '../../parts/format.ts';
import { StateMark } from '../../parts/StateMark.tsx';
import { Dash } from '../../parts/table/TableRow.tsx';
import { copiedTime, type TableColumn, textColumn } from '../../parts/table/tableProps.ts';
import { useDescribe } from '../../words/describe.ts';
import { printTone } from '../../words/tones.ts';
import { Moment } from '../../work/Moment.tsx';
import { orderMark } from './order/orderMark.ts';
import type { ShipFilterId } from './ShipFilters.tsx';

const addressOf = ({ receiver }: OrderRow): string =>
  [regionText(receiver), receiver.detail].filter(Boolean).join(' ');

/** Columns that say what happened to the order. */
function useStateColumns(): readonly TableColumn<OrderRow>[] {
  const { t } = useTranslation();
  const describe = useDescribe();
  return useMemo(() => {
    const why = ({ errorCode, errorParams, orderNo }: OrderRow): string =>
      errorCode === '' ? '' : describe(errorCode, { ...errorParams, orderNo }).says;
    return [
      textColumn('state', t('col.state'), 112, (row) => t(`order.${orderMark(row).state}`), {
        isMark: true,
        cell: (row) => {
          const { tone, state } = orderMark(row);
          if (row.alarm !== '')
            return (
              <StateMark
                tone="failed"
                label={t(`holding.alarmOf.${row.alarm}`)}
                title={t('ship.filter.alarm')}
              />
            );
          if (row.state === 'held' && row.holdReason !== '')
            return (
              <StateMark
                tone={row.holdReason === 'refund' || row.holdReason === 'booked-before' ? 'unsure' : 'rest'}
                label={t(`hold.${row.holdReason}`)}
                title={[t('order.held'), row.holdNote].filter(Boolean).join(' · ')}
              />
            );
          return <StateMark tone={tone} label={t(`order.${state}`)} title={why(row) || undefined} />;
        },
      }),
      textColumn('why', t('col.why'), 168, why, { isFlexible: true }),
      textColumn(
        'print',
        t('col.print'),
        100,
        ({ printState }) => (printState === null ? '' : t(`job.${printState}`)),
        {
          isMark: true,
          cell: ({ printState }) =>
            printState === null ? (
              <Dash />
            ) : (
              <StateMark tone={printTone(printState)} label={t(`job.${printState}`)} />
            ),
        },
      ),
    ];
  }, [t, describe]);
}

/** Nothing of these has a number or a label yet: their columns give the address its room. */
const unbooked: readonly ShipFilterId[] = ['needs-review', 'ready', 'failed'];
/** Each of these orders waits because of something: what it is says more than its state. */
const withWhy: readonly ShipFilterId[] = ['needs-review', 'failed'];

/** Every column of the order table; the optional ones wait in the chooser. */
export function useShipColumns(filter: ShipFilterId): readonly TableColumn<OrderRow>[] {
  const { t } = useTranslation();
  const carrierName = useCarrierNames();
  const [state, why, print] = useStateColumns();
  const isUnbooked = unbooked.includes(filter);
  const hasWhy = withWhy.includes(filter);
  return useMemo(() => {
    const plain = (
      id: string,
      width: number,
      text: (row: OrderRow) => string,
      more: Partial<TableColumn<OrderRow>> = {},
    ) => textColumn(id, t(`col.${id}` as 'col.orderNo'), width, text, more);
    const moment = (id: 'paidAt' | 'shipBy') =>
      plain(id, 112, (row) => copiedTime(row[id]), {
        cell: (row) => (row[id] === null ? <Dash /> : <Moment at={row[id]} />),
        isSortable: true,
        isOptional: true,
      });
    return [
      plain('orderNo', 176, (row) => row.orderNo, { isSortable: true, isLongNo: true }),
      ...(state === undefined ? [] : [state]),
      ...(why === undefined ? [] : [{ ...why, isOptional: !hasWhy }]),
      plain('name', 68, ({ receiver }) => receiver.name),
      plain('phone', 116, ({ receiver }) => formatPhone(receiver.phone, receiver.extension), { leaves: 2 }),
      plain('address', 168, addressOf, { isFlexible: true, leaves: 3 }),
      plain('goods', 104, (row) => row.goodsText, { isFlexible: true, leaves: 5 }),
      plain('quantity', 48, (row) => String(row.quantity), { isNumeric: true, leaves: 4 }),
      plain('carrier', 104, (row) => carrierName(row.carrier), { isWordy: true }),
      plain('waybillNo', 160, (row) => row.waybillNo, { isLongNo: true, isOptional: isUnbooked, leaves: 7 }),
      ...(print === undefined ? [] : [{ ...print, isOptional: isUnbooked, leaves: 6 }]),
      plain('weight', 80, (row) => formatWeight(row.weightGrams), { isNumeric: true, isOptional: true }),
      plain('freight', 84, (row) => (row.freightFen === null ? '' : formatMoney(row.freightFen)), {
        isNumeric: true,
        isOptional: true,
      }),
      plain('source', 88, (row) => t(`source.${row.source}`, row.source), { isOptional: true }),
      plain('shop', 120, (row) => row.shop, { isOptional: true }),
      moment('shipBy'),
      moment('paidAt'),
      plain('createdAt', 112, (row) => copiedTime(row.createdAt), {
        cell: (row) => <Moment at={row.createdAt} />,
        isSortable: true,
        isWordy: true,
        leaves: 1,
      }),
    ];
  }, [t, carrierName, state, why, print, isUnbooked, hasWhy]);
}
