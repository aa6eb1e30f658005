import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, readDay } from './readDay.ts';
import { TextField } from './TextField.tsx';

interface DayFieldProps {
  readonly label: string;
  /** `2026-12-01`; empty: none. */
  readonly value: string;
  /** `2026-12-01` */
  readonly today: string;
  readonly isOptional?: boolean;
  /** Why the day will not do. */
  readonly error?: string | undefined;
  onChange(day: string): void;
}

/** A day, typed the way people write it; ↑ and ↓ move it by one. What cannot be read changes nothing and says so. */
export function DayField({ label, value, today, isOptional = false, error, onChange }: DayFieldProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string | null>(null);
  const read = (text: string): string | null =>
    isOptional && text.trim() === '' ? '' : readDay(text, today);
  const change = (text: string): void => {
    setTyped(text);
    const day = read(text);
    if (day !== null) onChange(day);
  };
  const isWrong = typed !== null && read(typed) === null;
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (by === undefined || isWrong) return;
    event.preventDefault();
    setTyped(null);
    onChange(value === '' ? today : addDays(value, by));
  };
  return (
    <TextField
      label={label}
      value={typed ?? value}
      maxLength={14}
      placeholder={isOptional ? t('day.none') : t('day.form')}
      error={isWrong ? t(value === '' ? 'day.wrong' : 'day.wrongKept', { day: value }) : error}
      onChange={change}
      onBlur={() => !isWrong && setTyped(null)}
      onKeyDown={onKeyDown}
    />
  );
}
