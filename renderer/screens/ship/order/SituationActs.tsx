import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StoryShipment } from '../../../../shared/contracts/storyContract.ts';
import { core } from '../../../bridge/core.ts';
import { Button } from '../../../parts/Button.tsx';
import { useToasts } from '../../../parts/feedback/toasts.ts';
import { useKeys } from '../../../parts/useKeys.ts';
import type { BookingSituation } from './bookingSituation.ts';
import { GiveNumberDialog } from './GiveNumberDialog.tsx';
import { NotThereDialog } from './NotThereDialog.tsx';
import type { OrderDetailView } from './OrderDetail.tsx';

interface SituationActsProps {
  readonly order: OrderDetailView;
  readonly shipment: StoryShipment;
  readonly situation: BookingSituation;
}

/** The question of the last resort, with plain answers. What the platform's rules forbid is not offered. */
function PersonAnswers({ order, shipment }: Omit<SituationActsProps, 'situation'>) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<'found' | 'missing' | null>(null);
  const close = (): void => setAsked(null);
  return (
    <>
      <Button look="primary" size="small" onPress={() => setAsked('found')}>
        {t('booking.ask.found')}
      </Button>
      {shipment.maySendAgain && (
        <Button size="small" onPress={() => setAsked('missing')}>
          {t('booking.ask.missing')}
        </Button>
      )}
      {!shipment.maySendAgain && <p className="small">{t('booking.ask.mayNot')}</p>}
      {asked === 'found' && (
        <GiveNumberDialog
          orderId={order.id}
          orderNo={order.orderNo}
          carrier={shipment.carrier}
          onClose={close}
        />
      )}
      {asked === 'missing' && (
        <NotThereDialog orderId={order.id} orderCode={shipment.orderCode} onClose={close} />
      )}
    </>
  );
}

/** What a person may do about an open booking. Nothing here can book a second time. */
export function SituationActs({ order, shipment, situation }: SituationActsProps) {
  const { t } = useTranslation();
  const say = useToasts((store) => store.say);
  const ask = useMutation({
    mutationFn: () => core.bookingHealth.askNow({ orderIds: [order.id] }),
    onSuccess: () => say({ tone: 'done', says: t('booking.ask.done') }),
  });
  const voidAgain = useMutation({
    mutationFn: () => core.orders.cancel({ orderId: order.id, version: order.version }),
  });
  const mayAsk = situation === 'asking' || situation === 'person';
  const askWords = t(situation === 'person' ? 'booking.ask.again' : 'booking.ask.now');
  useKeys(mayAsk ? [{ combo: 'q', says: askWords, run: () => ask.mutate() }] : []);
  if (!mayAsk && situation !== 'voiding') return null;
  return (
    <div className="line">
      {situation === 'person' && <PersonAnswers order={order} shipment={shipment} />}
      {mayAsk && (
        <Button size="small" icon="refresh" keyHint="Q" isBusy={ask.isPending} onPress={() => ask.mutate()}>
          {askWords}
        </Button>
      )}
      {situation === 'voiding' && (
        <Button size="small" icon="refresh" isBusy={voidAgain.isPending} onPress={() => voidAgain.mutate()}>
          {t('booking.ask.voidAgain')}
        </Button>
      )}
    </div>
  );
}
