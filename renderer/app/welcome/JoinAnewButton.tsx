import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { core } from '../../bridge/core.ts';
import { failureIn } from '../../bridge/failureOf.ts';
import { AskDialog } from '../../parts/AskDialog.tsx';
import { Button } from '../../parts/Button.tsx';
import type { SessionView } from './session.ts';

interface JoinAnewButtonProps {
  /** The folder is as one that was never used. */
  onLeft(session: SessionView): void;
}

/** The way on for a PC that its book does not let in any more: what it was goes aside, and it joins as any other. */
export function JoinAnewButton({ onLeft }: JoinAnewButtonProps) {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  const beginAnew = useMutation({
    mutationFn: () => core.workstations.beginAnew(),
    onSuccess: onLeft,
    meta: { isShownInPlace: true },
  });
  return (
    <>
      <Button onPress={() => setAsking(true)}>{t('workstations.joinAnew')}</Button>
      {isAsking && (
        <AskDialog
          title={t('workstations.joinAnewAsk')}
          yes={t('workstations.joinAnewAct')}
          isBusy={beginAnew.isPending}
          failure={failureIn(beginAnew)}
          onYes={() => beginAnew.mutate()}
          onClose={() => setAsking(false)}
        >
          <p>{t('workstations.joinAnewNote')}</p>
        </AskDialog>
      )}
    </>
  );
}
