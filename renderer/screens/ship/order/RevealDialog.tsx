import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../../bridge/failureOf.ts';
import { useApprovers } from '../../../bridge/useApprovers.ts';
import { Button } from '../../../parts/Button.tsx';
import { Dialog } from '../../../parts/Dialog.tsx';
import { FailureNotice } from '../../../parts/feedback/FailureNotice.tsx';
import { ReasonField } from '../../../parts/form/ReasonField.tsx';

const reasons = ['asked', 'courier', 'check', 'returned'] as const;
/** Shorter ones tell nobody anything. */
const minReason = 2;

interface RevealDialogProps {
  readonly orderNo: string;
  onReveal(reason: string): Promise<void>;
  onClose(): void;
}

/** Why somebody's name, phone and address are looked at; it stays in the record with who looked. */
export function RevealDialog({ orderNo, onReveal, onClose }: RevealDialogProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const { isMine, operators } = useApprovers('seePersonalData');
  const reveal = useMutation({
    meta: { isShownInPlace: true },
    mutationFn: () => onReveal(reason.trim()),
    onSuccess: onClose,
  });
  const canReveal = reason.trim().length >= minReason && !reveal.isPending;
  const submit = (event?: FormEvent): void => {
    event?.preventDefault();
    if (canReveal) reveal.mutate();
  };
  return (
    <Dialog
      title={t('reveal.title', { orderNo })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            look="primary"
            keyHint="Enter"
            isDisabled={!canReveal}
            isBusy={reveal.isPending}
            onPress={submit}
          >
            {t('reveal.show')}
          </Button>
        </>
      }
    >
      <form className="stack" onSubmit={submit}>
        {reveal.error !== null && <FailureNotice failure={failureOf(reveal.error)} />}
        <p>{t('reveal.note')}</p>
        {!isMine && (
          <p className="text-unsure">
            {t('operators.whoMay', { names: operators.map(({ name }) => name).join(t('common.listComma')) })}
          </p>
        )}
        <ReasonField
          label={t('reveal.reasonLabel')}
          value={reason}
          ready={reasons.map((id) => t(`reveal.reason.${id}`))}
          onChange={setReason}
        />
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
