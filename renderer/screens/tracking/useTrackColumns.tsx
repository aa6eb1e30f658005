import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrackRow } from '../../../shared/contracts/tracking.ts';
import type { TrackingState } from '../../../shared/domain/tracking.ts';
import { useCarrierNames } from '../../bridge/knownNames.ts';
import { StateMark, type Tone } from '../../parts/StateMark.tsx';
import { type TableColumn, textColumn } from '../../parts/table/tableProps.ts';
import { Moment } from '../../work/Moment.tsx';

const iso = (at: number | null): string => (at === null ? '' : new Date(at).toISOString());

/** Columns of the tracking table; the last says how old the knowledge is. */
export function useTrackColumns(): readonly TableColumn<TrackRow>[] {
  const { t } = useTranslation();
  const carrierName = useCarrierNames();
  return useMemo(
    () => [
      textColumn('state', t('col.state'), 116, (row) => t(`tracking.${row.state}`), {
        cell: (row) => (
          <StateMark
            tone={trackTone(row)}
            label={t(`tracking.${row.state}`)}
            title={
              row.exception === ''
                ? undefined
                : t(`exception.${row.exception}`, { defaultValue: t('exception.other') })
            }
          />
        ),
      }),
      textColumn('waybillNo', t('col.waybillNo'), 170, (row) => row.waybillNo),
      textColumn('orderNo', t('col.orderNo'), 176, (row) => row.orderNo),
      textColumn('carrier', t('col.carrier'), 96, (row) => carrierName(row.carrier)),
      textColumn('checkedAt', t('track.checkedAt'), 96, (row) => iso(row.checkedAt), {
        cell: (row) =>
          row.checkedAt === null ? (
            <span className="soft">{t('track.never')}</span>
          ) : (
            <Moment at={row.checkedAt} as="age" />
          ),
      }),
      textColumn('lastText', t('track.last'), 200, (row) => row.lastText),
      textColumn('lastAt', t('track.lastAt'), 116, (row) => iso(row.lastAt), {
        cell: (row) => (row.lastAt === null ? '–' : <Moment at={row.lastAt} />),
      }),
    ],
    [t, carrierName],
  );
}

const tones: Readonly<Record<TrackingState, Tone>> = {
  none: 'waiting',
  'awaiting-collection': 'waiting',
  collected: 'active',
  'in-transit': 'active',
  destination: 'active',
  delivering: 'active',
  locker: 'active',
  signed: 'done',
  returning: 'failed',
  returned: 'rest',
  problem: 'failed',
  cancelled: 'rest',
  customs: 'active',
};

/** An exception outranks the state: an in-transit parcel that has not moved for days is not well. */
export function trackTone({ state, exception }: Pick<TrackRow, 'state' | 'exception'>): Tone {
  return exception === '' ? tones[state] : 'failed';
}
