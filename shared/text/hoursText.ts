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

/** Days that follow each other, three or more, from the first to the last: `周一至周五、周日`. */
function daysText(days: readonly number[], language: Language): string {
  if (days.length === 7) return language === 'en' ? 'Every day' : '每天';
  const runs: number[][] = [];
  for (const day of [...days].sort((one, other) => one - other)) {
    const run = runs.at(-1);
    if (run?.at(-1) === day - 1) run.push(day);
    else runs.push([day]);
  }
  const name = (day: number): string => weekdayName(day, language);
  return runs
    .flatMap((run) => {
      const [first = 0, last = 0] = [run[0], run.at(-1)];
      return run.length < 3
        ? run.map(name)
        : [`${name(first)}${language === 'en' ? '–' : '至'}${name(last)}`];
    })
    .join(commaOf(language));
}

/** `周一至周五 09:00–18:00`. */
export function weekHoursText(
  { days, opensMinute, closesMinute }: Pick<ServiceHours, 'days' | 'opensMinute' | 'closesMinute'>,
  language: Language,
): string {
  return `${daysText(days, language)} ${writeMinuteOfDay(opensMinute)}–${writeMinuteOfDay(closesMinute)}`;
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
