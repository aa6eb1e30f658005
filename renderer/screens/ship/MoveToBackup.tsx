import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { core } from '../../bridge/core.ts';
import type { AccountHealthView } from '../../bridge/queries/healthQueries.ts';
import { AskingButton } from '../../parts/AskingButton.tsx';
import { useToasts } from '../../parts/feedback/toasts.ts';

interface MoveToBackupProps {
  readonly health: AccountHealthView;
  readonly backup: AccountHealthView;
}

/** What was certainly not sent goes to the backup account, once somebody has read how many. */
export function MoveToBackup({ health, backup }: MoveToBackupProps) {
  const { t } = useTranslation();
  const say = useToasts((store) => store.say);
  const move = useMutation({
    mutationFn: () =>
      core.run.moveWaiting({ fromAccountId: health.accountId, toAccountId: backup.accountId }),
    onSuccess: ({ planned }) => say({ tone: 'done', says: t('accounts.moved', { count: planned }) }),
  });
  const count = health.counts.waiting;
  return (
    <AskingButton
      size="small"
      icon="arrow"
      label={t('lanes.move', { count, name: backup.name })}
      title={t('accounts.moveTitle', { count, name: backup.name })}
      note={t('accounts.moveNote')}
      yes={t('accounts.moveYes')}
      isBusy={move.isPending}
      act={() => move.mutateAsync()}
    />
  );
}
