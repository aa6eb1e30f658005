import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type NumberSettingName,
  numberSettingNames,
  numberSettings,
} from '../../../shared/domain/settings.ts';
import { EntryForm } from '../../parts/form/EntryForm.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import type { SectionProps } from '../../parts/Section.tsx';

type Typed = Readonly<Record<NumberSettingName, string>>;

/** The number, or null where none within the limits was typed. */
function readNumber(name: NumberSettingName, text: string): number | null {
  const { least, most } = numberSettings[name];
  const number = /^\d{1,7}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return number >= least && number <= most ? number : null;
}

/** Limits and amounts that booking, giving back and paper go by; each with its unit and what it does. */
export function NumberSettings({ settings, save }: SectionProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<Typed>(
    () => Object.fromEntries(numberSettingNames.map((name) => [name, String(settings[name])])) as Typed,
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
            hint={`${t(`settings.numberNote.${name}`)} ${t('settings.numberRange', numberSettings[name])}`}
            error={number === null ? t('settings.numberWrong', numberSettings[name]) : undefined}
            maxLength={7}
            value={typed[name]}
            onChange={(text) => setTyped({ ...typed, [name]: text })}
          />
        ))}
      </div>
    </EntryForm>
  );
}
