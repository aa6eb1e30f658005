import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrackRow } from '../../../shared/contracts/tracking.ts';
import { useCarrierNames } from '../../bridge/knownNames.ts';
import { Dash } from '../../parts/table/TableRow.tsx';
import { copiedTime, type TableColumn, textColumn } from '../../parts/table/tableProps.ts';
import { Moment } from '../../work/Moment.tsx';
import { ParcelState, useTroubleWords } from '../../work/parcel/ParcelState.tsx';
import { Silence } from '../../work/parcel/silence.tsx';

/** Columns of the tracking table: where it is and what is wrong first, how old that knowledge is last. */
export function useTrackColumns(): readonly TableColumn<TrackRow>[] {
  const { t } = useTranslation();
  const carrierName = useCarrierNames();
  const troubleWords = useTroubleWords();
  return useMemo(
    () => [
      textColumn('waybillNo', t('col.waybillNo'), 160, (row) => row.waybillNo, { isLongNo: true }),
      textColumn('state', t('col.state'), 176, (row) => t(`tracking.${row.state}`), {
        cell: (row) => <ParcelState parcel={row} />,
      }),
      textColumn('silence', t('track.silenceTitle'), 96, (row) => copiedTime(row.lastAt ?? row.bookedAt), {
        cell: (row) => <Silence parcel={row} />,
      }),
      textColumn('trouble', t('track.trouble'), 140, troubleWords, { isFlexible: true }),
      textColumn('lastText', t('track.last'), 176, (row) => row.lastText, { isFlexible: true, leaves: 4 }),
      textColumn('lastAt', t('track.lastAt'), 112, (row) => copiedTime(row.lastAt), {
        cell: (row) => (row.lastAt === null ? <Dash /> : <Moment at={row.lastAt} />),
        leaves: 3,
      }),
      textColumn('orderNo', t('col.orderNo'), 176, (row) => row.orderNo, { isLongNo: true }),
      textColumn('carrier', t('col.carrier'), 104, (row) => carrierName(row.carrier), {
        isWordy: true,
        leaves: 2,
      }),
      textColumn('checkedAt', t('track.checkedAt'), 96, (row) => copiedTime(row.checkedAt), {
        cell: (row) =>
          row.checkedAt === null ? (
            <span className="soft">{t('track.never')}</span>
          ) : (
            <Moment at={row.checkedAt} as="age" />
          ),
        leaves: 1,
      }),
    ],
    [t, carrierName, troubleWords],
  );
}
