import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { core } from '../../bridge/core.ts';
import { printQueries } from '../../bridge/queries/printQueries.ts';
import { queryClient } from '../../bridge/queryClient.ts';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { TextField } from '../../parts/form/TextField.tsx';

interface RollDialogProps {
  readonly uri: string;
  readonly name: string;
  /** Labels of the roll before: most shops buy the same again. */
  readonly usual: number | null;
  onClose(): void;
}

/** Labels of a usual roll of 76 × 130 mm stock. */
const usualLabels = 500;
const maxLabels = 20_000;

/** A new roll was put in: how many labels are on it? */
export function RollDialog({ uri, name, usual, onClose }: RollDialogProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(String(usual ?? usualLabels));
  const labels = Number(typed);
  const isReady = Number.isInteger(labels) && labels >= 1 && labels <= maxLabels;
  const load = useMutation({
    mutationFn: () => core.paper.load({ printerUri: uri, labels }),
    onSuccess: (rolls) => {
      queryClient.setQueryData(printQueries.paper().queryKey, rolls);
      onClose();
    },
  });
  const submit = (event?: FormEvent): void => {
    event?.preventDefault();
    if (isReady && !load.isPending) load.mutate();
  };
  return (
    <Dialog
      title={t('printing.newRollTitle', { name })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" isDisabled={!isReady} isBusy={load.isPending} onPress={submit}>
            {t('printing.newRoll')}
          </Button>
        </>
      }
    >
      <form className="stack" onSubmit={submit}>
        <TextField
          label={t('printing.rollLabels')}
          hint={t('printing.paperNote')}
          maxLength={5}
          value={typed}
          onChange={(text) => setTyped(text.replace(/\D/g, ''))}
        />
      </form>
    </Dialog>
  );
}
