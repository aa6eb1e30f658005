import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SettingsView } from '../../../shared/contracts/settings.ts';
import { settingsQueries } from '../../bridge/queries/settingsQueries.ts';
import { Button } from '../../parts/Button.tsx';
import { ChoiceField } from '../../parts/form/ChoiceField.tsx';
import { SelectField } from '../../parts/form/SelectField.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { useDraft } from '../../parts/useDraft.ts';
import { useSaveSettings } from '../settings/useSaveSettings.ts';

/** How careful Correct is: readings below this confidence go to a person. */
const careSteps = { loose: 0.6, usual: 0.8, strict: 0.95 } as const;
type Care = keyof typeof careSteps;

function careOf(minConfidence: number): Care {
  if (minConfidence >= careSteps.strict) return 'strict';
  return minConfidence >= careSteps.usual ? 'usual' : 'loose';
}

/** Carrier, care with addresses, and the merchant's words on the label. */
export function RulesSection({ settings }: { readonly settings: SettingsView }) {
  const { t, i18n } = useTranslation();
  const save = useSaveSettings();
  const carriers = useQuery(settingsQueries.carriers()).data ?? [];
  const [defaultCarrier, setCarrier] = useState(settings.defaultCarrier);
  const [care, setCare] = useState<Care>(careOf(settings.minConfidence));
  const [merchantText, change, forget] = useDraft('merchantText', settings.merchantText);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate({ defaultCarrier, merchantText, minConfidence: careSteps[care] }, { onSuccess: forget });
  };
  return (
    <form className="stack" onSubmit={submit}>
      <div className="panel panel-pad stack">
        <SelectField
          label={t('settings.defaultCarrier')}
          width={280}
          value={defaultCarrier === '' ? null : defaultCarrier}
          options={carriers.map(({ code, nameZh, nameEn }) => ({
            value: code,
            label: i18n.language === 'en' ? nameEn : nameZh,
          }))}
          onChange={setCarrier}
        />
        <div className="stack-tight">
          <ChoiceField
            label={t('settings.care')}
            value={care}
            choices={(['loose', 'usual', 'strict'] as const).map((value) => ({
              value,
              label: t(`settings.careStep.${value}`),
            }))}
            onChange={(chosen) => setCare(chosen)}
          />
          <p className="soft small">{t(`settings.careNote.${care}`)}</p>
        </div>
        <TextField
          label={t('settings.merchantText')}
          hint={t('settings.merchantTextHint')}
          rows={2}
          maxLength={200}
          value={merchantText}
          onChange={(text) => change(() => text)}
        />
        <div className="form-actions">
          <Button look="primary" isSubmit isBusy={save.isPending}>
            {t('common.save')}
          </Button>
        </div>
      </div>
    </form>
  );
}
