import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import './restore.css';
import type { Answered } from '../../../shared/contracts/contract.ts';
import type { InspectedBackup } from '../../../shared/contracts/restore.ts';
import { core } from '../../bridge/core.ts';
import { Button } from '../../parts/Button.tsx';
import { say } from '../../parts/feedback/Toasts.tsx';
import { dateFormat, formatCount, joinTexts } from '../../parts/format.ts';
import { useAct } from '../useAct.ts';
import { BackupList, type ChosenBackup } from './BackupList.tsx';
import { ConfirmRestore } from './ConfirmRestore.tsx';
import { OpenBackup, type Opening } from './OpenBackup.tsx';

type Restored = Answered<'restore', 'run'>;

interface RestoreStepsProps {
  onRestored(session: Restored['session']): void;
  onBack(): void;
}

const nothingTyped: Opening = { passphrase: '', recoveryCode: '' };

/** Choose a backup → open it → see what it holds and what changes → put it in place. Nothing moves before the last press. */
export function RestoreSteps({ onRestored, onBack }: RestoreStepsProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<ChosenBackup | null>(null);
  const [opening, setOpening] = useState(nothingTyped);
  const [inspected, setInspected] = useState<InspectedBackup | null>(null);
  const inspect = useAct(
    ({ fileToken, ...typed }: ChosenBackup & Opening) =>
      core.restore.inspect({ fileToken, passphrase: typed.passphrase, recoveryCode: typed.recoveryCode }),
    {
      isShownInPlace: true,
      after: (reply, { passphrase, recoveryCode }) => {
        setInspected(reply);
        setOpening({ passphrase, recoveryCode });
      },
    },
  );
  const choose = (backup: ChosenBackup): void => {
    setChosen(backup);
    setInspected(null);
    inspect.mutate({ ...backup, ...nothingTyped });
  };
  const chooseAgain = (): void => {
    setChosen(null);
    inspect.reset();
  };
  const tellDone = useTellDone();
  const done = (restored: Restored): void => {
    tellDone(restored);
    onRestored(restored.session);
  };
  return (
    <div className="stack">
      <h1>{t('restore.title')}</h1>
      <p className="soft">{t('restore.note')}</p>
      {chosen === null && <BackupList onChoose={choose} />}
      {chosen !== null && inspected === null && (
        <OpenBackup
          backup={chosen}
          inspect={inspect}
          isTried={opening !== nothingTyped && (opening.passphrase !== '' || opening.recoveryCode !== '')}
        />
      )}
      {chosen !== null && inspected !== null && (
        <ConfirmRestore
          fileToken={chosen.fileToken}
          opening={opening}
          inspected={inspected}
          onRestored={done}
        />
      )}
      <div className="form-actions">
        <Button look="quiet" size="small" onPress={chosen === null ? onBack : chooseAgain}>
          {t(chosen === null ? 'restore.back' : 'restore.other')}
        </Button>
      </div>
    </div>
  );
}

/** What was restored, and what is left to do, as a toast: the screen behind it is already the workspace's. */
function useTellDone(): (restored: Restored) => void {
  const { t, i18n } = useTranslation();
  return ({ orders, madeAt, isSetAside, sender, erasedAgain }) => {
    const at = dateFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' }).format(madeAt);
    const left = joinTexts([
      isSetAside ? t('restore.setAside') : '',
      sender === 'kept' ? t('restore.senderKept') : '',
      sender === 'missing' ? t('restore.senderMissing') : '',
      erasedAgain === null ? t('restore.erasedUnreadable') : '',
      erasedAgain !== null && erasedAgain > 0
        ? t('restore.erasedAgain', { count: erasedAgain, shown: formatCount(erasedAgain) })
        : '',
    ]);
    say({
      tone: 'done',
      says: t('restore.done', { at, count: orders, shown: formatCount(orders) }),
      next: left,
    });
  };
}
