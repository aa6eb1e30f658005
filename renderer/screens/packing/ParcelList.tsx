import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PackedParcelRow } from '../../../shared/contracts/packing/packing.ts';
import { ask, core } from '../../bridge/core.ts';
import { useCarrierNames } from '../../bridge/knownNames.ts';
import { useMissingRight } from '../../bridge/operators.ts';
import { useWindowRows } from '../../bridge/windowRows.ts';
import { DetailPane, Facts } from '../../parts/DetailPane.tsx';
import { formatWeight } from '../../parts/format.ts';
import { KeyButton } from '../../parts/KeyButton.tsx';
import { letters, lettersOf } from '../../parts/letters.ts';
import { go } from '../../parts/place.ts';
import { Dash } from '../../parts/table/TableRow.tsx';
import { copiedTime, type TableColumn, textColumn } from '../../parts/table/tableProps.ts';
import { ListTable } from '../../work/ListTable.tsx';
import { Moment } from '../../work/Moment.tsx';
import { useAct } from '../../work/useAct.ts';
import { useScansToBench } from './bench/ScansToBench.tsx';
import { ReopenDialog } from './ReopenDialog.tsx';

type List = 'packed' | 'aside';
const parcelOf = (row: PackedParcelRow): string => row.parcelId;

function useColumns(list: List): readonly TableColumn<PackedParcelRow>[] {
  const { t } = useTranslation();
  const carrierName = useCarrierNames();
  return useMemo(() => {
    const timeOf = (row: PackedParcelRow): number | null => (list === 'packed' ? row.closedAt : row.openedAt);
    const first = [
      textColumn('orderNo', t('col.orderNo'), 200, (row: PackedParcelRow) => row.orderNo, {
        isWordy: true,
        isLongNo: true,
      }),
      textColumn(
        'at',
        t(list === 'packed' ? 'packing.col.closedAt' : 'packing.col.openedAt'),
        128,
        (row: PackedParcelRow) => copiedTime(timeOf(row) ?? row.openedAt),
        {
          cell: (row: PackedParcelRow) => {
            const at = timeOf(row);
            return at === null ? <Dash /> : <Moment at={at} />;
          },
        },
      ),
      textColumn(
        'by',
        t('packing.col.closedBy'),
        112,
        (row: PackedParcelRow) => row.closedBy || row.openedBy || t('status.owner'),
      ),
    ];
    // What has no number yet has neither carrier nor weight: what is known of it is whose it is, and its slip.
    if (list === 'aside')
      return [
        ...first,
        textColumn('shop', t('col.shop'), 160, (row) => row.shop, { isFlexible: true }),
        textColumn('slip', t('packing.slip'), 184, (row) => row.slipCode, { leaves: 1 }),
        textColumn('slipIs', t('packing.slipIs'), 128, (row) =>
          row.slipState === '' ? '' : t(`packing.slipState.${row.slipState}`),
        ),
      ];
    return [
      ...first,
      textColumn('waybillNo', t('col.waybillNo'), 176, (row) => row.waybillNo, { isLongNo: true }),
      textColumn('carrier', t('col.carrier'), 128, (row) => carrierName(row.carrier), { isFlexible: true }),
      textColumn('box', t('packing.col.box'), 72, (row) =>
        row.parcelTotal > 1 ? `${row.parcelNo}/${row.parcelTotal}` : '',
      ),
      textColumn(
        'weight',
        t('col.weight'),
        96,
        (row) => (row.weightGrams === null ? '' : formatWeight(row.weightGrams)),
        { isNumeric: true, leaves: 2 },
      ),
      textColumn(
        'reopened',
        t('packing.col.reopened'),
        92,
        (row) => (row.reopened === 0 ? '' : String(row.reopened)),
        { isNumeric: true, leaves: 1 },
      ),
    ];
  }, [t, carrierName, list]);
}

interface PaneProps {
  readonly row: PackedParcelRow;
  toBench(): void;
  onClose(): void;
}

/** One parcel that was packed: whose it is, and the way back onto the bench. */
function ParcelPane({ row, toBench, onClose }: PaneProps) {
  const { t } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  const mayPack = useMissingRight(['packParcels']) === null;
  const print = useAct(() => core.packing.printSlip({ parcelId: row.parcelId }), {
    says: () => t('packing.slipPrinted', { orderNo: row.orderNo }),
  });
  return (
    <DetailPane
      label={row.orderNo}
      head={<strong className="grow number">{row.orderNo}</strong>}
      onClose={onClose}
    >
      <Facts
        isSmall
        facts={[
          [t('col.waybillNo'), row.waybillNo],
          [t('packing.slip'), row.slipCode],
          [t('packing.slipIs'), row.slipState !== '' && t(`packing.slipState.${row.slipState}`)],
          [t('packing.col.openedAt'), <Moment key="opened" at={row.openedAt} />],
          [t('packing.col.closedAt'), row.closedAt !== null && <Moment key="closed" at={row.closedAt} />],
          [t('packing.col.closedBy'), row.closedBy],
          [t('col.weight'), row.weightGrams !== null && formatWeight(row.weightGrams)],
        ]}
      />
      <div className="line">
        <KeyButton icon="ship" combo={letters.open} onPress={() => go('ship', { orderId: row.orderId })}>
          {t('common.toOrder')}
        </KeyButton>
        {row.state === 'aside' && mayPack && (
          <KeyButton icon="print" combo={letters.print} {...print.press(undefined)}>
            {t(row.slipPrintedAt === null ? 'packing.printSlip' : 'packing.printSlipAgain')}
          </KeyButton>
        )}
        {row.state === 'closed' && mayPack && (
          <KeyButton icon="undo" combo={lettersOf.pack.reopen} onPress={() => setAsked(true)}>
            {t('packing.act.reopen')}
          </KeyButton>
        )}
      </div>
      {isAsked && <ReopenDialog row={row} onReopened={toBench} onClose={() => setAsked(false)} />}
    </DetailPane>
  );
}

/** Parcels that were packed today, or that wait for their numbers. */
export function ParcelList({ list, toBench }: { readonly list: List; toBench(): void }) {
  const { t } = useTranslation();
  const [active, setActive] = useState<PackedParcelRow | null>(null);
  const rows = useWindowRows(ask.packing.window, { list });
  const columns = useColumns(list);
  useScansToBench(toBench);
  return (
    <ListTable
      tableId={`packing-${list}`}
      label={t(`packing.tab.${list}`)}
      columns={columns}
      rows={rows}
      activeKey={active?.parcelId ?? null}
      rowKey={parcelOf}
      onActivate={setActive}
      countWords={(count) => t(list === 'aside' ? 'packing.asideCount' : 'packing.packedCount', { count })}
      nothing={{
        icon: list === 'aside' ? 'check' : 'pack',
        title: t(`packing.${list}None`),
        note: t(`packing.${list}NoneNote`),
        act: { label: t('packing.toBench'), run: toBench },
      }}
    >
      {active !== null && (
        <ParcelPane key={active.parcelId} row={active} toBench={toBench} onClose={() => setActive(null)} />
      )}
    </ListTable>
  );
}
