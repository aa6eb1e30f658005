import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { joinTexts } from '../../../shared/text/hanSpacing.ts';
import { useCarrierOptions } from '../../bridge/knownNames.ts';
import { choicesOf } from '../../parts/form/choices.tsx';
import { EntryForm } from '../../parts/form/EntryForm.tsx';
import { Section, type SectionProps } from '../../parts/Section.tsx';
import { useTabs } from '../../parts/Tabs.tsx';
import './rules.css';
import {
  type NumberSettingName,
  numberSettingNames,
  numberSettings,
} from '../../../shared/domain/settings.ts';
import { recordOf } from '../../../shared/rules/typedRecord.ts';
import { ChoiceField } from '../../parts/form/ChoiceField.tsx';
import { SelectField } from '../../parts/form/SelectField.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { useDraft } from '../../parts/view.ts';
import { PricesTab } from './prices/PricesTab.tsx';
import { RulesTab } from './RulesTab.tsx';

/** How orders find account and carrier, what that costs, and the few general rules beside them. */
export function RulesSection(props: SectionProps) {
  const { t } = useTranslation();
  const requested = numberSettingNames.find((name) => name === props.tab);
  const [tab, tabField] = useTabs(
    t('common.shown'),
    ['choose', 'prices', 'general'],
    (value) => t(`rules.tabs.${value}`),
    requested === undefined ? 'choose' : 'general',
  );
  return (
    <Section title={t('settings.section.rules')} look="rules-home" beside={tabField}>
      {tab === 'choose' && <RulesTab />}
      {tab === 'prices' && <PricesTab />}
      {tab === 'general' && (
        <>
          <GeneralRules {...props} />
          <NumberSettings {...props} focused={requested} />
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

type Typed = Readonly<Record<NumberSettingName, string>>;

/** The number, or null where none within the limits was typed. */
function readNumber(name: NumberSettingName, text: string): number | null {
  const { least, most } = numberSettings[name];
  const number = /^\d{1,7}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return number >= least && number <= most ? number : null;
}

interface NumberSettingsProps extends SectionProps {
  /** The one that was asked for when it was opened. */
  readonly focused: NumberSettingName | undefined;
}

/** Limits and amounts that booking, giving back and paper go by; each with its unit and what it does. */
function NumberSettings({ settings, save, focused }: NumberSettingsProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<Typed>(() =>
    recordOf(numberSettingNames, (name) => String(settings[name])),
  );
  const read = numberSettingNames.map((name) => [name, readNumber(name, typed[name])] as const);
  const changed = read.flatMap(([name, number]) =>
    number === null || number === settings[name] ? [] : [[name, number] as const],
  );
  return (
    <EntryForm
      yes={t('common.save')}
      label={t('settings.numbers')}
      isReady={changed.length > 0 && read.every(([, number]) => number !== null)}
      isBusy={save.isPending}
      onSubmit={() => save.mutate(Object.fromEntries(changed))}
    >
      <h3>{t('settings.numbers')}</h3>
      <div className="form-grid">
        {read.map(([name, number]) => (
          <TextField
            key={name}
            label={t(`settings.number.${name}`)}
            hint={joinTexts([
              t(`settings.numberNote.${name}`),
              t('settings.numberRange', numberSettings[name]),
            ])}
            error={number === null ? t('settings.numberWrong', numberSettings[name]) : undefined}
            maxLength={7}
            isAutoFocused={name === focused}
            value={typed[name]}
            onChange={(text) => setTyped({ ...typed, [name]: text })}
          />
        ))}
      </div>
    </EntryForm>
  );
}
