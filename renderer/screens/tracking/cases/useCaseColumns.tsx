import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseRow } from '../../../../shared/contracts/tracking/cases.ts';
import { useCarrierNames } from '../../../bridge/knownNames.ts';
import { copiedTime, type TableColumn, textColumn } from '../../../parts/table/tableProps.ts';
import { ParcelState } from '../../../work/parcel/ParcelState.tsx';
import { CaseDue, CaseKindMark, useWhy } from './caseWords.tsx';

/** Columns of the exceptions: what is wrong and how long is left, then whose it is, then the parcel. */
export function useCaseColumns(): readonly TableColumn<CaseRow>[] {
  const { t } = useTranslation();
  const carrierName = useCarrierNames();
  const why = useWhy();
  return useMemo(
    () => [
      textColumn('kind', t('caseWork.kind'), 172, (row) => t(`caseKind.${row.kind}`), {
        isMark: true,
        isWordy: true,
        cell: (row) => <CaseKindMark {...row} />,
      }),
      textColumn('due', t('caseWork.due'), 110, (row) => copiedTime(row.dueAt), {
        cell: (row) => <CaseDue row={row} />,
      }),
      textColumn('owner', t('caseWork.owner'), 84, (row) => row.ownerName, {
        leaves: 4,
      }),
      textColumn('parcel', t('col.state'), 176, (row) => t(`tracking.${row.parcelState}`), {
        cell: (row) => <ParcelState parcel={{ state: row.parcelState, exception: '' }} />,
      }),
      textColumn('waybillNo', t('col.waybillNo'), 160, (row) => row.waybillNo, { isLongNo: true }),
      textColumn('orderNo', t('col.orderNo'), 176, (row) => row.orderNo, {
        leaves: 3,
        isLongNo: true,
      }),
      textColumn('carrier', t('col.carrier'), 104, (row) => carrierName(row.carrier), {
        isWordy: true,
        leaves: 2,
      }),
      textColumn('province', t('field.province'), 84, (row) => row.province, { isOptional: true }),
      textColumn('why', t('caseWork.reason'), 300, why, { isOptional: true }),
      textColumn('lastText', t('track.last'), 176, (row) => row.lastText, { isFlexible: true, leaves: 1 }),
    ],
    [t, carrierName, why],
  );
}
