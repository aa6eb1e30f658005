import { useTranslation } from 'react-i18next';
import { orderMoves } from '../../../../shared/domain/order.ts';
import { core } from '../../../bridge/core.ts';
import { AskingButton } from '../../../parts/AskDialog.tsx';
import { Button } from '../../../parts/Button.tsx';
import { OpeningButton } from '../../../parts/OpeningButton.tsx';
import { go } from '../../../parts/place.ts';
import { useAct } from '../../../work/useAct.ts';
import { EditOrderButton } from './EditOrderButton.tsx';
import { FullFormButton } from './FullFormDialog.tsx';
import { HoldActions } from './HoldActions.tsx';
import type { OrderDetailView } from './OrderDetail.tsx';
import { ParcelActions } from './ParcelList.tsx';
import { SplitDialog } from './SplitDialog.tsx';

/** What may be done to this order now; a move its state forbids is not offered. */
export function OrderActions({ order }: { readonly order: OrderDetailView }) {
  const { t } = useTranslation();
  const cancel = useAct(() => core.orders.cancel({ orderId: order.id, version: order.version }), {
    says: () => t('ship.done.cancelled', { orderNo: order.orderNo }),
  });
  const retry = useAct(() => core.ship.retryFailed({ orderIds: [order.id] }), {
    says: ({ planned }) => t('ship.retried', { count: planned }),
  });
  const moves = orderMoves[order.state];
  // While a booking may have happened, nobody may cancel it from here: the answer must be found out first.
  const canCancel =
    moves.includes('cancelled') && order.shipmentState !== 'unsure' && order.shipmentState !== 'sending';
  const canSplit =
    moves.includes('split') && order.items.reduce((sum, { quantity }) => sum + quantity, 0) > 1;
  return (
    <div className="line">
      {order.shipmentState === 'refused' && (
        <Button look="primary" size="small" icon="refresh" {...retry.press()}>
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
      <EditOrderButton order={order} />
      <ParcelActions order={order} />
      <FullFormButton order={order} />
      {canSplit && (
        <OpeningButton size="small" combo="x" label={t('merging.split')}>
          {(close) => <SplitDialog order={order} onClose={close} />}
        </OpeningButton>
      )}
      {canCancel && (
        <AskingButton
          button="danger"
          size="small"
          icon="ban"
          label={t('ship.cancel')}
          title={t('ship.cancelTitle', { orderNo: order.orderNo })}
          note={t(order.waybillNo === '' ? 'ship.cancelNote' : 'ship.cancelBookedNote', {
            waybillNo: order.waybillNo,
          })}
          yes={t('ship.cancelYes')}
          no={t('ship.keep')}
          look="danger"
          {...cancel.asking()}
        />
      )}
    </div>
  );
}
