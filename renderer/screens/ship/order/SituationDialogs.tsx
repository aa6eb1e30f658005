import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { core } from '../../../bridge/core.ts';
import { failureOf } from '../../../bridge/failureOf.ts';
import { Button } from '../../../parts/Button.tsx';
import { Dialog } from '../../../parts/Dialog.tsx';
import { FailureNotice } from '../../../parts/feedback/Notice.tsx';
import { useToasts } from '../../../parts/feedback/Toasts.tsx';
import { TextField } from '../../../parts/form/TextField.tsx';

interface GiveNumberDialogProps {
  readonly orderId: string;
  readonly orderNo: string;
  readonly carrier: string;
  onClose(): void;
}

/** The number a person found at the platform: it ends the question, and nothing is booked again. */
export function GiveNumberDialog({ orderId, orderNo, carrier, onClose }: GiveNumberDialogProps) {
  const { t } = useTranslation();
  const say = useToasts((store) => store.say);
  const [waybillNo, setWaybillNo] = useState('');
  const bind = useMutation({
    mutationFn: () =>
      core.manual.bindNumber({ orderId, waybillNo: waybillNo.trim(), carrier, printerUri: null }),
    meta: { isShownInPlace: true },
    onSuccess: ({ order }) => {
      say({ tone: 'done', says: t('booking.give.saved', { orderNo, waybillNo: order.waybillNo }) });
      onClose();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (waybillNo.trim() !== '') bind.mutate();
  };
  return (
    <Dialog title={t('booking.give.title')} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <p>{t('booking.give.note')}</p>
        <TextField
          label={t('booking.give.number')}
          maxLength={40}
          value={waybillNo}
          onChange={setWaybillNo}
        />
        {bind.error !== null && <FailureNotice failure={failureOf(bind.error)} />}
        <div className="line dialog-actions">
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" isSubmit isBusy={bind.isPending} isDisabled={waybillNo.trim() === ''}>
            {t('booking.give.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

interface NotThereDialogProps {
  readonly orderId: string;
  readonly orderCode: string;
  onClose(): void;
}

/** A person's word that the platform has no such order: the same code is sent again, which cannot make a second one. */
export function NotThereDialog({ orderId, orderCode, onClose }: NotThereDialogProps) {
  const { t } = useTranslation();
  const say = useToasts((store) => store.say);
  const [note, setNote] = useState('');
  const answer = useMutation({
    mutationFn: () => core.bookingHealth.answerNotThere({ orderId, note: note.trim() }),
    meta: { isShownInPlace: true },
    onSuccess: () => {
      say({ tone: 'done', says: t('booking.notThere.done') });
      onClose();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (note.trim() !== '') answer.mutate();
  };
  return (
    <Dialog title={t('booking.notThere.title')} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <p>{t('booking.notThere.note', { orderCode })}</p>
        <TextField
          label={t('booking.notThere.how')}
          hint={t('booking.notThere.howHint')}
          maxLength={200}
          value={note}
          onChange={setNote}
        />
        {answer.error !== null && <FailureNotice failure={failureOf(answer.error)} />}
        <div className="line dialog-actions">
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" isSubmit isBusy={answer.isPending} isDisabled={note.trim() === ''}>
            {t('booking.notThere.yes')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
