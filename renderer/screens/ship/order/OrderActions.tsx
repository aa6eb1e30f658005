import { useTranslation } from 'react-i18next';
import { orderMoves, stopCode } from '../../../../shared/domain/order.ts';
import { core } from '../../../bridge/core.ts';
import { withApprovals } from '../../../bridge/operators.ts';
import { AskDialog, AskingButton } from '../../../parts/AskDialog.tsx';
import { Button } from '../../../parts/Button.tsx';
import { SelectField } from '../../../parts/form/SelectField.tsx';
import { useReason } from '../../../parts/form/useReason.tsx';
import { lettersOf } from '../../../parts/letters.ts';
import { OpeningButton } from '../../../parts/OpeningButton.tsx';
import { go } from '../../../parts/place.ts';
import { usePrinterChoice } from '../../../work/devices/usePrinterChoice.ts';
import { useAct } from '../../../work/useAct.ts';
import { WhoMay } from '../../../work/WhoMay.tsx';
import { EditOrderButton } from './EditOrders.tsx';
import { HoldActions } from './HoldActions.tsx';
import type { OrderDetailView } from './OrderDetail.tsx';
import { ParcelActions } from './ParcelList.tsx';
import { RebookButton } from './RebookOrder.tsx';
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
      {order.state === 'needs-review' && order.shipmentState !== 'refused' && (
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
      <RebookButton order={order} />
      <ParcelActions order={order} />
      <FullFormButton order={order} />
      <OpeningButton
        size="small"
        combo={lettersOf.ship.another}
        label={t('merging.split')}
        isOffered={canSplit}
      >
        {(close) => <SplitDialog order={order} onClose={close} />}
      </OpeningButton>
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

/** Before the first label of an order. Later it is a reprint, with its own mark on the paper. */
function FullFormButton({ order }: { readonly order: OrderDetailView }) {
  const { t } = useTranslation();
  const isUnprinted = order.shipmentState === 'booked' && order.printState === null;
  if (!isUnprinted || stopCode(order) !== null) return null;
  return (
    <OpeningButton size="small" icon="print" label={t('fullForm.short')}>
      {(close) => <FullFormDialog order={order} onClose={close} />}
    </OpeningButton>
  );
}

const reasons = ['realName', 'platform'] as const;
/** The first label of one order with nothing hidden: why, and by whom, stays in the record. */
function FullFormDialog({ order, onClose }: { readonly order: OrderDetailView; onClose(): void }) {
  const { t } = useTranslation();
  const { reason, isEnough, field } = useReason(
    t('fullForm.reasonLabel'),
    reasons.map((id) => t(`printing.fullReason.${id}`)),
  );
  const { printerUri, options, choose } = usePrinterChoice();
  const print = useAct(
    () =>
      withApprovals({ orderId: order.id, orderNo: order.orderNo }, (approvalIds) =>
        core.print.printFull({ orderId: order.id, printerUri: printerUri ?? '', reason, approvalIds }),
      ),
    { says: () => t('fullForm.queued', { orderNo: order.orderNo }), after: onClose, isShownInPlace: true },
  );
  return (
    <AskDialog
      title={t('fullForm.title', { orderNo: order.orderNo })}
      yes={t('printing.release')}
      isForm
      isReady={isEnough && printerUri !== null}
      {...print.dialog()}
      onClose={onClose}
    >
      <p>{t('printing.fullFormNote')}</p>
      <WhoMay right="printFullForm" />
      {field}
      <SelectField label={t('print.printer')} value={printerUri} options={options} onChange={choose} />
    </AskDialog>
  );
}
