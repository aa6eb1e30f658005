import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask, core } from '../../bridge/core.ts';
import { useNow } from '../../bridge/page.ts';
import { Button } from '../../parts/Button.tsx';
import { useWhen } from '../../parts/format.ts';
import { Moment } from '../Moment.tsx';
import { useAct } from '../useAct.ts';
import './parcel.css';

/** By when a parcel was promised and when it may be there: what was promised, what the platform says, what such parcels took. */
export function ArrivalLines({ waybillNo }: { readonly waybillNo: string }) {
  const { t } = useTranslation();
  const when = useWhen(useNow());
  const arrival = useQuery(ask.parcelCare.arrival.queryOptions({ input: { waybillNo } })).data;
  const askNow = useAct(() => core.parcelCare.askArrival({ waybillNo }));
  if (arrival === undefined) return null;
  const { promisedAt, standing, signedAt, own, canAsk } = arrival;
  const platformSays = askNow.data?.told ?? arrival.told;
  const isBad = standing === 'late' || standing === 'arrived-late';
  const isOver = signedAt !== null;
  return (
    <ul className="plain-list arrival-lines small">
      <li className={isBad ? 'silence-stuck' : standing === 'at-risk' ? 'silence-long' : undefined}>
        {promisedAt === null
          ? t('track.arrival.noPromise')
          : t(`track.arrival.${standing}`, { at: when(promisedAt) })}
      </li>
      {!isOver && platformSays !== null && (
        <li>
          {platformSays.expectedAt === null
            ? t('track.arrival.toldWords', { words: platformSays.words })
            : t('track.arrival.told', { at: when(platformSays.expectedAt) })}{' '}
          <span className="soft">
            <Moment at={platformSays.askedAt} as="age" />
          </span>
        </li>
      )}
      {!isOver &&
        (own === null ? (
          <li className="soft">{t('track.arrival.tooFew')}</li>
        ) : (
          <li className="soft">
            {t('track.arrival.own', {
              half: when(own.halfAt),
              most: when(own.mostAt),
              count: own.parcels,
              province: own.province,
            })}
          </li>
        ))}
      {!isOver && canAsk && platformSays === null && (
        <li>
          <Button size="small" {...askNow.press()}>
            {t('track.arrival.ask')}
          </Button>
        </li>
      )}
    </ul>
  );
}
