import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureIn } from '../../bridge/failureOf.ts';
import { Button } from '../../parts/Button.tsx';
import { FailureNotice } from '../../parts/feedback/Notice.tsx';
import { ChoiceField } from '../../parts/form/ChoiceField.tsx';
import { Form } from '../../parts/form/Form.tsx';
import { PlaceNotice } from '../../work/PlaceNotice.tsx';
import { changeLanguage } from '../startText.ts';
import { useWay, type WayKind, wayKinds } from './ways.tsx';

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
  /** What is chosen at first. */
  readonly first: WayKind;
  onRestore(): void;
}

/** First run: practice, real work or the benches of the shop, and what protects the data. */
export function CreateForm({ hasKeyStore, first, onRestore }: CreateFormProps) {
  const { t, i18n } = useTranslation();
  const [kind, setKind] = useState<WayKind>(first);
  const way = useWay(kind, hasKeyStore, i18n.language === 'en' ? 'en' : 'zh-CN');
  const { started, isReady } = way;
  const failure = failureIn(started);
  const choose = (chosen: WayKind): void => {
    setKind(chosen);
    started.reset();
  };
  return (
    <Form isReady={isReady && !started.isPending} onSubmit={() => started.mutate()}>
      <h1>{t('welcome.title')}</h1>
      <p className="soft">{t('welcome.note')}</p>
      <LanguageChoice />
      <div className="welcome-kinds" role="radiogroup" aria-label={t('welcome.kind')}>
        {wayKinds.map((choice) => (
          <label key={choice} className={choice === kind ? 'welcome-kind welcome-on' : 'welcome-kind'}>
            <input type="radio" name="kind" checked={choice === kind} onChange={() => choose(choice)} />
            <strong>{t(`welcome.${choice}`)}</strong>
            <span className="soft small">{t(`welcome.${choice}Note`)}</span>
          </label>
        ))}
      </div>
      <PlaceNotice />
      {way.fields}
      {failure !== null && <FailureNotice failure={failure} />}
      <Button
        look="primary"
        size="large"
        isSubmit
        isBusy={started.isPending}
        isDisabled={!isReady}
        keyHint="Enter"
        isAutoFocused
      >
        {way.label}
      </Button>
      <div className="welcome-ways">
        <Button look="quiet" size="small" onPress={onRestore}>
          {t('restore.openNew')}
        </Button>
      </div>
    </Form>
  );
}
