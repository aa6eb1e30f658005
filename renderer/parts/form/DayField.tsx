import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayMs } from '../../../shared/rules/shopTime.ts';
import { TextField } from './TextField.tsx';

const wholeDay = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;
const plainDay = /^(\d{4})(\d{2})(\d{2})$/;
const shortDay = /^(\d{1,2})[-/.月](\d{1,2})日?$/;
/** A day without its year that lies further back than this is meant for next year. */
const backMonths = 6;

/**
 * A day as people type it (`2026-12-01`, `2026/12/1`, `12-1`, `12月1日`) as `2026-12-01`; null: no such day. `today` has
 * the same form and gives the year that was left out.
 */
export function readDay(text: string, today: string): string | null {
  const typed = text.normalize('NFKC').replace(/\s/g, '');
  const whole = wholeDay.exec(typed) ?? plainDay.exec(typed);
  if (whole !== null) return legalDay(Number(whole[1]), Number(whole[2]), Number(whole[3]));
  const short = shortDay.exec(typed);
  if (short === null) return null;
  const [year, month] = today.split('-').map(Number);
  const [wantedMonth, wantedDay] = [Number(short[1]), Number(short[2])];
  const isLongAgo = (month ?? 1) - wantedMonth >= backMonths;
  return legalDay((year ?? 0) + (isLongAgo ? 1 : 0), wantedMonth, wantedDay);
}

function legalDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.toISOString().slice(0, 10) : null;
}

/** The day so many days later. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

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
