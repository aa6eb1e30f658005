import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMoney as plainMoney } from '../../shared/rules/amounts.ts';
import { dayMs, readShopDate, shopDayNo } from '../../shared/rules/shopTime.ts';
import type { Language } from '../../shared/text/describeError.ts';
import { wordFor } from '../../shared/text/words.ts';
import { useLanguage } from '../words/useLanguage.ts';

export { formatWeight } from '../../shared/rules/amounts.ts';
export { gapBetween, joinTexts } from '../../shared/text/hanSpacing.ts';

/** ¥12.30, −¥0.05: with the sign of a minus, as wide as a digit. Files and the command line keep the hyphen that programs read. */
export function formatMoney(amountFen: number): string {
  return plainMoney(amountFen).replace('-', '−');
}

const separated = new Intl.NumberFormat('en-US');

/** 100,000 with separators, so that a long number is read right from two metres. */
export function formatCount(count: number): string {
  return separated.format(count);
}

/** Groups a mainland mobile for reading: 138 0013 8000, masked 138 **** 8000. Anything else stays as it is. */
export function formatPhone(phone: string, extension = ''): string {
  const mobile = /^(1[\d*]{2})([\d*]{4})([\d*]{4})$/.exec(phone);
  const main = mobile === null ? phone : `${mobile[1]} ${mobile[2]} ${mobile[3]}`;
  return extension === '' ? main : `${main} - ${extension}`;
}

/** Makes each formatter once: making one costs a hundred times what using it does, and tables use thousands. */
function madeOnce<O, F>(make: (language: string, options: O) => F): (language: string, options: O) => F {
  const made = new Map<string, F>();
  return (language, options) => {
    const name = `${language}${JSON.stringify(options)}`;
    const known = made.get(name) ?? make(language, options);
    made.set(name, known);
    return known;
  };
}

/** Every moment of the window is shown by the shop's clock, as the label and the figures of the day are. */
const shopZone = 'Asia/Shanghai';
/** The English of the window is British: the day before the month, everywhere. */
const localeOf = (language: string): string => (language === 'en' ? 'en-GB' : language);
export const dateFormat = madeOnce(
  (language, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(localeOf(language), { timeZone: shopZone, ...options }),
);
const relativeFormat = madeOnce(
  (language, options: Intl.RelativeTimeFormatOptions) =>
    new Intl.RelativeTimeFormat(localeOf(language), options),
);

/** A day in little room: 11/23, 23 Nov. In figures alone nobody could tell the English day from the month. */
export const shortDay = (language: string): Intl.DateTimeFormatOptions => ({
  month: language === 'en' ? 'short' : 'numeric',
  day: 'numeric',
});

/** A number stands apart from the characters after it, as in 3 单. */
const spaced = (text: string): string =>
  text.replace(/(\d)(?=\p{Script=Han})/gu, '$1 ').replace(/(\p{Script=Han})(?=\d)/gu, '$1 ');

/** Words that stand by themselves begin like a sentence. */
export const atStart = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A name from a label, in the middle of a sentence: street address, but ID number. */
export const inSentence = (text: string): string =>
  /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

/** How old knowledge is: 刚刚, 3 分钟前, 5 小时前, 2 天前. A clock that runs ahead counts as now. */
export function formatAge(at: number, now: number, language: Language): string {
  const minutes = Math.max(0, Math.floor((now - at) / 60_000));
  if (minutes < 1) return wordFor(language, 'time', 'justNow');
  const words = relativeFormat(language, { style: 'short' });
  if (minutes < 60) return spaced(words.format(-minutes, 'minute'));
  if (minutes < 24 * 60) return spaced(words.format(-Math.floor(minutes / 60), 'hour'));
  return spaced(words.format(-Math.floor(minutes / (24 * 60)), 'day'));
}

/** Beyond this the year is needed and the hour is not. */
const farDays = 300;

/** A moment as people say it: 今天 14:05, 昨天 09:30, 11月3日 08:00, 2025年11月3日; 3 Nov 08:00. */
export function formatWhen(at: number, now: number, language: Language): string {
  const days = shopDayNo(at) - shopDayNo(now);
  if (Math.abs(days) > farDays) return dateFormat(language, { dateStyle: 'long' }).format(at);
  const clock = dateFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(at);
  const day =
    Math.abs(days) <= 1
      ? relativeFormat(language, { numeric: 'auto' }).format(days, 'day')
      : dateFormat(language, { month: 'short', day: 'numeric' }).format(at);
  return `${day} ${clock}`;
}

/** A whole day by the clock of the shop: 11月28日 星期六, Saturday, 28 November. */
export function formatShopDay(at: number, language: Language): string {
  const part = (options: Intl.DateTimeFormatOptions): string => dateFormat(language, options).format(at);
  const [day, weekday] = [part({ month: 'long', day: 'numeric' }), part({ weekday: 'long' })];
  return language === 'en' ? `${weekday}, ${day}` : `${day} ${weekday}`;
}

/** The first moment of a day of the shop, `2026-12-01`; a day that does not exist has none. */
export function startOfDay(day: string): number {
  return readShopDate(day) ?? Number.NaN;
}

/** Its last second. */
export function endOfDay(day: string): number {
  return startOfDay(day) + dayMs - 1_000;
}

/** Behind so many minutes nobody counts seconds. */
const mostMinutesWithSeconds = 10;

/** Time still to go or time taken, in its largest two units: 8 秒, 2 分钟 30 秒, 33 分钟, 1 小时 5 分钟. */
export function formatDuration(seconds: number, language: Language): string {
  const step = seconds < mostMinutesWithSeconds * 60 ? 1 : 60;
  const whole = Math.max(0, Math.round(seconds / step) * step);
  const units = [
    { unit: 'hour', count: Math.floor(whole / 3600) },
    { unit: 'minute', count: Math.floor((whole % 3600) / 60) },
    { unit: 'second', count: whole % 60 },
  ];
  const first = units.findIndex(({ count }) => count > 0);
  const shown = first < 0 ? units.slice(2) : units.slice(first, first + 2).filter(({ count }) => count > 0);
  return shown
    .map(({ unit, count }) =>
      spaced(new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' }).format(count)),
    )
    .join(' ');
}

/** `formatWhen` in the operator's language, for a moment inside a sentence. */
export function useWhen(now: number): (at: number) => string {
  const language = useLanguage();
  return useCallback((at) => formatWhen(at, now, language), [now, language]);
}

/** `formatDuration` in the operator's language. */
export function useDuration(): (seconds: number) => string {
  const language = useLanguage();
  return useCallback((seconds) => formatDuration(seconds, language), [language]);
}

/** How long a call took: milliseconds up to a second, then seconds with one decimal. */
export function useCallTime(): (durationMs: number) => string {
  const { t } = useTranslation();
  return useCallback(
    (durationMs: number) =>
      durationMs < 1_000
        ? t('calls.durationMs', { ms: durationMs })
        : t('common.seconds', { seconds: (durationMs / 1_000).toFixed(1) }),
    [t],
  );
}
