import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { core } from '../../../bridge/core.ts';
import { AskDialog } from '../../../parts/AskDialog.tsx';
import { TextField } from '../../../parts/form/TextField.tsx';
import { useAct } from '../../../work/useAct.ts';

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
  const bind = useAct(
    () => core.manual.bindNumber({ orderId, waybillNo: waybillNo.trim(), carrier, printerUri: null }),
    {
      says: ({ order }) => t('booking.give.saved', { orderNo, waybillNo: order.waybillNo }),
      after: onClose,
      isShownInPlace: true,
    },
  );
  return (
    <AskDialog
      title={t('booking.give.title')}
      yes={t('booking.give.save')}
      isForm
      isReady={waybillNo.trim() !== ''}
      {...bind.dialog()}
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
  const answer = useAct(() => core.bookingHealth.answerNotThere({ orderId, note: note.trim() }), {
    says: () => t('booking.notThere.done'),
    after: onClose,
    isShownInPlace: true,
  });
  return (
    <AskDialog
      title={t('booking.notThere.title')}
      yes={t('booking.notThere.yes')}
      isForm
      isReady={note.trim() !== ''}
      {...answer.dialog()}
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
