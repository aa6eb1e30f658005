import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { alarmAreas, alarmKinds } from '../../../shared/domain/insight/alarm.ts';
import type { AlarmContact, AlarmLimitName } from '../../../shared/domain/insight/alarmRules.ts';
import { alarmLimitNames, alarmLimits, mostContacts } from '../../../shared/domain/insight/alarmRules.ts';
import { ask, core } from '../../bridge/core.ts';
import { queryClient } from '../../bridge/queryClient.ts';
import { Button, IconButton } from '../../parts/Button.tsx';
import { CheckField } from '../../parts/form/CheckField.tsx';
import { EntryForm } from '../../parts/form/EntryForm.tsx';
import { SelectField } from '../../parts/form/SelectField.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { Section } from '../../parts/Section.tsx';
import { useAct } from '../../work/useAct.ts';
import { ChannelsPart } from './ChannelsPart.tsx';
import './alarmSettings.css';

/** What raises an alarm, where it is told, and who is called. */
export function AlarmsSection() {
  const { t } = useTranslation();
  return (
    <Section title={t('settings.section.alarms')}>
      <ContactsPart />
      <ChannelsPart />
      <RulesPart />
    </Section>
  );
}

type Rules = Awaited<ReturnType<typeof core.alarms.rules>>;

const rulesShown = (rules: Rules) => queryClient.setQueryData(ask.alarms.rules.queryKey(), rules);

function useSetRules() {
  const { t } = useTranslation();
  return useAct((patch: Parameters<typeof core.alarms.setRules>[0]) => core.alarms.setRules(patch), {
    says: () => t('settings.saved'),
    after: rulesShown,
  });
}

function RulesPart() {
  const { t } = useTranslation();
  const rules = useQuery(ask.alarms.rules.queryOptions()).data;
  const set = useSetRules();
  if (rules === undefined) return null;
  const { off, limits, isSoundOn, isDesktopOn } = rules;
  const flip = (kind: (typeof alarmKinds)[number], isOn: boolean): void =>
    set.mutate({ off: isOn ? off.filter((one) => one !== kind) : [...off, kind] });
  const limitsOf = (kind: string | undefined) => alarmLimitNames.filter((name) => ofKind(name) === kind);
  return (
    <>
      <h3>{t('alarmScreen.settings.rules')}</h3>
      <div className="panel panel-pad stack">
        <p className="soft small">{t('alarmScreen.settings.rulesNote')}</p>
        <ul className="plain-list alarm-rules">
          {alarmKinds.map((kind) => (
            <li key={kind}>
              <CheckField
                label={t(`alarm.${kind}`)}
                isOn={!off.includes(kind)}
                onChange={(isOn) => flip(kind, isOn)}
              />
              <span className="alarm-limits">
                {limitsOf(kind).map((name) => (
                  <LimitField key={`${name} ${limits[name]}`} name={name} value={limits[name]} />
                ))}
              </span>
            </li>
          ))}
        </ul>
      </div>
      <h3>{t('alarmScreen.settings.told')}</h3>
      <div className="panel panel-pad stack">
        <CheckField
          label={t('alarmScreen.settings.desktop')}
          isOn={isDesktopOn}
          onChange={(isOn) => set.mutate({ isDesktopOn: isOn })}
        />
        <CheckField
          label={t('alarmScreen.settings.sound')}
          isOn={isSoundOn}
          onChange={(isOn) => set.mutate({ isSoundOn: isOn })}
        />
        <div className="alarm-limits">
          {limitsOf(undefined).map((name) => (
            <LimitField key={`${name} ${limits[name]}`} name={name} value={limits[name]} />
          ))}
        </div>
      </div>
    </>
  );
}

const ofKind = (name: AlarmLimitName): string | undefined => {
  const limit = alarmLimits[name];
  return 'of' in limit ? limit.of : undefined;
};

/** A whole number; saved when the field is left, if it is within its limits. */
function LimitField({ name, value }: { readonly name: AlarmLimitName; readonly value: number }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(String(value));
  const set = useSetRules();
  const { least, most } = alarmLimits[name];
  const number = Number(typed);
  const isFit = /^\d{1,9}$/.test(typed.trim()) && number >= least && number <= most;
  const range = t('alarmScreen.settings.range', { least, most });
  const save = (): void => {
    if (isFit && number !== value) set.mutate({ limits: { [name]: number } });
  };
  return (
    <TextField
      label={t(`alarmLimit.${name}`)}
      value={typed}
      maxLength={9}
      hint={
        name === 'errorPermille' && isFit
          ? t('alarmScreen.settings.percent', { percent: number / 10 })
          : range
      }
      error={isFit ? undefined : range}
      onChange={setTyped}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save();
      }}
    />
  );
}

const emptyContact: AlarmContact = { name: '', phone: '', note: '', areas: [] };

function ContactsPart() {
  const contacts = useQuery(ask.alarms.contacts.queryOptions()).data;
  if (contacts === undefined) return null;
  return <ContactsForm key={JSON.stringify(contacts)} saved={contacts} />;
}

function ContactsForm({ saved }: { readonly saved: readonly AlarmContact[] }) {
  const { t } = useTranslation();
  const [rows, setRows] = useState<readonly AlarmContact[]>(saved.length === 0 ? [emptyContact] : saved);
  const save = useAct(
    () => core.alarms.setContacts({ contacts: rows.map((row) => ({ ...row, areas: [...row.areas] })) }),
    {
      says: () => t('alarmScreen.settings.contactsSaved'),
      after: (contacts) => queryClient.setQueryData(ask.alarms.contacts.queryKey(), contacts),
    },
  );
  const put = (at: number, change: Partial<AlarmContact>): void =>
    setRows(rows.map((row, index) => (index === at ? { ...row, ...change } : row)));
  const everything = { value: '', label: t('alarmScreen.settings.everything') };
  const areas = [everything, ...alarmAreas.map((value) => ({ value, label: t(`alarmArea.${value}`) }))];
  return (
    <>
      <h3>{t('alarmScreen.settings.contacts')}</h3>
      <EntryForm yes={t('alarmScreen.settings.save')} {...save.form()}>
        <p className="soft small">{t('alarmScreen.settings.contactsNote')}</p>
        {rows.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row that is being typed has no other name
          <div key={at} className="contact-row">
            <TextField
              label={t('alarmScreen.settings.name')}
              maxLength={60}
              value={row.name}
              onChange={(name) => put(at, { name })}
            />
            <TextField
              label={t('alarmScreen.settings.phone')}
              maxLength={40}
              value={row.phone}
              onChange={(phone) => put(at, { phone })}
            />
            <TextField
              label={t('alarmScreen.settings.note')}
              maxLength={200}
              value={row.note}
              onChange={(note) => put(at, { note })}
            />
            <SelectField
              label={t('alarmScreen.settings.areas')}
              value={row.areas[0] ?? ''}
              options={areas}
              onChange={(chosen) => put(at, { areas: alarmAreas.filter((area) => area === chosen) })}
            />
            <IconButton
              icon="trash"
              label={t('alarmScreen.settings.remove')}
              onPress={() => setRows(rows.filter((_, index) => index !== at))}
            />
          </div>
        ))}
        <div>
          <Button
            icon="plus"
            isDisabled={rows.length >= mostContacts}
            onPress={() => setRows([...rows, emptyContact])}
          >
            {t('alarmScreen.settings.addContact')}
          </Button>
        </div>
      </EntryForm>
    </>
  );
}
