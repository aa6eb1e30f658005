import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../parts/Button.tsx';
import { useKeys } from '../../../parts/keys.ts';
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
  const [asked, setAsked] = useState<'renumber' | 'add' | null>(null);
  const close = (): void => setAsked(null);
  const isBooked = order.shipmentState === 'booked' && order.alarm !== 'refund';
  // Once the parcel has left, its number stays with it.
  const canRenumber = isBooked && order.state === 'booked';
  useKeys([
    ...(canRenumber ? [{ combo: 'w', says: t('parcels.renumber'), run: () => setAsked('renumber') }] : []),
    ...(isBooked ? [{ combo: 'x', says: t('parcels.add'), run: () => setAsked('add') }] : []),
  ]);
  if (!isBooked) return null;
  return (
    <>
      {canRenumber && (
        <Button size="small" keyHint="W" onPress={() => setAsked('renumber')}>
          {t('parcels.renumber')}
        </Button>
      )}
      <Button size="small" keyHint="X" onPress={() => setAsked('add')}>
        {t('parcels.add')}
      </Button>
      {asked === 'renumber' && <NewNumberDialog order={order} onClose={close} />}
      {asked === 'add' && <ExtraParcelDialog order={order} onClose={close} />}
    </>
  );
}
