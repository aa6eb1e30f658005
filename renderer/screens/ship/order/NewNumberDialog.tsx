import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { core } from '../../../bridge/core.ts';
import { failureOf } from '../../../bridge/failureOf.ts';
import { Button } from '../../../parts/Button.tsx';
import { Dialog } from '../../../parts/Dialog.tsx';
import { FailureNotice } from '../../../parts/feedback/FailureNotice.tsx';
import { useToasts } from '../../../parts/feedback/toasts.ts';
import type { OrderDetailView } from './OrderDetail.tsx';
import { minReason, ReasonField } from './ReasonField.tsx';

const reasons = ['carrier', 'wrong', 'leaked'] as const;

/** Another number for this order; a person's word is asked for only after the platform refused to take the old one back. */
export function NewNumberDialog({ order, onClose }: { readonly order: OrderDetailView; onClose(): void }) {
  const { t } = useTranslation();
  const say = useToasts((store) => store.say);
  const [reason, setReason] = useState('');
  const [isGivenBack, setGivenBack] = useState(false);
  const { waybillNo } = order;
  const renumber = useMutation({
    meta: { isShownInPlace: true },
    mutationFn: () =>
      core.parcels.renumber({
        orderId: order.id,
        version: order.version,
        reason: reason.trim(),
        isGivenBack,
      }),
    onSuccess: ({ oldWaybillNo, planned }) => {
      const says = planned === 0 ? 'parcels.renumberByHand' : 'parcels.renumberDone';
      say({ tone: 'done', says: t(says, { waybillNo: oldWaybillNo }) });
      onClose();
    },
  });
  const failure = renumber.error === null ? null : failureOf(renumber.error);
  const asksWord = isGivenBack || failure?.code === 'NEW_NUMBER_VOID_REFUSED';
  const canSend = reason.trim().length >= minReason && !renumber.isPending;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (canSend) renumber.mutate();
  };
  return (
    <Dialog title={t('parcels.renumberTitle', { orderNo: order.orderNo })} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        {failure !== null && <FailureNotice failure={failure} />}
        <p>{t('parcels.renumberNote', { waybillNo })}</p>
        <ReasonField
          usual={reasons.map((id) => t(`parcels.renumberReasons.${id}`))}
          value={reason}
          onChange={setReason}
        />
        {asksWord && (
          <label className="line">
            <input
              type="checkbox"
              checked={isGivenBack}
              onChange={(event) => setGivenBack(event.target.checked)}
            />
            {t('parcels.word', { waybillNo })}
          </label>
        )}
        <div className="form-actions dialog-actions">
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" isSubmit isDisabled={!canSend} isBusy={renumber.isPending}>
            {t('parcels.renumberYes')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
