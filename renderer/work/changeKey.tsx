import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { core } from '../bridge/core.ts';
import { AskDialog } from '../parts/AskDialog.tsx';
import { Button } from '../parts/Button.tsx';
import { FailureNotice } from '../parts/feedback/Notice.tsx';
import { TextField } from '../parts/form/TextField.tsx';
import { useAct } from './useAct.ts';

/** Why the platform did not accept a new key. */
export interface RefusedChange {
  readonly errorCode: string;
  readonly errorParams: Readonly<Record<string, string | number>>;
}

interface SaveUntestedProps {
  readonly isBusy: boolean;
  onPress(): void;
}

/** A person who knows better than the call saves it all the same. */
export function SaveUntested({ isBusy, onPress }: SaveUntestedProps) {
  const { t } = useTranslation();
  return (
    <div className="stack-tight">
      <span className="small">{t('accounts.nothingChanged')}</span>
      <Button size="small" isBusy={isBusy} onPress={onPress}>
        {t('accounts.saveUntested')}
      </Button>
    </div>
  );
}

interface ChangeKeyProps {
  readonly account: { readonly accountId: string; readonly name: string };
  /** What follows once the new key is saved. */
  onChanged?(): void;
}

/** Where a platform refuses the key of an account: the new one is typed right there, tested, and the lane goes on. */
export function ChangeKey({ account, onChanged }: ChangeKeyProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="small" icon="lock" onPress={() => setOpen(true)}>
        {t('lanes.changeKey')}
      </Button>
      {isOpen && (
        <ChangeKeyDialog
          account={account}
          {...(onChanged === undefined ? {} : { onChanged })}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

function ChangeKeyDialog({ account, onChanged, onClose }: ChangeKeyProps & { onClose(): void }) {
  const { t } = useTranslation();
  const { accountId, name } = account;
  const [secret, setSecret] = useState('');
  const [refused, setRefused] = useState<RefusedChange | null>(null);
  const change = useAct(
    (isUntested: boolean) => core.settings.changeAccount({ accountId, secret, isUntested }),
    {
      says: ({ isSaved, test }) =>
        isSaved ? t(test === null ? 'accounts.changed' : 'lanes.keyWorks', { name }) : null,
      after({ isSaved, test }) {
        if (!isSaved) return setRefused(test);
        onChanged?.();
        onClose();
      },
      isShownInPlace: true,
    },
  );
  const type = (typed: string): void => {
    setRefused(null);
    setSecret(typed);
  };
  return (
    <AskDialog
      title={t('lanes.changeKeyTitle', { name })}
      yes={t('lanes.changeKeyYes')}
      isForm
      isReady={secret.trim() !== ''}
      {...change.dialog(false)}
      onClose={onClose}
    >
      <p>{t('lanes.changeKeyNote')}</p>
      <TextField
        label={t('accounts.newKey')}
        hint={t('settings.secretHint')}
        type="password"
        maxLength={500}
        value={secret}
        onChange={type}
      />
      {refused !== null && (
        <FailureNotice failure={{ code: refused.errorCode, params: { name, ...refused.errorParams } }}>
          <SaveUntested isBusy={change.isPending} onPress={() => change.mutate(true)} />
        </FailureNotice>
      )}
    </AskDialog>
  );
}
