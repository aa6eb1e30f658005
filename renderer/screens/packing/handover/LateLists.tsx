import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answered } from '../../../../shared/contracts/contract.ts';
import type { HandoverRow } from '../../../../shared/contracts/packing/handover.ts';
import { ask } from '../../../bridge/core.ts';
import { useCarrierNames } from '../../../bridge/knownNames.ts';
import { useWindowRows } from '../../../bridge/windowRows.ts';
import { go } from '../../../parts/place.ts';
import { copiedTime, type TableColumn, textColumn } from '../../../parts/table/tableProps.ts';
import { ListTable } from '../../../work/ListTable.tsx';
import { Moment } from '../../../work/Moment.tsx';

type Stayed = Answered<'handover', 'stayed'>['rows'][number];
type LatePickup = Answered<'handover', 'latePickups'>['rows'][number];

export const lateKinds = ['stayed', 'unsigned', 'pickups'] as const;
export type LateKind = (typeof lateKinds)[number];

const toOrder = ({ orderId }: { readonly orderId: string }): void => go('ship', { orderId });

/** Order, number and carrier of a parcel, in front of the message about it. */
function useParcelColumns<Row extends { orderNo: string; waybillNo: string; carrier: string }>(
  more: readonly TableColumn<Row>[],
): readonly TableColumn<Row>[] {
  const { t } = useTranslation();
  const carrierName = useCarrierNames();
  return useMemo(
    () => [
      textColumn('waybillNo', t('col.waybillNo'), 184, (row: Row) => row.waybillNo, { isLongNo: true }),
      textColumn('orderNo', t('col.orderNo'), 200, (row: Row) => row.orderNo, {
        isFlexible: true,
        isLongNo: true,
      }),
      textColumn('carrier', t('col.carrier'), 128, (row: Row) => carrierName(row.carrier)),
      ...more,
    ],
    [t, carrierName, more],
  );
}

/** Parcels the courier has left behind. */
function StayedTable() {
  const { t } = useTranslation();
  const rows = useWindowRows(ask.handover.stayed, {});
  const packedAt = useMemo(
    () => [
      textColumn('packedAt', t('packing.col.packedAt'), 128, (row: Stayed) => copiedTime(row.packedAt), {
        cell: (row) => <Moment at={row.packedAt} as="age" />,
      }),
    ],
    [t],
  );
  const columns = useParcelColumns(packedAt);
  return (
    <ListTable<Stayed>
      tableId="handover-stayed"
      label={t('packing.lateKind.stayed')}
      columns={columns}
      rows={rows}
      activeKey={null}
      rowKey={({ parcelId }) => parcelId}
      leadsAway
      onActivate={toOrder}
      countWords={(count) => t('packing.packedCount', { count })}
      foot={[t('packing.lateNext.stayed')]}
      nothing={{ icon: 'check', title: t('packing.lateNone.stayed') }}
    />
  );
}

/** Couriers who were called and did not come. */
function PickupTable() {
  const { t } = useTranslation();
  const rows = useWindowRows(ask.handover.latePickups, {});
  const endAt = useMemo(
    () => [
      textColumn('endAt', t('packing.col.pickupBy'), 144, (row: LatePickup) => copiedTime(row.endAt), {
        cell: (row) => <Moment at={row.endAt} />,
      }),
    ],
    [t],
  );
  const columns = useParcelColumns(endAt);
  return (
    <ListTable<LatePickup>
      tableId="handover-pickups"
      label={t('packing.lateKind.pickups')}
      columns={columns}
      rows={rows}
      activeKey={null}
      rowKey={({ pickupId }) => pickupId}
      leadsAway
      onActivate={toOrder}
      countWords={(count) => t('packing.pickupCount', { count })}
      foot={[t('packing.lateNext.pickups')]}
      nothing={{ icon: 'check', title: t('packing.lateNone.pickups') }}
    />
  );
}

/** Lists that were not signed in time; one is opened among the piles and signed there. */
function UnsignedTable({ onCarrier }: { onCarrier(carrier: string): void }) {
  const { t } = useTranslation();
  const carrierName = useCarrierNames();
  const rows = useWindowRows(ask.handover.unsigned, {});
  const columns = useMemo(
    () => [
      textColumn('no', t('packing.col.listNo'), 200, (row: HandoverRow) => row.no, {
        isFlexible: true,
        isLongNo: true,
      }),
      textColumn('carrier', t('col.carrier'), 128, (row: HandoverRow) => carrierName(row.carrier)),
      textColumn('parcels', t('packing.col.parcels'), 96, (row: HandoverRow) => String(row.parcels), {
        isNumeric: true,
      }),
      textColumn(
        'createdAt',
        t('packing.col.begunAt'),
        144,
        (row: HandoverRow) => copiedTime(row.createdAt),
        {
          cell: (row) => <Moment at={row.createdAt} />,
        },
      ),
      textColumn('createdBy', t('packing.col.begunBy'), 112, (row: HandoverRow) => row.createdBy),
    ],
    [t, carrierName],
  );
  return (
    <ListTable
      tableId="handover-unsigned"
      label={t('packing.lateKind.unsigned')}
      columns={columns}
      rows={rows}
      activeKey={null}
      rowKey={({ handoverId }) => handoverId}
      leadsAway
      onActivate={({ carrier }) => onCarrier(carrier)}
      countWords={(count) => t('packing.listCount', { count })}
      foot={[t('packing.lateNext.unsigned')]}
      nothing={{ icon: 'check', title: t('packing.lateNone.unsigned') }}
    />
  );
}

interface LateListProps {
  readonly kind: LateKind;
  /** Leads to the pile of a carrier. */
  onCarrier(carrier: string): void;
}

/** What should have left by now, over all carriers: exactly what Today counts. */
export function LateList({ kind, onCarrier }: LateListProps) {
  const tables: Readonly<Record<LateKind, ReactNode>> = {
    stayed: <StayedTable />,
    unsigned: <UnsignedTable onCarrier={onCarrier} />,
    pickups: <PickupTable />,
  };
  return tables[kind];
}
