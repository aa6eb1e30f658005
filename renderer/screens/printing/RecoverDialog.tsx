import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { core } from '../../bridge/core.ts';
import { failureOf } from '../../bridge/failureOf.ts';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { FailureNotice } from '../../parts/feedback/FailureNotice.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { useScanTaker } from '../../parts/useScanTaker.ts';
import type { FoundRecovery } from './findRecovery.ts';
import { RecoveryPlan } from './RecoveryPlan.tsx';

interface RecoverDialogProps {
  readonly printerUri: string;
  readonly printerName: string;
  /** A label was scanned already. */
  readonly found: FoundRecovery | null;
  onClose(): void;
}

/** After a jam, paper-out or cable loss: the last good label is scanned, what follows from it is shown, then a person decides. */
export function RecoverDialog({ printerUri, printerName, found, onClose }: RecoverDialogProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const plan = useMutation({
    meta: { isShownInPlace: true },
    mutationFn: async (code: string): Promise<FoundRecovery> => ({
      printerUri,
      code,
      plan: await core.print.planRecovery({ printerUri, code }),
    }),
  });
  useScanTaker((code) => {
    plan.mutate(code.slice(0, 60));
    return true;
  });
  const shown = plan.data ?? (plan.isIdle ? found : null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (typed.trim() !== '') plan.mutate(typed.trim());
  };
  if (shown !== null) return <RecoveryPlan key={shown.code} found={shown} {...{ printerName, onClose }} />;
  return (
    <Dialog
      title={t('printing.recoverTitle', { name: printerName })}
      width={560}
      onClose={onClose}
      actions={<Button onPress={onClose}>{t('common.cancel')}</Button>}
    >
      <form className="stack" onSubmit={submit}>
        {plan.error !== null && <FailureNotice failure={failureOf(plan.error)} />}
        <p className="asking-title">{t('printing.scanLastGood')}</p>
        <p>{t('printing.scanLastGoodNote')}</p>
        <div className="line">
          <TextField label={t('printing.orTypeNumber')} maxLength={60} value={typed} onChange={setTyped} />
          <Button isSubmit isDisabled={typed.trim() === ''} isBusy={plan.isPending} keyHint="Enter">
            {t('printing.showPlan')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
