import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orderMoves } from '../../../../shared/domain/order.ts';
import { core } from '../../../bridge/core.ts';
import { Button } from '../../../parts/Button.tsx';
import { Dialog } from '../../../parts/Dialog.tsx';
import { useToasts } from '../../../parts/feedback/Toasts.tsx';
import { useKeys } from '../../../parts/keys.ts';
import { usePlace } from '../../../parts/place.ts';
import { FullFormButton } from './FullFormDialog.tsx';
import { HoldActions } from './HoldActions.tsx';
import type { OrderDetailView } from './OrderDetail.tsx';
import { ParcelActions } from './ParcelList.tsx';
import { SplitDialog } from './SplitDialog.tsx';

interface CancelDialogProps {
  readonly order: OrderDetailView;
  onKeep(): void;
  onCancel(): void;
}

/** Says what cancelling will do before it is done. */
function CancelDialog({ order, onKeep, onCancel }: CancelDialogProps) {
  const { t } = useTranslation();
  const note = order.waybillNo === '' ? 'ship.cancelNote' : 'ship.cancelBookedNote';
  return (
    <Dialog
      title={t('ship.cancelTitle', { orderNo: order.orderNo })}
      onClose={onKeep}
      actions={
        <>
          <Button onPress={onKeep}>{t('ship.keep')}</Button>
          <Button look="danger" onPress={onCancel}>
            {t('ship.cancelYes')}
          </Button>
        </>
      }
    >
      <p>{t(note, { waybillNo: order.waybillNo })}</p>
    </Dialog>
  );
}

/** What may be done to this order now; a move its state forbids is not offered. */
export function OrderActions({ order }: { readonly order: OrderDetailView }) {
  const { t } = useTranslation();
  const say = useToasts((store) => store.say);
  const go = usePlace((store) => store.go);
  const [asked, setAsked] = useState<'cancel' | 'split' | null>(null);
  const close = (): void => setAsked(null);
  const cancel = useMutation({
    mutationFn: () => core.orders.cancel({ orderId: order.id, version: order.version }),
    onSuccess: () => say({ tone: 'done', says: t('ship.done.cancelled', { orderNo: order.orderNo }) }),
  });
  const retry = useMutation({
    mutationFn: () => core.ship.retryFailed({ orderIds: [order.id] }),
    onSuccess: ({ planned }) => say({ tone: 'done', says: t('ship.retried', { count: planned }) }),
  });
  const moves = orderMoves[order.state];
  // While a booking may have happened, nobody may cancel it from here: the answer must be found out first.
  const canCancel =
    moves.includes('cancelled') && order.shipmentState !== 'unsure' && order.shipmentState !== 'sending';
  const canSplit =
    moves.includes('split') && order.items.reduce((sum, { quantity }) => sum + quantity, 0) > 1;
  useKeys(canSplit ? [{ combo: 'x', says: t('merging.split'), run: () => setAsked('split') }] : []);
  return (
    <div className="line">
      {order.shipmentState === 'refused' && (
        <Button
          look="primary"
          size="small"
          icon="refresh"
          isBusy={retry.isPending}
          onPress={() => retry.mutate()}
        >
          {t('ship.retryOne')}
        </Button>
      )}
      {order.state === 'needs-review' && (
        <Button
          look="primary"
          size="small"
          icon="correct"
          onPress={() => go('correct', { orderId: order.id })}
        >
          {t('ship.toCorrect')}
        </Button>
      )}
      {order.waybillNo !== '' && (
        <Button size="small" icon="track" onPress={() => go('track', { waybillNo: order.waybillNo })}>
          {t('ship.toTrack')}
        </Button>
      )}
      <HoldActions order={order} />
      <ParcelActions order={order} />
      <FullFormButton order={order} />
      {canSplit && (
        <Button size="small" keyHint="X" onPress={() => setAsked('split')}>
          {t('merging.split')}
        </Button>
      )}
      {canCancel && (
        <Button
          look="danger"
          size="small"
          icon="ban"
          isBusy={cancel.isPending}
          onPress={() => setAsked('cancel')}
        >
          {t('ship.cancel')}
        </Button>
      )}
      {asked === 'cancel' && (
        <CancelDialog
          order={order}
          onKeep={close}
          onCancel={() => {
            close();
            cancel.mutate();
          }}
        />
      )}
      {asked === 'split' && <SplitDialog order={order} onClose={close} />}
    </div>
  );
}
