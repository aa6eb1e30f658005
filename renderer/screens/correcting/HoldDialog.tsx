import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type HoldReason, holdReasons } from '../../../shared/domain/order.ts';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { TextField } from '../../parts/form/TextField.tsx';

export interface HoldWords {
  readonly reason: HoldReason;
  readonly note: string;
}

/** One is only given by the program. */
const byPerson = holdReasons.filter((reason) => reason !== 'booked-before');

interface HoldDialogProps {
  readonly count: number;
  readonly isBusy: boolean;
  onHold(words: HoldWords): void;
  onClose(): void;
}

/** Why an order is kept back; the reason stands beside it until somebody releases it. */
export function HoldDialog({ count, isBusy, onHold, onClose }: HoldDialogProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState<HoldReason>('address');
  const [note, setNote] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isBusy) onHold({ reason, note: note.trim() });
  };
  return (
    <Dialog
      title={t('correct.holdTitle', { count })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('correct.keep')}</Button>
          <Button look="primary" isBusy={isBusy} onPress={() => onHold({ reason, note: note.trim() })}>
            {t('correct.holdYes', { count })}
          </Button>
        </>
      }
    >
      <form className="stack" onSubmit={submit}>
        <fieldset className="hold-reasons" aria-label={t('correct.holdReasonLabel')}>
          {byPerson.map((one) => (
            <button
              key={one}
              type="button"
              className="filter-chip"
              aria-pressed={one === reason}
              onClick={() => setReason(one)}
            >
              {t(`correct.holdReason.${one}`)}
            </button>
          ))}
        </fieldset>
        <TextField label={t('correct.holdNote')} maxLength={200} value={note} onChange={setNote} />
      </form>
    </Dialog>
  );
}
