import { useTranslation } from 'react-i18next';
import type { SettingsView } from '../../../shared/contracts/settings.ts';
import { ChoiceField } from '../../parts/form/ChoiceField.tsx';
import { useSaveSettings } from './useSaveSettings.ts';

/** Language and theme; both change at once. */
export function LookSection({ settings }: { readonly settings: SettingsView }) {
  const { t } = useTranslation();
  const save = useSaveSettings();
  return (
    <section className="stack">
      <h2>{t('settings.section.look')}</h2>
      <div className="panel panel-pad stack">
        <ChoiceField
          label={t('settings.language')}
          value={settings.language}
          choices={(['zh-CN', 'en'] as const).map((value) => ({ value, label: t(`languageName.${value}`) }))}
          onChange={(language) => save.mutate({ language })}
        />
        <ChoiceField
          label={t('settings.theme')}
          value={settings.theme}
          choices={(['system', 'light', 'dark'] as const).map((value) => ({
            value,
            label: t(`settings.themeName.${value}`),
          }))}
          onChange={(theme) => save.mutate({ theme })}
        />
      </div>
    </section>
  );
}
