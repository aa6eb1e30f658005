import { useTranslation } from 'react-i18next';
import { ChoiceField } from '../../parts/form/ChoiceField.tsx';
import { choicesOf } from '../../parts/form/choices.ts';
import { Section, type SectionProps } from '../../parts/Section.tsx';

/** Language and theme; both change at once. */
export function LookSection({ settings, save }: SectionProps) {
  const { t } = useTranslation();
  return (
    <Section title={t('settings.section.look')}>
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
          choices={choicesOf(['system', 'light', 'dark'], (value) => t(`settings.themeName.${value}`))}
          onChange={(theme) => save.mutate({ theme })}
        />
      </div>
    </Section>
  );
}
