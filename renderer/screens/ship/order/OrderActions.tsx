import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type editableFields, orderMoves, unsentStates } from '../../../../shared/domain/order.ts';
import { ask, core } from '../../../bridge/core.ts';
import { regionSource } from '../../../bridge/knownNames.ts';
import { withApprovals } from '../../../bridge/operators.ts';
import { AskDialog, AskingButton } from '../../../parts/AskDialog.tsx';
import { Button } from '../../../parts/Button.tsx';
import { RegionField } from '../../../parts/form/RegionField.tsx';
import { SelectField } from '../../../parts/form/SelectField.tsx';
import { TextField } from '../../../parts/form/TextField.tsx';
import { useReason } from '../../../parts/form/useReason.tsx';
import { OpeningButton } from '../../../parts/OpeningButton.tsx';
import { go } from '../../../parts/place.ts';
import { useAct } from '../../../work/useAct.ts';
import { WhoMay } from '../../../work/WhoMay.tsx';
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
      <OpeningButton size="small" combo="x" label={t('merging.split')} isOffered={canSplit}>
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

type Changes = { readonly [Field in (typeof editableFields)[number]]?: string };

interface EditOrderProps {
  readonly order: OrderDetailView;
}

/** Changes an order before it leaves. One that needs review is changed where its complaints stand. */
function EditOrderButton({ order }: EditOrderProps) {
  const { t } = useTranslation();
  if (!unsentStates.includes(order.state) || order.state === 'needs-review') return null;
  return (
    <OpeningButton size="small" label={t('ship.edit')}>
      {(close) => <EditOrderDialog order={order} onClose={close} />}
    </OpeningButton>
  );
}

/** The receiver stays masked: only what is filled in is changed. */
function EditOrderDialog({ order, onClose }: EditOrderProps & { onClose(): void }) {
  const { t } = useTranslation();
  const [changes, setChanges] = useState<Changes>({});
  const edit = useAct(() => core.orders.edit({ orderId: order.id, version: order.version, changes }), {
    says: () => t('ship.done.edited', { orderNo: order.orderNo }),
    after: onClose,
    isShownInPlace: true,
  });
  const change = (part: Changes): void => {
    const filled = Object.entries({ ...changes, ...part }).filter(([, value]) => value !== '');
    setChanges(Object.fromEntries(filled));
  };
  const field = (name: keyof Changes, label: string, before: string, maxLength: number) => (
    <TextField
      label={label}
      placeholder={before}
      maxLength={maxLength}
      value={changes[name] ?? ''}
      onChange={(value) => change({ [name]: value })}
    />
  );
  const { receiver } = order;
  return (
    <AskDialog
      title={t('ship.editTitle', { orderNo: order.orderNo })}
      yes={t('common.save')}
      isForm
      isReady={Object.keys(changes).length > 0}
      {...edit.dialog()}
      onClose={onClose}
    >
      <p className="soft small">{t('ship.editNote')}</p>
      <div className="form-grid">
        {field('name', t('field.name'), receiver.name, 60)}
        {field('phone', t('field.phone'), receiver.phone, 40)}
        {field('extension', t('field.extension'), receiver.extension, 10)}
        <RegionField value={{ ...receiver, ...changes }} source={regionSource} onChange={change} />
        {field('town', t('field.town'), receiver.town, 40)}
        {field('detail', t('field.detail'), receiver.detail, 200)}
        {field('weightGrams', t('ship.editWeight'), String(order.weightGrams ?? ''), 7)}
        {field('sellerRemark', t('col.sellerRemark'), order.sellerRemark, 200)}
      </div>
    </AskDialog>
  );
}

/** Before the first label of an order. Later it is a reprint, with its own mark on the paper. */
function FullFormButton({ order }: { readonly order: OrderDetailView }) {
  const { t } = useTranslation();
  const isUnprinted = order.shipmentState === 'booked' && order.printState === null;
  if (!isUnprinted || order.alarm === 'refund') return null;
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
  const [chosen, setChosen] = useState<string | null>(null);
  const printers = useQuery(ask.print.printers.queryOptions()).data ?? [];
  const printerUri = chosen ?? printers.find(({ isDefault }) => isDefault)?.uri ?? printers[0]?.uri ?? '';
  const print = useAct(
    () =>
      withApprovals({ orderId: order.id, orderNo: order.orderNo }, (approvalIds) =>
        core.print.printFull({ orderId: order.id, printerUri, reason, approvalIds }),
      ),
    { says: () => t('fullForm.queued', { orderNo: order.orderNo }), after: onClose, isShownInPlace: true },
  );
  return (
    <AskDialog
      title={t('fullForm.title', { orderNo: order.orderNo })}
      yes={t('printing.release')}
      isForm
      isReady={isEnough && printerUri !== ''}
      {...print.dialog()}
      onClose={onClose}
    >
      <p>{t('printing.fullFormNote')}</p>
      <WhoMay right="printFullForm" />
      {field}
      <SelectField
        label={t('print.printer')}
        value={printerUri}
        options={printers.map(({ uri, name }) => ({ value: uri, label: name }))}
        onChange={setChosen}
      />
    </AskDialog>
  );
}
