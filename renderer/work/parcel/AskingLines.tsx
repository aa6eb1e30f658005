import { useTranslation } from 'react-i18next';
import type { ParcelDetail } from '../../../shared/contracts/tracking.ts';
import { Notice } from '../../parts/feedback/Notice.tsx';
import { Moment } from '../Moment.tsx';

/** When the program asks again and why so rarely, and what was strange about the last answer. */
export function AskingLines({ asking }: Pick<ParcelDetail, 'asking'>) {
  const { t } = useTranslation();
  const { nextAt, pace, stopReason, oddities, rawState } = asking;
  return (
    <>
      {rawState !== '' && (
        <Notice tone="note" title={`${t('track.raw')} ${rawState}`} next={t('track.rawNote')} />
      )}
      {oddities.map((oddity) => (
        <p key={oddity} className="soft small">
          {t(`oddity.${oddity}`)}
        </p>
      ))}
      {stopReason === null ? (
        <p className="soft small">
          {nextAt !== null && (
            <>
              <Moment after={t('track.askedNext')} at={nextAt} as="clock" />
              {' · '}
            </>
          )}
          {t(`askPace.${pace}`)}
        </p>
      ) : (
        <Notice tone="info" title={t(`stopReason.${stopReason}`)} />
      )}
    </>
  );
}
