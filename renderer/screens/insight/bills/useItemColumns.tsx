import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { BillItemRow } from '../../../../shared/contracts/insight/bills.ts';
import type { BillClass } from '../../../../shared/domain/bills/bill.ts';
import { formatMoney, formatWeight } from '../../../parts/format.ts';
import { StateMark, type Tone } from '../../../parts/StateMark.tsx';
import { type TableColumn, textColumn } from '../../../parts/table/tableProps.ts';

/** What a bill says of each parcel beside what we know of it. */
export function useItemColumns(toneOf: (name: BillClass) => Tone): readonly TableColumn<BillItemRow>[] {
  const { t } = useTranslation();
  return useMemo(() => {
    type Id = 'billed' | 'expected' | 'difference' | 'claim';
    const money = (id: Id, fenOf: (row: BillItemRow) => number | null): TableColumn<BillItemRow> =>
      textColumn(
        id,
        t(`billWork.col.${id}`),
        96,
        (row) => {
          const fen = fenOf(row);
          return fen === null ? '' : formatMoney(fen);
        },
        { isNumeric: true },
      );
    const why = (row: BillItemRow): string => (row.reason === '' ? '' : t(`billReason.${row.reason}`));
    return [
      textColumn('class', t('billWork.col.class'), 152, (row) => t(`billClass.${row.class}`), {
        cell: (row) => <StateMark tone={toneOf(row.class)} label={t(`billClass.${row.class}`)} />,
        isMark: true,
      }),
      textColumn('waybillNo', t('billWork.col.waybillNo'), 160, (row) => row.waybillNo, { isLongNo: true }),
      textColumn(
        'billedWeight',
        t('billWork.col.billedWeight'),
        104,
        (row) => formatWeight(row.billedGrams),
        {
          isNumeric: true,
          leaves: 3,
        },
      ),
      textColumn('ownWeight', t('billWork.col.ownWeight'), 88, (row) => formatWeight(row.ownGrams), {
        isNumeric: true,
        leaves: 2,
      }),
      money('billed', ({ lines, billedFen }) => (lines === 0 ? null : billedFen)),
      money('expected', ({ expectedFen, estimateFen }) => expectedFen ?? estimateFen),
      money('claim', ({ claimState, claimFen, claimedFen }) =>
        claimState === '' ? null : (claimedFen ?? claimFen),
      ),
      textColumn('claimState', t('billWork.col.claimState'), 88, (row) =>
        row.claimState === '' ? '' : t(`claimState.${row.claimState}`),
      ),
      textColumn('orderNo', t('billWork.col.orderNo'), 144, (row) => row.orderNo, {
        isLongNo: true,
        leaves: 1,
      }),
      textColumn('reason', t('billWork.col.reason'), 100, why, { isFlexible: true }),
      textColumn(
        'row',
        t('billWork.col.row'),
        64,
        (row) => (row.firstRow === 0 ? '' : String(row.firstRow)),
        {
          isNumeric: true,
          isOptional: true,
        },
      ),
    ];
  }, [t, toneOf]);
}
