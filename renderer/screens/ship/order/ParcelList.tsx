import { useTranslation } from 'react-i18next';
import { OpeningButton } from '../../../parts/OpeningButton.tsx';
import { go } from '../../../parts/place.ts';
import { StateMark } from '../../../parts/StateMark.tsx';
import { printTone } from '../../../words/tones.ts';
import type { OrderDetailView } from './OrderDetail.tsx';
import { ExtraParcelDialog, NewNumberDialog } from './ParcelDialogs.tsx';

/** Each parcel of one booking: its place, its number, and how far its label is known. */
export function ParcelList({ order }: { readonly order: OrderDetailView }) {
  const { t } = useTranslation();
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

/** What is not a reprint: another number for a booked order, and another parcel of it. */
export function ParcelActions({ order }: { readonly order: OrderDetailView }) {
  const { t } = useTranslation();
  const isBooked = order.shipmentState === 'booked' && order.alarm !== 'refund';
  if (!isBooked) return null;
  return (
    <>
      {/* Once the parcel has left, its number stays with it. */}
      {order.state === 'booked' && (
        <OpeningButton size="small" combo="w" label={t('parcels.renumber')}>
          {(close) => <NewNumberDialog order={order} onClose={close} />}
        </OpeningButton>
      )}
      <OpeningButton size="small" combo="x" label={t('parcels.add')}>
        {(close) => <ExtraParcelDialog order={order} onClose={close} />}
      </OpeningButton>
    </>
  );
}
