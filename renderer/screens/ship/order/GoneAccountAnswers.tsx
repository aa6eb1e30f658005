import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VoidAnswer } from '../../../../shared/domain/booking.ts';
import { core } from '../../../bridge/core.ts';
import { AskDialog } from '../../../parts/AskDialog.tsx';
import { Button } from '../../../parts/Button.tsx';
import { TextField } from '../../../parts/form/TextField.tsx';
import { go } from '../../../parts/place.ts';
import { useAct } from '../../../work/useAct.ts';

/** Whether a waybill of a removed account is cancelled: a person has looked, or adds the account again. */
export function GoneAccountAnswers({ orderId }: { readonly orderId: string }) {
  const { t } = useTranslation();
  const [answer, setAnswer] = useState<VoidAnswer | null>(null);
  return (
    <div className="line">
      <Button size="small" onPress={() => setAnswer('cancelled')}>
        {t('booking.gone.cancelled')}
      </Button>
      <Button size="small" onPress={() => setAnswer('stands')}>
        {t('booking.gone.stands')}
      </Button>
      <Button size="small" onPress={() => go('settings', { section: 'accounts' })}>
        {t('booking.gone.addAgain')}
      </Button>
      {answer !== null && <AnswerDialog orderId={orderId} answer={answer} onClose={() => setAnswer(null)} />}
    </div>
  );
}

interface AnswerDialogProps {
  readonly orderId: string;
  readonly answer: VoidAnswer;
  onClose(): void;
}

function AnswerDialog({ orderId, answer, onClose }: AnswerDialogProps) {
  const { t } = useTranslation();
  const [note, setNote] = useState('');
  const tell = useAct(() => core.bookingHealth.answerVoid({ orderId, answer, note: note.trim() }), {
    says: () => t(`booking.gone.done.${answer}`),
    after: onClose,
    isShownInPlace: true,
  });
  return (
    <AskDialog
      title={t(`booking.gone.title.${answer}`)}
      yes={t(`booking.gone.yes.${answer}`)}
      isForm
      isReady={note.trim() !== ''}
      {...tell.dialog()}
      onClose={onClose}
    >
      <p>{t(`booking.gone.note.${answer}`)}</p>
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
