import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../parts/Button.tsx';
import { useKeys } from '../../../parts/useKeys.ts';
import { ExtraParcelDialog } from './ExtraParcelDialog.tsx';
import { NewNumberDialog } from './NewNumberDialog.tsx';
import type { OrderDetailView } from './OrderDetail.tsx';

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
