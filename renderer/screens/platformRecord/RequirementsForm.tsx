import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequirementsView } from '../../../shared/contracts/platformRecord/platformRecord.ts';
import {
  neededFunctions,
  parcelServices,
  scenes,
  supportHours,
  systemKinds,
} from '../../../shared/domain/platformRecord/requirements.ts';
import { CheckField } from '../../parts/form/CheckField.tsx';
import { choicesOf } from '../../parts/form/choices.tsx';
import { SelectField } from '../../parts/form/SelectField.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { CheckGroup } from './CheckGroup.tsx';

type List = RequirementsView['list'];

interface RequirementsFormProps {
  readonly list: List;
  onChange(change: Partial<List>): void;
}

/** Every question of the list. */
export function RequirementsForm({ list, onChange }: RequirementsFormProps) {
  const { t } = useTranslation();
  const { volume, support } = list;
  return (
    <>
      <CheckGroup
        label={t('requirementPart.scenes')}
        values={scenes}
        chosen={list.scenes}
        words={(scene) => t(`scene.${scene}`)}
        onChange={(chosen) => onChange({ scenes: [...chosen] })}
      />
      <CheckGroup
        label={t('requirementPart.functions')}
        values={neededFunctions}
        chosen={list.functions}
        words={(name) => t(`neededFunction.${name}`)}
        onChange={(chosen) => onChange({ functions: [...chosen] })}
      />
      <CheckGroup
        label={t('record.list.services')}
        values={parcelServices}
        chosen={list.services}
        words={(name) => t(`parcelService.${name}`)}
        onChange={(chosen) => onChange({ services: [...chosen] })}
      />
      <Systems list={list} onChange={onChange} />
      <div className="form-grid">
        <CountField
          label={t('record.list.usual')}
          value={volume.usualPerDay}
          onChange={(usualPerDay) => onChange({ volume: { ...volume, usualPerDay } })}
        />
        <CountField
          label={t('record.list.peak')}
          value={volume.peakPerDay}
          onChange={(peakPerDay) => onChange({ volume: { ...volume, peakPerDay } })}
        />
        <CountField
          label={t('record.list.printers')}
          value={list.printerCount}
          onChange={(printerCount) => onChange({ printerCount })}
        />
        <CodesField
          label={t('record.list.carriers')}
          hint={t('record.list.carriersHint')}
          codes={list.carriers}
          onChange={(carriers) => onChange({ carriers })}
        />
        <CodesField
          label={t('record.list.countries')}
          hint={t('record.list.countriesHint')}
          codes={list.countries}
          onChange={(countries) => onChange({ countries })}
        />
        <SelectField
          label={t('record.list.supportHours')}
          value={support.hours}
          options={choicesOf(supportHours, (hours) => t(`supportHours.${hours}`))}
          onChange={(hours) => onChange({ support: { ...support, hours } })}
        />
        <CountField
          label={t('record.list.firstResponse')}
          value={support.firstResponseMinutes}
          onChange={(minutes) =>
            onChange({ support: { ...support, firstResponseMinutes: Math.max(1, minutes ?? 60) } })
          }
        />
      </div>
    </>
  );
}

/** Which systems, each with its name; or said that there is none. */
function Systems({ list, onChange }: RequirementsFormProps) {
  const { t } = useTranslation();
  const kinds = list.systems.map(({ kind }) => kind);
  const choose = (chosen: readonly List['systems'][number]['kind'][]): void =>
    onChange({
      systems: chosen.map((kind) => list.systems.find((one) => one.kind === kind) ?? { kind, name: '' }),
      hasNoSystems: false,
    });
  const name = (kind: string, text: string): void =>
    onChange({ systems: list.systems.map((one) => (one.kind === kind ? { ...one, name: text } : one)) });
  return (
    <>
      <CheckGroup
        label={t('requirementPart.systems')}
        values={systemKinds}
        chosen={kinds}
        words={(kind) => t(`systemKind.${kind}`)}
        onChange={choose}
      />
      <CheckField
        label={t('record.list.noSystems')}
        isOn={list.hasNoSystems}
        onChange={(isOn) => onChange({ hasNoSystems: isOn, ...(isOn ? { systems: [] } : {}) })}
      />
      {list.systems.length > 0 && (
        <div className="form-grid">
          {list.systems.map((system) => (
            <TextField
              key={system.kind}
              label={t('record.list.systemName', { kind: t(`systemKind.${system.kind}`) })}
              maxLength={60}
              value={system.name}
              onChange={(text) => name(system.kind, text)}
            />
          ))}
        </div>
      )}
    </>
  );
}

interface CountFieldProps {
  readonly label: string;
  readonly value: number | null;
  onChange(value: number | null): void;
}

/** Whole and not negative; empty: not said, which is not zero. */
function CountField({ label, value, onChange }: CountFieldProps) {
  const { t } = useTranslation();
  const change = (typed: string): void => {
    const digits = typed.replace(/\D/g, '').slice(0, 7);
    onChange(digits === '' ? null : Number(digits));
  };
  return (
    <TextField
      label={label}
      placeholder={t('record.list.unsaid')}
      value={value === null ? '' : String(value)}
      onChange={change}
    />
  );
}

interface CodesFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly codes: readonly string[];
  onChange(codes: string[]): void;
}

/** What is being typed stays as it is typed. */
function CodesField({ label, hint, codes, onChange }: CodesFieldProps) {
  const [typed, setTyped] = useState(codes.join(' '));
  const change = (text: string): void => {
    setTyped(text);
    onChange(
      text
        .toUpperCase()
        .split(/[\s,，、;；]+/)
        .filter((code) => code !== '' && code.length <= 20),
    );
  };
  return <TextField label={label} hint={hint} maxLength={400} value={typed} onChange={change} />;
}
