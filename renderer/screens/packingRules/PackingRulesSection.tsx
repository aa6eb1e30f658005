import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answered, Asked } from '../../../shared/contracts/contract.ts';
import { printMoments } from '../../../shared/domain/packing/packing.ts';
import { ask, core } from '../../bridge/core.ts';
import { queryClient } from '../../bridge/queryClient.ts';
import { CheckField } from '../../parts/form/CheckField.tsx';
import { ChoiceField } from '../../parts/form/ChoiceField.tsx';
import { choicesOf } from '../../parts/form/choices.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { Section } from '../../parts/Section.tsx';
import { BenchPrinters } from '../../work/devices/BenchPrinters.tsx';
import { useAct } from '../../work/useAct.ts';
import { PackedHere } from './PackedHere.tsx';
import { printNote } from './printNote.ts';
import './packingRules.css';

type Rules = Answered<'packing', 'rules'>;
type Patch = Asked<'packing', 'setRules'>;

/** How the bench works: each rule is saved as it is changed, and counts from the next scan on. */
export function PackingRulesSection() {
  const { t } = useTranslation();
  const rules = useQuery(ask.packing.rules.queryOptions()).data;
  const save = useAct((patch: Patch) => core.packing.setRules(patch), {
    says: () => t('settings.saved'),
    after: (saved) => queryClient.setQueryData(ask.packing.rules.queryKey(), saved),
  });
  if (rules === undefined) return null;
  const change = (patch: Patch): void => save.mutate(patch);
  return (
    <Section title={t('settings.section.packingRules')}>
      <StepsPart rules={rules} onChange={change} />
      <h3>{t('packingRules.printers')}</h3>
      <div className="panel panel-pad">
        <BenchPrinters rules={rules} onChange={change} />
      </div>
      <h3>{t('packingRules.here')}</h3>
      <div className="panel panel-pad stack">
        <NameField key={rules.benchName} saved={rules.benchName} onChange={change} />
        <PackedHere rules={rules} onChange={change} />
      </div>
    </Section>
  );
}

interface PartProps {
  readonly rules: Rules;
  onChange(patch: Patch): void;
}

const steps = [
  'checksItems',
  'weighs',
  'scansLabel',
  'opensBySku',
  'showsPictures',
  'handsOverPackedOnly',
] as const;

/** When the label prints, and what is asked of the packer on the way. */
function StepsPart({ rules, onChange }: PartProps) {
  const { t } = useTranslation();
  return (
    <div className="panel panel-pad stack">
      <div className="stack-tight">
        <ChoiceField
          label={t('packingRules.printAt')}
          value={rules.printAt}
          choices={choicesOf(printMoments, (value) => t(`packingRules.moment.${value}`))}
          onChange={(printAt) => onChange({ printAt })}
        />
        <p className="soft small">{t(`packingRules.momentNote.${printNote(rules)}`)}</p>
      </div>
      <ul className="plain-list packing-steps">
        {steps.map((step) => (
          <li key={step}>
            <CheckField
              label={t(`packingRules.step.${step}`)}
              isOn={rules[step]}
              onChange={(isOn) => onChange({ [step]: isOn })}
            />
            <p className="soft small">{t(`packingRules.stepNote.${step}`)}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Saved when the field is left. */
function NameField({ saved, onChange }: { readonly saved: string; onChange(patch: Patch): void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(saved);
  const save = (): void => {
    const benchName = typed.trim();
    if (benchName !== saved) onChange({ benchName });
  };
  return (
    <div className="packing-name">
      <TextField
        label={t('packingRules.benchName')}
        value={typed}
        maxLength={40}
        hint={t('packingRules.benchNameHint')}
        onChange={setTyped}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) save();
        }}
      />
    </div>
  );
}
