import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { passphraseForm, passphraseProblem } from '../../../shared/rules/passphrase.ts';
import { TextField } from '../../parts/form/TextField.tsx';

interface NewPassphrase {
  readonly passphrase: string;
  /** Good and typed twice, or none where none is needed. */
  readonly isReady: boolean;
  readonly fields: ReactNode;
}

/** What is to protect a new workspace on this PC. */
export function usePassphrase(hasKeyStore: boolean): NewPassphrase {
  const { t } = useTranslation();
  const [passphrase, setPassphrase] = useState('');
  const [repeated, setRepeated] = useState('');
  const problem = passphrase === '' ? null : passphraseProblem(passphrase);
  const isDifferent = repeated !== '' && repeated !== passphrase;
  const fields = (
    <>
      <TextField
        label={t(hasKeyStore ? 'welcome.passphraseOptional' : 'welcome.passphrase')}
        hint={t(hasKeyStore ? 'welcome.keyStore' : 'welcome.noKeyStore')}
        error={problem === null ? undefined : t(`recovery.${problem}`, { ...passphraseForm })}
        type="password"
        value={passphrase}
        onChange={setPassphrase}
      />
      {passphrase !== '' && (
        <TextField
          label={t('welcome.repeat')}
          error={isDifferent ? t('welcome.different') : undefined}
          type="password"
          value={repeated}
          onChange={setRepeated}
        />
      )}
    </>
  );
  const isReady = passphrase === '' ? hasKeyStore : problem === null && repeated === passphrase;
  return { passphrase, isReady, fields };
}
