import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReturnRow } from '../../../../shared/contracts/tracking/parcelCare.ts';
import type { ReturnStanding } from '../../../../shared/domain/cases/parcelCare.ts';
import { useCarrierNames } from '../../../bridge/knownNames.ts';
import { StateMark, type Tone } from '../../../parts/StateMark.tsx';
import { Dash } from '../../../parts/table/TableRow.tsx';
import { copiedTime, type TableColumn, textColumn } from '../../../parts/table/tableProps.ts';
import { Moment } from '../../../work/Moment.tsx';

export const standingTone: Readonly<Record<ReturnStanding, Tone>> = {
  unknown: 'failed',
  unscanned: 'failed',
  expected: 'waiting',
  told: 'active',
  received: 'done',
  dropped: 'rest',
};

/** Why it comes back: as somebody noted it, or in the words of what the platform told. */
export function useReturnReason(): (row: ReturnRow) => string {
  const { t } = useTranslation();
  return useCallback(({ reason }) => (reason === '' ? '' : t(`exception.${reason}`, reason)), [t]);
}

/** Where each return is, whose it is, and since when. */
export function useReturnColumns(): readonly TableColumn<ReturnRow>[] {
  const { t } = useTranslation();
  const carrierName = useCarrierNames();
  const reasonOf = useReturnReason();
  return useMemo(() => {
    return [
      textColumn('standing', t('returns.col.standing'), 168, (row) => t(`returns.standing.${row.standing}`), {
        isMark: true,
        cell: (row) => (
          <StateMark tone={standingTone[row.standing]} label={t(`returns.standing.${row.standing}`)} />
        ),
      }),
      textColumn('waybillNo', t('returns.col.waybillNo'), 160, (row) => row.waybillNo, { isLongNo: true }),
      textColumn('orderNo', t('col.orderNo'), 184, (row) => row.orderNo || t('returns.nobody'), {
        isLongNo: true,
      }),
      textColumn('sinceAt', t('returns.col.since'), 112, (row) => copiedTime(row.sinceAt), {
        cell: (row) => (row.sinceAt === null ? <Dash /> : <Moment at={row.sinceAt} as="age" />),
      }),
      textColumn('carrier', t('col.carrier'), 120, (row) => carrierName(row.carrier), { leaves: 2 }),
      textColumn('reason', t('returns.col.reason'), 200, reasonOf, { isFlexible: true, leaves: 3 }),
      textColumn('outwardNo', t('returns.col.outwardNo'), 168, (row) => row.outwardNo, { isOptional: true }),
      textColumn('note', t('returns.col.note'), 168, (row) => row.note, { leaves: 1 }),
      textColumn('by', t('returns.col.by'), 104, (row) => row.receivedBy || row.createdBy, {
        isOptional: true,
      }),
    ];
  }, [t, carrierName, reasonOf]);
}
