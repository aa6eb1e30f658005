import { type ServiceHours, writeMinuteOfDay } from '../rules/serviceHours.ts';
import type { Language } from './describeError.ts';
import { wordFor } from './words.ts';

const commaOf = (language: Language): string => (language === 'en' ? ', ' : '、');

/** Monday 1 … Sunday 7, as people here call them. */
export function weekdayName(day: number, language: Language): string {
  // 1970-01-05 was a Monday.
  return new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' }).format(
    Date.UTC(1970, 0, 4 + day),
  );
}

/** `周一、周二 09:00–18:00`. */
export function weekHoursText(
  { days, opensMinute, closesMinute }: Pick<ServiceHours, 'days' | 'opensMinute' | 'closesMinute'>,
  language: Language,
): string {
  const names = days.map((day) => weekdayName(day, language)).join(commaOf(language));
  return `${names} ${writeMinuteOfDay(opensMinute)}–${writeMinuteOfDay(closesMinute)}`;
}

/** With the days on which it is otherwise. */
export function hoursText(hours: ServiceHours, language: Language): string {
  const { holidays, workdays } = hours;
  const dates = (word: 'holidays' | 'workdays', listed: readonly string[]) =>
    listed.length === 0 ? [] : [`${wordFor(language, 'recordWord', word)} ${listed.join(commaOf(language))}`];
  return [
    weekHoursText(hours, language),
    ...dates('holidays', holidays),
    ...dates('workdays', workdays),
  ].join('; ');
}
