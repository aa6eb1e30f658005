import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answered } from '../../../../shared/contracts/contract.ts';
import { ask } from '../../../bridge/core.ts';
import { useCarrierNames } from '../../../bridge/knownNames.ts';
import { useWindowRows } from '../../../bridge/windowRows.ts';
import { formatCount, formatMoney } from '../../../parts/format.ts';
import { Dash } from '../../../parts/table/TableRow.tsx';
import { copiedTime, type TableColumn, textColumn } from '../../../parts/table/tableProps.ts';
import { ListTable } from '../../../work/ListTable.tsx';
import { Moment } from '../../../work/Moment.tsx';
import { periodText } from './billWords.ts';

type BillRow = Answered<'bills', 'list'>['rows'][number];

/** What was reconciled, newest first; Enter opens one. */
export function BillList({ onOpen }: { onOpen(billId: string): void }) {
  const { t } = useTranslation();
  const rows = useWindowRows(ask.bills.list, {});
  const columns = useBillColumns();
  return (
    <ListTable
      tableId="bills"
      label={t('billWork.list')}
      columns={columns}
      rows={rows}
      activeKey={null}
      rowKey={(row) => row.id}
      leadsAway
      onActivate={(row) => onOpen(row.id)}
      nothing={{ icon: 'file', title: t('billWork.none'), note: t('billWork.noneNote') }}
    />
  );
}

function useBillColumns(): readonly TableColumn<BillRow>[] {
  const { t } = useTranslation();
  const carrierName = useCarrierNames();
  return useMemo(() => {
    const money = (
      id: 'billed' | 'toClaim' | 'claimed' | 'won',
      fenOf: (row: BillRow) => number,
    ): TableColumn<BillRow> =>
      textColumn(id, t(`billWork.col.${id}`), 112, (row) => formatMoney(fenOf(row)), {
        isNumeric: true,
        cell: (row) => (fenOf(row) === 0 ? <Dash /> : formatMoney(fenOf(row))),
      });
    return [
      textColumn('file', t('billWork.col.file'), 240, (row) => row.fileName, { isFlexible: true }),
      textColumn('carrier', t('billWork.col.carrier'), 88, (row) => carrierName(row.carrier), {
        isWordy: true,
      }),
      textColumn('period', t('billWork.col.period'), 168, periodText),
      textColumn('lines', t('billWork.col.lines'), 80, (row) => formatCount(row.lines), {
        isNumeric: true,
        leaves: 2,
      }),
      money('billed', (row) => row.billedFen),
      money('toClaim', ({ claims }) => claims.open.claimFen),
      money('claimed', ({ claims }) => claims.sent.claimFen),
      money('won', ({ claims }) => claims.accepted.wonFen),
      textColumn('at', t('billWork.col.at'), 128, (row) => copiedTime(row.createdAt), {
        leaves: 1,
        cell: (row) => <Moment at={row.createdAt} />,
      }),
    ];
  }, [t, carrierName]);
}
