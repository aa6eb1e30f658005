import type { Language } from '../../shared/text/describeError.ts';
import { dateFormat } from './dateFormat.ts';
import { relativeFormat } from './relativeFormat.ts';

const dayMs = 86_400_000;
/** Beyond this the year is needed and the hour is not. */
const farDays = 300;

function dayNumber(at: number, zone: Intl.DateTimeFormatOptions): number {
  const day = dateFormat('en-CA', {
    ...zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(at);
  return Date.parse(`${day}T00:00:00Z`) / dayMs;
}

/** A moment as people say it: 今天 14:05, 昨天 09:30, 11月3日 08:00, 2025年11月3日. */
export function formatWhen(at: number, now: number, language: Language, timeZone?: string): string {
  const zone: Intl.DateTimeFormatOptions = timeZone === undefined ? {} : { timeZone };
  const days = dayNumber(at, zone) - dayNumber(now, zone);
  if (Math.abs(days) > farDays) {
    return dateFormat(language, { ...zone, dateStyle: 'long' }).format(at);
  }
  const clock = dateFormat('en-GB', { ...zone, hour: '2-digit', minute: '2-digit' }).format(at);
  const day =
    Math.abs(days) <= 1
      ? relativeFormat(language, { numeric: 'auto' }).format(days, 'day')
      : dateFormat(language, { ...zone, month: 'short', day: 'numeric' }).format(at);
  return `${day} ${clock}`;
}
