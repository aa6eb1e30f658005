import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlatformRecordView } from '../../../shared/contracts/platformRecord/platformRecord.ts';
import { readMinuteOfDay, writeMinuteOfDay } from '../../../shared/rules/serviceHours.ts';
import { core } from '../../bridge/core.ts';
import { EntryForm } from '../../parts/form/EntryForm.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { useAct } from '../../work/useAct.ts';
import { CheckGroup } from './CheckGroup.tsx';
import { useWeekday } from './recordWords.ts';
import type { RecordPanelProps } from './TermsPanel.tsx';

type Terms = PlatformRecordView['support']['terms'];

const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const;

/** What is typed of the hours; empty times: in which hours they work is not known. */
interface HoursDraft {
  readonly days: readonly (typeof weekdays)[number][];
  readonly from: string;
  readonly to: string;
  readonly holidays: string;
  readonly workdays: string;
}

function draftOf({ hours }: Terms): HoursDraft {
  if (hours === null) return { days: weekdays, from: '', to: '', holidays: '', workdays: '' };
  return {
    days: weekdays.filter((day) => hours.days.includes(Number(day))),
    from: writeMinuteOfDay(hours.opensMinute),
    to: writeMinuteOfDay(hours.closesMinute),
    holidays: hours.holidays.join(' '),
    workdays: hours.workdays.join(' '),
  };
}

const listOf = (text: string): string[] => text.split(/[\s,，、]+/).filter((day) => day !== '');

/** undefined: what was typed is no time. */
function hoursOf({ days, from, to, holidays, workdays }: HoursDraft): Terms['hours'] | undefined {
  if (from.trim() === '' && to.trim() === '') return null;
  const [opensMinute, closesMinute] = [readMinuteOfDay(from), readMinuteOfDay(to)];
  if (opensMinute === null || closesMinute === null) return undefined;
  return {
    days: days.map(Number),
    opensMinute,
    closesMinute,
    holidays: listOf(holidays),
    workdays: listOf(workdays),
  };
}

const minutesOf = (typed: string): number | null => {
  const digits = typed.replace(/\D/g, '').slice(0, 6);
  return digits === '' || Number(digits) === 0 ? null : Number(digits);
};

/** What was agreed, typed over as a whole. */
export function TermsForm({ record, onSaved, onClose }: RecordPanelProps & { onClose(): void }) {
  const { t } = useTranslation();
  const { version } = record.support;
  const [terms, setTerms] = useState(record.support.terms);
  const [draft, setDraft] = useState(() => draftOf(record.support.terms));
  const put = (change: Partial<Terms>): void => setTerms((before) => ({ ...before, ...change }));
  const hours = hoursOf(draft);
  const accountId = record.account.id;
  const save = useAct(
    () => core.platformRecord.setTerms({ accountId, version, terms: { ...terms, hours: hours ?? null } }),
    {
      says: () => t('record.terms.saved'),
      isShownInPlace: true,
      after: (reply) => {
        onSaved(reply);
        onClose();
      },
    },
  );
  return (
    <EntryForm
      label={t('record.terms.title')}
      yes={t('record.terms.save')}
      isReady={hours !== undefined}
      {...save.form()}
      onClose={onClose}
    >
      <PeopleFields terms={terms} onChange={put} />
      <HoursFields draft={draft} onChange={(change) => setDraft((before) => ({ ...before, ...change }))} />
      <PromiseFields terms={terms} onChange={put} />
    </EntryForm>
  );
}

interface TermsFieldsProps {
  readonly terms: Terms;
  onChange(change: Partial<Terms>): void;
}

function PeopleFields({ terms, onChange }: TermsFieldsProps) {
  const { t } = useTranslation();
  const field = (name: 'adviserName' | 'adviserPhone' | 'hotline', label: string, maxLength: number) => (
    <TextField
      label={label}
      maxLength={maxLength}
      value={terms[name]}
      onChange={(text) => onChange({ [name]: text })}
    />
  );
  return (
    <div className="form-grid">
      {field('adviserName', t('recordWord.adviser'), 60)}
      {field('adviserPhone', t('recordWord.adviserPhone'), 40)}
      {field('hotline', t('recordWord.hotline'), 40)}
    </div>
  );
}

function PromiseFields({ terms, onChange }: TermsFieldsProps) {
  const { t } = useTranslation();
  const field = (name: 'answerMinutes' | 'solutionMinutes', label: string) => (
    <TextField
      label={label}
      maxLength={6}
      value={terms[name] === null ? '' : String(terms[name])}
      onChange={(typed) => onChange({ [name]: minutesOf(typed) })}
    />
  );
  return (
    <div className="form-grid">
      {field('answerMinutes', t('record.terms.answer'))}
      {field('solutionMinutes', t('record.terms.solution'))}
      <TextField
        label={t('recordWord.compensation')}
        maxLength={500}
        value={terms.compensation}
        onChange={(compensation) => onChange({ compensation })}
      />
    </div>
  );
}

interface HoursFieldsProps {
  readonly draft: HoursDraft;
  onChange(change: Partial<HoursDraft>): void;
}

function HoursFields({ draft, onChange }: HoursFieldsProps) {
  const { t } = useTranslation();
  const weekday = useWeekday();
  const wrong = (text: string) =>
    text.trim() !== '' && readMinuteOfDay(text) === null ? t('record.terms.timeWrong') : undefined;
  return (
    <>
      <CheckGroup
        label={t('record.terms.days')}
        values={weekdays}
        chosen={draft.days}
        words={(day) => weekday(Number(day))}
        onChange={(days) => onChange({ days })}
      />
      <div className="form-grid">
        <TextField
          label={t('record.terms.from')}
          placeholder="09:00"
          hint={t('record.terms.timeHint')}
          error={wrong(draft.from)}
          maxLength={5}
          value={draft.from}
          onChange={(from) => onChange({ from })}
        />
        <TextField
          label={t('record.terms.to')}
          placeholder="21:00"
          error={wrong(draft.to)}
          maxLength={5}
          value={draft.to}
          onChange={(to) => onChange({ to })}
        />
        <TextField
          label={t('record.terms.holidays')}
          hint={t('record.terms.datesHint')}
          maxLength={600}
          value={draft.holidays}
          onChange={(holidays) => onChange({ holidays })}
        />
        <TextField
          label={t('record.terms.workdays')}
          maxLength={600}
          value={draft.workdays}
          onChange={(workdays) => onChange({ workdays })}
        />
      </div>
    </>
  );
}
