import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnshippedRow } from '../../../shared/contracts/bookingHealth.ts';
import { useCarrierNames } from '../../bridge/knownNames.ts';
import { StateMark, type Tone } from '../../parts/StateMark.tsx';
import { type TableColumn, textColumn } from '../../parts/table/tableProps.ts';

/** Columns of the numbers that have not gone. */
export function useUnshippedColumns(): readonly TableColumn<UnshippedRow>[] {
  const { t } = useTranslation();
  const carrierName = useCarrierNames();
  return useMemo(() => {
    const refund = ({ refundDaysLeft: left }: UnshippedRow): string => {
      if (left < 0) return t('unshipped.refundOver');
      return left === 0 ? t('unshipped.refundToday') : t('unshipped.refundLeft', { count: left });
    };
    return [
      textColumn('age', t('unshipped.age'), 96, (row) => t('unshipped.ageDays', { count: row.ageDays })),
      textColumn('refund', t('unshipped.refund'), 120, refund, {
        cell: (row) => <StateMark tone={refundTone(row.refundDaysLeft)} label={refund(row)} />,
      }),
      textColumn('waybillNo', t('col.waybillNo'), 160, (row) => row.waybillNo),
      textColumn('orderNo', t('col.orderNo'), 190, (row) => row.orderNo),
      textColumn('carrier', t('col.carrier'), 110, (row) => carrierName(row.carrier)),
      textColumn('account', t('unshipped.account'), 140, (row) => row.accountName),
      textColumn('printed', t('unshipped.printed'), 90, (row) =>
        t(row.isPrinted ? 'unshipped.isPrinted' : 'unshipped.notPrinted'),
      ),
    ];
  }, [t, carrierName]);
}

/** Days before the end of the refund window from which it is amber. */
const soonDays = 2;

/** How pressing a number is: over is red, ending soon amber, the rest calm. */
export function refundTone(daysLeft: number): Tone {
  if (daysLeft < 0) return 'failed';
  return daysLeft <= soonDays ? 'unsure' : 'waiting';
}
