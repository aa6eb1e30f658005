import { useTranslation } from 'react-i18next';
import { StateMark } from '../../../parts/StateMark.tsx';
import { usePlace } from '../../../parts/usePlace.ts';
import { printTone } from '../../../words/printTone.ts';
import type { OrderDetailView } from './OrderDetail.tsx';

/** Each parcel of one booking: its place, its number, and how far its label is known. */
export function ParcelList({ order }: { readonly order: OrderDetailView }) {
  const { t } = useTranslation();
  const go = usePlace((store) => store.go);
  const { parcels } = order;
  if (parcels.length === 0) return null;
  return (
    <section className="stack-tight" aria-label={t('parcels.title', { count: parcels.length })}>
      <h3>{t('parcels.title', { count: parcels.length })}</h3>
      <ul className="plain-list">
        {parcels.map(({ no, waybillNo, printState }) => (
          <li key={no} className="parcel-row">
            <span className="number soft">{t('parcels.place', { number: no, total: parcels.length })}</span>
            {waybillNo === '' ? (
              <StateMark tone="failed" label={t('parcels.noNumber')} />
            ) : (
              <>
                <button type="button" className="link number" onClick={() => go('track', { waybillNo })}>
                  {waybillNo}
                </button>
                {printState === null ? (
                  <span className="soft small">{t('parcels.noLabel')}</span>
                ) : (
                  <StateMark tone={printTone(printState)} label={t(`job.${printState}`)} />
                )}
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
