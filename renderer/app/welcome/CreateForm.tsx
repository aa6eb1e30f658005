import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { passphraseForm, passphraseProblem } from '../../../shared/rules/passphrase.ts';
import { core } from '../../bridge/core.ts';
import { failureOf } from '../../bridge/failureOf.ts';
import { Button } from '../../parts/Button.tsx';
import { FailureNotice } from '../../parts/feedback/Notice.tsx';
import { ChoiceField } from '../../parts/form/ChoiceField.tsx';
import { Form } from '../../parts/form/Form.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { useCodeToKeep } from '../../work/recovery/RecoveryCode.tsx';
import { changeLanguage } from '../startText.ts';
import { rememberedTheme } from '../theme/useTheme.ts';
import { keepSession } from './session.ts';

function LanguageChoice() {
  const { t, i18n } = useTranslation();
  return (
    <ChoiceField
      label={t('settings.language')}
      value={i18n.language === 'en' ? 'en' : 'zh-CN'}
      choices={[
        { value: 'zh-CN', label: t('languageName.zh-CN') },
        { value: 'en', label: t('languageName.en') },
      ]}
      onChange={(language) => void changeLanguage(language)}
    />
  );
}

interface CreateFormProps {
  readonly hasKeyStore: boolean;
  onRestore(): void;
}

/** First run: practice or real work, and what protects the data. */
export function CreateForm({ hasKeyStore, onRestore }: CreateFormProps) {
  const { t, i18n } = useTranslation();
  const [kind, setKind] = useState<'practice' | 'real'>('practice');
  const [passphrase, setPassphrase] = useState('');
  const [repeated, setRepeated] = useState('');
  const isPractice = kind === 'practice';
  const needsPassphrase = !isPractice && !hasKeyStore;
  const problem = passphrase === '' ? null : passphraseProblem(passphrase);
  const isDifferent = repeated !== '' && repeated !== passphrase;
  const isReady =
    isPractice || (passphrase === '' ? !needsPassphrase : problem === null && repeated === passphrase);
  const create = useMutation({
    mutationFn: async () => {
      const { recoveryCode, ...created } = await core.session.create({
        passphrase: isPractice ? '' : passphrase,
        practice: isPractice,
      });
      if (recoveryCode !== null) useCodeToKeep.getState().show(recoveryCode);
      await core.settings.set({
        language: i18n.language === 'en' ? 'en' : 'zh-CN',
        theme: rememberedTheme(),
      });
      return created;
    },
    onSuccess: keepSession,
    meta: { isShownInPlace: true },
  });
  return (
    <Form isReady={isReady} onSubmit={() => create.mutate()}>
      <h1>{t('welcome.title')}</h1>
      <p className="soft">{t('welcome.note')}</p>
      <LanguageChoice />
      <div className="welcome-kinds" role="radiogroup" aria-label={t('welcome.kind')}>
        {(['practice', 'real'] as const).map((choice) => (
          <label key={choice} className={choice === kind ? 'welcome-kind welcome-on' : 'welcome-kind'}>
            <input type="radio" name="kind" checked={choice === kind} onChange={() => setKind(choice)} />
            <strong>{t(`welcome.${choice}`)}</strong>
            <span className="soft small">{t(`welcome.${choice}Note`)}</span>
          </label>
        ))}
      </div>
      {!isPractice && (
        <>
          <TextField
            label={t(needsPassphrase ? 'welcome.passphrase' : 'welcome.passphraseOptional')}
            hint={t(needsPassphrase ? 'welcome.noKeyStore' : 'welcome.keyStore')}
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
      )}
      {create.error !== null && <FailureNotice failure={failureOf(create.error)} />}
      <Button
        look="primary"
        size="large"
        isSubmit
        isBusy={create.isPending}
        isDisabled={!isReady}
        keyHint="Enter"
        isAutoFocused
      >
        {t(isPractice ? 'welcome.startPractice' : 'welcome.startReal')}
      </Button>
      <div className="welcome-ways">
        <Button look="quiet" size="small" onPress={onRestore}>
          {t('restore.openNew')}
        </Button>
      </div>
    </Form>
  );
}
