import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { core } from '../../../bridge/core.ts';
import { failureOf } from '../../../bridge/failureOf.ts';
import { useNow } from '../../../bridge/useNow.ts';
import { Button } from '../../../parts/Button.tsx';
import { Dialog } from '../../../parts/Dialog.tsx';
import { FailureNotice } from '../../../parts/feedback/FailureNotice.tsx';
import { useToasts } from '../../../parts/feedback/toasts.ts';
import { SelectField } from '../../../parts/form/SelectField.tsx';
import { pickupSlots } from './pickupSlots.ts';
import { useSlotWords } from './useSlotWords.ts';

interface PickupDialogProps {
  readonly orderId: string;
  readonly orderNo: string;
  onClose(): void;
}

/** Whenever the carrier comes. */
const anyTime = 'any';

/** Calls the carrier's courier for one booked order, at once or in a slot of the next days. */
export function PickupDialog({ orderId, orderNo, onClose }: PickupDialogProps) {
  const { t } = useTranslation();
  const say = useToasts((store) => store.say);
  const slotWords = useSlotWords();
  const slots = pickupSlots(useNow());
  const [chosen, setChosen] = useState(anyTime);
  const window = slots.find(({ startAt }) => String(startAt) === chosen) ?? null;
  const call = useMutation({
    mutationFn: () => core.pickup.book({ orderId, kind: 'appointment', window }),
    meta: { isShownInPlace: true },
    onSuccess: () => {
      say({ tone: 'done', says: t('pickup.called', { orderNo }) });
      onClose();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!call.isPending) call.mutate();
  };
  const options = [
    { value: anyTime, label: t('pickup.anyTime') },
    ...slots.map((slot) => ({ value: String(slot.startAt), label: slotWords(slot) })),
  ];
  return (
    <Dialog title={t('pickup.title', { orderNo })} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <p>{t('pickup.note')}</p>
        <SelectField label={t('pickup.when')} value={chosen} options={options} onChange={setChosen} />
        {call.error !== null && <FailureNotice failure={failureOf(call.error)} />}
        <div className="line dialog-actions">
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" isSubmit isBusy={call.isPending}>
            {t('pickup.yes')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
