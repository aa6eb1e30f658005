import { useTranslation } from 'react-i18next';
import { core } from '../bridge/core.ts';
import { AskingButton } from '../parts/AskDialog.tsx';
import { useAct } from './useAct.ts';

/** Lets a lane that has stopped try again at once. */
export function useResume(accountId: string) {
  const { t } = useTranslation();
  return useAct(() => core.bookingHealth.resume({ accountId }), { says: () => t('accounts.resumed') });
}

interface MoveWaitingProps {
  readonly health: { readonly accountId: string; readonly counts: { readonly waiting: number } };
  readonly backup: { readonly id: string; readonly name: string };
  readonly label: string;
}

/** What was certainly not sent goes to the backup account, once somebody has read how many. */
export function MoveWaiting({ health, backup, label }: MoveWaitingProps) {
  const { t } = useTranslation();
  const move = useAct(
    () => core.run.moveWaiting({ fromAccountId: health.accountId, toAccountId: backup.id }),
    { says: ({ planned }) => t('accounts.moved', { count: planned }) },
  );
  const count = health.counts.waiting;
  if (count === 0) return null;
  return (
    <AskingButton
      size="small"
      icon="arrow"
      label={label}
      title={t('accounts.moveTitle', { count, name: backup.name })}
      note={t('accounts.moveNote')}
      yes={t('accounts.moveYes')}
      {...move.asking()}
    />
  );
}
