import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrackRow } from '../../../shared/contracts/tracking.ts';
import type { TrackingState } from '../../../shared/domain/tracking.ts';
import { useCarrierNames } from '../../bridge/knownNames.ts';
import { useNow } from '../../bridge/page.ts';
import { StateMark, type Tone } from '../../parts/StateMark.tsx';
import { type TableColumn, textColumn } from '../../parts/table/tableProps.ts';
import { When } from '../../parts/When.tsx';

const iso = (at: number | null): string => (at === null ? '' : new Date(at).toISOString());

/** Columns of the tracking table; the last says how old the knowledge is. */
export function useTrackColumns(): readonly TableColumn<TrackRow>[] {
  const { t } = useTranslation();
  const now = useNow();
  const carrierName = useCarrierNames();
  return useMemo(
    () => [
      {
        id: 'state',
        title: t('col.state'),
        width: 116,
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
        text: (row) => t(`tracking.${row.state}`),
      },
      textColumn<TrackRow>('waybillNo', t('col.waybillNo'), 170, (row) => row.waybillNo),
      textColumn<TrackRow>('orderNo', t('col.orderNo'), 176, (row) => row.orderNo),
      textColumn<TrackRow>('carrier', t('col.carrier'), 96, (row) => carrierName(row.carrier)),
      textColumn<TrackRow>('checkedAt', t('track.checkedAt'), 96, (row) => iso(row.checkedAt), {
        cell: (row) =>
          row.checkedAt === null ? (
            <span className="soft">{t('track.never')}</span>
          ) : (
            <When at={row.checkedAt} now={now} as="age" />
          ),
      }),
      textColumn<TrackRow>('lastText', t('track.last'), 200, (row) => row.lastText),
      textColumn<TrackRow>('lastAt', t('track.lastAt'), 116, (row) => iso(row.lastAt), {
        cell: (row) => (row.lastAt === null ? '–' : <When at={row.lastAt} now={now} />),
      }),
    ],
    [t, now, carrierName],
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
