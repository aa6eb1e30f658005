import { useTranslation } from 'react-i18next';
import type { ParcelDetail } from '../../../shared/contracts/tracking.ts';
import { Moment } from '../Moment.tsx';
import './parcel.css';

interface ParcelWayProps {
  readonly parcel: Pick<ParcelDetail, 'events' | 'checkedAt' | 'handedOver'>;
  /** Absent: all of them. */
  readonly most?: number;
}

/** What this shop knows itself, before any courier has scanned it. */
function HandedOver({
  handed: { at, no, courier },
}: {
  readonly handed: NonNullable<ParcelDetail['handedOver']>;
}) {
  const { t } = useTranslation();
  return (
    <p className="small">
      <Moment at={at} /> {t(courier === '' ? 'track.handedOver' : 'track.handedOverTo', { no, courier })}
    </p>
  );
}

/** The way of a parcel, the newest first; a state of the platform that is not understood stands as the platform wrote it. */
export function ParcelWay({
  parcel: { events, checkedAt, handedOver },
  most = events.length,
}: ParcelWayProps) {
  const { t } = useTranslation();
  // That nobody has asked yet is said beside it, and is no answer of the platform.
  if (events.length === 0)
    return (
      <>
        {checkedAt !== null && <p className="soft">{t('track.noEvents')}</p>}
        {handedOver !== null && <HandedOver handed={handedOver} />}
      </>
    );
  return (
    <ol className="plain-list parcel-way">
      {events
        .slice(-most)
        .reverse()
        .map(({ at, text, location, status, rawStatus }) => (
          <li key={`${at}-${text}`}>
            <span className="parcel-dot" aria-hidden="true" />
            <div>
              <p className="selectable">{text}</p>
              <p className="soft small">
                <Moment at={at} />{' '}
                {[location, status === 'none' ? '' : t(`tracking.${status}`)].filter(Boolean).join(' · ')}
                {status === 'none' && rawStatus !== '' && (
                  <span title={t('track.rawNote')}>
                    {t('track.raw')} <code className="code">{rawStatus}</code>
                  </span>
                )}
              </p>
            </div>
          </li>
        ))}
    </ol>
  );
}
