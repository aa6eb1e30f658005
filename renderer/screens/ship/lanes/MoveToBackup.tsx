import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { core } from '../../../bridge/core.ts';
import type { AccountHealthView } from '../../../bridge/queries/healthQueries.ts';
import { Button } from '../../../parts/Button.tsx';
import { Dialog } from '../../../parts/Dialog.tsx';
import { useToasts } from '../../../parts/feedback/toasts.ts';

interface MoveToBackupProps {
  readonly health: AccountHealthView;
  readonly backup: AccountHealthView;
}

/** What was certainly not sent goes to the backup account, once somebody has read how many. */
export function MoveToBackup({ health, backup }: MoveToBackupProps) {
  const { t } = useTranslation();
  const say = useToasts((store) => store.say);
  const [isAsking, setAsking] = useState(false);
  const move = useMutation({
    mutationFn: () =>
      core.run.moveWaiting({ fromAccountId: health.accountId, toAccountId: backup.accountId }),
    onSuccess: ({ planned }) => say({ tone: 'done', says: t('accounts.moved', { count: planned }) }),
    onSettled: () => setAsking(false),
  });
  const count = health.counts.waiting;
  return (
    <>
      <Button size="small" icon="arrow" onPress={() => setAsking(true)}>
        {t('lanes.move', { count, name: backup.name })}
      </Button>
      {isAsking && (
        <Dialog
          title={t('accounts.moveTitle', { count, name: backup.name })}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button onPress={() => setAsking(false)}>{t('common.cancel')}</Button>
              <Button look="primary" isBusy={move.isPending} onPress={() => move.mutate()}>
                {t('accounts.moveYes')}
              </Button>
            </>
          }
        >
          <p>{t('accounts.moveNote')}</p>
        </Dialog>
      )}
    </>
  );
}
