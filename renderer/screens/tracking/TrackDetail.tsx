import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { failureIn } from '../../bridge/failureOf.ts';
import { useCarrierNames } from '../../bridge/knownNames.ts';
import { trackQueries } from '../../bridge/queries/shipQueries.ts';
import { Button } from '../../parts/Button.tsx';
import { DetailPane } from '../../parts/DetailPane.tsx';
import { Notice } from '../../parts/feedback/Notice.tsx';
import { go } from '../../parts/place.ts';
import { StateMark } from '../../parts/StateMark.tsx';
import { Moment } from '../../work/Moment.tsx';
import type { Act } from '../../work/useAct.ts';
import { trackTone } from './useTrackColumns.tsx';

interface TrackDetailProps {
  readonly waybillNo: string;
  readonly refresh: Pick<Act<unknown, string[]>, 'press'>;
  onClose(): void;
}

/** One parcel's way, newest first, and when that was last asked. */
export function TrackDetail({ waybillNo, refresh, onClose }: TrackDetailProps) {
  const { t } = useTranslation();
  const carrierName = useCarrierNames();
  const detail = useQuery(trackQueries.detail(waybillNo));
  const parcel = detail.data;
  return (
    <DetailPane
      label={t('track.detail')}
      head={<strong className="number selectable grow">{waybillNo}</strong>}
      failure={failureIn(detail)}
      onClose={onClose}
    >
      {parcel !== undefined && (
        <>
          <div className="line">
            <StateMark tone={trackTone(parcel)} label={t(`tracking.${parcel.state}`)} />
            <span className="soft small">{carrierName(parcel.carrier)}</span>
          </div>
          {parcel.exception !== '' && (
            <Notice
              tone="failed"
              title={t(`exception.${parcel.exception}`, { defaultValue: t('exception.other') })}
              next={t('exception.next')}
              code={parcel.exception}
            />
          )}
          <div className="line">
            <Button size="small" icon="refresh" {...refresh.press([waybillNo])}>
              {t('track.refreshOne')}
            </Button>
            <Button size="small" icon="ship" onPress={() => go('ship', { search: waybillNo, filter: 'all' })}>
              {t('track.toOrder')}
            </Button>
          </div>
          <p className="soft small">
            {parcel.checkedAt === null ? (
              t('track.neverAsked')
            ) : (
              <>
                {t('track.asked')} <Moment at={parcel.checkedAt} as="age" />
              </>
            )}
          </p>
          {parcel.events.length === 0 ? (
            <p className="soft">{t('track.noEvents')}</p>
          ) : (
            <ol className="plain-list track-line">
              {[...parcel.events].reverse().map(({ at, text, location, status }) => (
                <li key={`${at}-${text}`}>
                  <span className="track-dot" aria-hidden="true" />
                  <div>
                    <p>{text}</p>
                    <p className="soft small">
                      <Moment at={at} /> {[location, t(`tracking.${status}`)].filter(Boolean).join(' · ')}
                    </p>
                  </div>
                </li>
              ))}
            </ol>
          )}
        </>
      )}
    </DetailPane>
  );
}
