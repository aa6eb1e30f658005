import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import './welcome.css';
import { ask, core } from '../../bridge/core.ts';
import { failureOf } from '../../bridge/failureOf.ts';
import { queryClient } from '../../bridge/queryClient.ts';
import { Button } from '../../parts/Button.tsx';
import { FailureNotice } from '../../parts/feedback/Notice.tsx';
import { ChoiceField } from '../../parts/form/ChoiceField.tsx';
import { Form } from '../../parts/form/Form.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { changeLanguage } from '../startText.ts';
import { rememberedTheme } from '../theme/useTheme.ts';

type SessionView = Awaited<ReturnType<typeof core.session.state>>;

/** Shortest passphrase accepted for a new workspace, in characters. */
const minPassphrase = 8;

const keep = (session: SessionView): void => {
  queryClient.setQueryData(ask.session.state.queryKey(), session);
};

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

type UnlockFormProps = Pick<SessionView, 'needsPassphrase' | 'wasTaken'>;

function UnlockForm({ needsPassphrase, wasTaken }: UnlockFormProps) {
  const { t } = useTranslation();
  const [passphrase, setPassphrase] = useState('');
  const unlock = useMutation({
    mutationFn: () => core.session.unlock({ passphrase }),
    meta: { isShownInPlace: true },
    onSuccess: keep,
  });
  const isReady = passphrase !== '' || !needsPassphrase;
  return (
    <Form isReady={isReady} onSubmit={() => unlock.mutate()}>
      <h1>{t('welcome.locked')}</h1>
      <p className="soft">{t(needsPassphrase ? 'welcome.lockedNote' : 'welcome.lockedOpenNote')}</p>
      {wasTaken && <FailureNotice failure={{ code: 'WORKSPACE_TAKEN' }} />}
      {needsPassphrase && (
        <TextField
          label={t('welcome.passphrase')}
          type="password"
          isAutoFocused
          value={passphrase}
          onChange={setPassphrase}
        />
      )}
      {unlock.error !== null && <FailureNotice failure={failureOf(unlock.error)} />}
      <Button
        look="primary"
        size="large"
        isSubmit
        isBusy={unlock.isPending}
        isDisabled={!isReady}
        keyHint="Enter"
      >
        {t('welcome.unlock')}
      </Button>
    </Form>
  );
}

function CreateForm({ hasKeyStore }: { readonly hasKeyStore: boolean }) {
  const { t, i18n } = useTranslation();
  const [kind, setKind] = useState<'practice' | 'real'>('practice');
  const [passphrase, setPassphrase] = useState('');
  const [repeated, setRepeated] = useState('');
  const isPractice = kind === 'practice';
  const needsPassphrase = !isPractice && !hasKeyStore;
  const isShort = passphrase !== '' && passphrase.length < minPassphrase;
  const isDifferent = repeated !== '' && repeated !== passphrase;
  const isReady = isPractice || (passphrase === '' ? !needsPassphrase : !isShort && repeated === passphrase);
  const create = useMutation({
    mutationFn: async () => {
      const created = await core.session.create({
        passphrase: isPractice ? '' : passphrase,
        practice: isPractice,
      });
      await core.settings.set({
        language: i18n.language === 'en' ? 'en' : 'zh-CN',
        theme: rememberedTheme(),
      });
      return created;
    },
    onSuccess: keep,
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
            error={isShort ? t('welcome.short', { count: minPassphrase }) : undefined}
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
      >
        {t(isPractice ? 'welcome.startPractice' : 'welcome.startReal')}
      </Button>
    </Form>
  );
}

/** First run and the lock: the only screen that exists without an open workspace. */
export function WelcomeScreen({ session }: { readonly session: SessionView }) {
  const { t } = useTranslation();
  return (
    <main className="welcome">
      <section className="welcome-card panel">
        <p className="welcome-brand">
          <Icon name="ship" size={24} />
          {t('app.name')}
        </p>
        {session.state === 'new' ? (
          <CreateForm hasKeyStore={session.hasKeyStore} />
        ) : (
          <UnlockForm {...session} />
        )}
      </section>
      <p className="soft small">{t('welcome.version', { version: session.version })}</p>
    </main>
  );
}
