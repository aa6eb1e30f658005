import { useTranslation } from 'react-i18next';
import type { ParcelDetail } from '../../../shared/contracts/tracking.ts';
import { Moment } from '../Moment.tsx';
import './parcel.css';

interface ParcelWayProps {
  readonly events: ParcelDetail['events'];
  /** Absent: all of them. */
  readonly most?: number;
  /** The platform was asked at least once. */
  readonly isAsked: boolean;
}

/** The way of a parcel, the newest first; a state of the platform that is not understood stands as the platform wrote it. */
export function ParcelWay({ events, isAsked, most = events.length }: ParcelWayProps) {
  const { t } = useTranslation();
  // That nobody has asked yet is said beside it, and is no answer of the platform.
  if (events.length === 0) return isAsked ? <p className="soft">{t('track.noEvents')}</p> : null;
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
