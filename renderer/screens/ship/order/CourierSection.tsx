import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PickupRow } from '../../../../shared/contracts/pickupContract.ts';
import { openPickupStates } from '../../../../shared/domain/pickup.ts';
import { core } from '../../../bridge/core.ts';
import { shipQueries } from '../../../bridge/queries/shipQueries.ts';
import { Button } from '../../../parts/Button.tsx';
import { useToasts } from '../../../parts/feedback/toasts.ts';
import { formatMoney } from '../../../parts/formatMoney.ts';
import { StateMark, type Tone } from '../../../parts/StateMark.tsx';
import { useDescribe } from '../../../words/useDescribe.ts';
import type { OrderDetailView } from './OrderDetail.tsx';
import { PickupDialog } from './PickupDialog.tsx';
import { useSlotWords } from './useSlotWords.ts';

const tones: Readonly<Record<PickupRow['state'], Tone>> = {
  sending: 'active',
  unsure: 'unsure',
  placed: 'waiting',
  assigned: 'active',
  collected: 'done',
  cancelling: 'unsure',
  cancelled: 'rest',
  failed: 'failed',
  refused: 'failed',
};

function PickupLine({ pickup }: { readonly pickup: PickupRow }) {
  const { t } = useTranslation();
  const describe = useDescribe();
  const slotWords = useSlotWords();
  const { state, startAt, endAt, waybillNo, costFen, errorCode, accountName } = pickup;
  const facts = [
    accountName,
    startAt === null || endAt === null ? t('pickup.anyTime') : slotWords({ startAt, endAt }),
    waybillNo,
    costFen === null ? '' : formatMoney(costFen),
  ];
  return (
    <>
      <p className="line">
        <StateMark tone={tones[state]} label={t(`pickup.state.${state}`)} />
        <span className="soft small">{facts.filter(Boolean).join(' · ')}</span>
      </p>
      {errorCode !== '' && <p className="soft small">{describe(errorCode).says}</p>}
    </>
  );
}

/** The courier of a booked order: called or not, what the platform says, and what may be done about it. */
export function CourierSection({ order }: { readonly order: OrderDetailView }) {
  const { t } = useTranslation();
  const say = useToasts((store) => store.say);
  const [isAsking, setAsking] = useState(false);
  const isBooked = order.state === 'booked' || order.state === 'packed';
  const found = useQuery({ ...shipQueries.pickups(order.id), enabled: order.waybillNo !== '' }).data;
  const cancel = useMutation({
    mutationFn: () => core.pickup.cancel({ orderId: order.id, reason: '' }),
    onSuccess: () => say({ tone: 'done', says: t('pickup.cancelled', { orderNo: order.orderNo }) }),
  });
  const ask = useMutation({ mutationFn: (pickupId: string) => core.pickup.ask({ pickupId }) });
  const [latest] = found?.pickups ?? [];
  const isOpen = latest !== undefined && openPickupStates.includes(latest.state);
  const canCall = isBooked && found?.canCall === true && !isOpen;
  if (found === undefined || (latest === undefined && !canCall)) return null;
  return (
    <section className="stack-tight" aria-label={t('pickup.section')}>
      <h3>{t('pickup.section')}</h3>
      {latest !== undefined && <PickupLine pickup={latest} />}
      <div className="line">
        {canCall && (
          <Button size="small" onPress={() => setAsking(true)}>
            {t('pickup.call')}
          </Button>
        )}
        {latest !== undefined && (latest.state === 'unsure' || latest.state === 'cancelling') && (
          <Button size="small" icon="refresh" isBusy={ask.isPending} onPress={() => ask.mutate(latest.id)}>
            {t('pickup.ask')}
          </Button>
        )}
        {latest !== undefined && (latest.state === 'placed' || latest.state === 'assigned') && (
          <Button size="small" look="danger" isBusy={cancel.isPending} onPress={() => cancel.mutate()}>
            {t('pickup.cancel')}
          </Button>
        )}
      </div>
      {isAsking && (
        <PickupDialog orderId={order.id} orderNo={order.orderNo} onClose={() => setAsking(false)} />
      )}
    </section>
  );
}
