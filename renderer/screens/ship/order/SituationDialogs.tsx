import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { core } from '../../../bridge/core.ts';
import { failureIn } from '../../../bridge/failureOf.ts';
import { AskDialog } from '../../../parts/AskDialog.tsx';
import { say } from '../../../parts/feedback/Toasts.tsx';
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
  return (
    <AskDialog
      title={t('booking.give.title')}
      yes={t('booking.give.save')}
      isForm
      isReady={waybillNo.trim() !== ''}
      isBusy={bind.isPending}
      failure={failureIn(bind)}
      onYes={() => bind.mutate()}
      onClose={onClose}
    >
      <p>{t('booking.give.note')}</p>
      <TextField label={t('booking.give.number')} maxLength={40} value={waybillNo} onChange={setWaybillNo} />
    </AskDialog>
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
  const [note, setNote] = useState('');
  const answer = useMutation({
    mutationFn: () => core.bookingHealth.answerNotThere({ orderId, note: note.trim() }),
    meta: { isShownInPlace: true },
    onSuccess: () => {
      say({ tone: 'done', says: t('booking.notThere.done') });
      onClose();
    },
  });
  return (
    <AskDialog
      title={t('booking.notThere.title')}
      yes={t('booking.notThere.yes')}
      isForm
      isReady={note.trim() !== ''}
      isBusy={answer.isPending}
      failure={failureIn(answer)}
      onYes={() => answer.mutate()}
      onClose={onClose}
    >
      <p>{t('booking.notThere.note', { orderCode })}</p>
      <TextField
        label={t('booking.notThere.how')}
        hint={t('booking.notThere.howHint')}
        maxLength={200}
        value={note}
        onChange={setNote}
      />
    </AskDialog>
  );
}
