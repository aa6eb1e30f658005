import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCarrierOptions } from '../../bridge/knownNames.ts';
import { choicesOf } from '../../parts/form/choices.ts';
import { EntryForm } from '../../parts/form/EntryForm.tsx';
import { Section, type SectionProps } from '../../parts/Section.tsx';
import { NumberSettings } from './NumberSettings.tsx';
import './rules.css';
import { ChoiceField } from '../../parts/form/ChoiceField.tsx';
import { SelectField } from '../../parts/form/SelectField.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { useDraft } from '../../parts/view.ts';
import { PricesTab } from './prices/PricesTab.tsx';
import { RulesTab } from './RulesTab.tsx';

const tabs = ['choose', 'prices', 'general'] as const;
type Tab = (typeof tabs)[number];

/** How orders find account and carrier, what that costs, and the few general rules beside them. */
export function RulesSection(props: SectionProps) {
  const { t } = useTranslation();
  const [tab, setTab] = useState<Tab>('choose');
  return (
    <Section
      title={t('settings.section.rules')}
      look="rules-home"
      beside={
        <ChoiceField
          label={t('rules.shown')}
          isLabelHidden
          value={tab}
          choices={tabs.map((value) => ({ value, label: t(`rules.tabs.${value}`) }))}
          onChange={(value) => setTab(value)}
        />
      }
    >
      {tab === 'choose' && <RulesTab />}
      {tab === 'prices' && <PricesTab />}
      {tab === 'general' && (
        <>
          <GeneralRules {...props} />
          <NumberSettings {...props} />
        </>
      )}
    </Section>
  );
}

/** How careful Correct is: readings below this confidence go to a person. */
const careSteps = { loose: 0.6, usual: 0.8, strict: 0.95 } as const;
type Care = keyof typeof careSteps;

function careOf(minConfidence: number): Care {
  if (minConfidence >= careSteps.strict) return 'strict';
  return minConfidence >= careSteps.usual ? 'usual' : 'loose';
}

/** Carrier, care with addresses, and the merchant's words on the label. */
function GeneralRules({ settings, save }: SectionProps) {
  const { t } = useTranslation();
  const carriers = useCarrierOptions();
  const [defaultCarrier, setCarrier] = useState(settings.defaultCarrier);
  const [care, setCare] = useState<Care>(careOf(settings.minConfidence));
  const [merchantText, change, forget] = useDraft('merchantText', settings.merchantText);
  const submit = (): void =>
    save.mutate({ defaultCarrier, merchantText, minConfidence: careSteps[care] }, { onSuccess: forget });
  return (
    <EntryForm yes={t('common.save')} isBusy={save.isPending} onSubmit={submit}>
      <SelectField
        label={t('settings.defaultCarrier')}
        width={280}
        value={defaultCarrier === '' ? null : defaultCarrier}
        options={carriers}
        onChange={setCarrier}
      />
      <div className="stack-tight">
        <ChoiceField
          label={t('settings.care')}
          value={care}
          choices={choicesOf(['loose', 'usual', 'strict'], (value) => t(`settings.careStep.${value}`))}
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
    </EntryForm>
  );
}
