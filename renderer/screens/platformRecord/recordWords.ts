import { useTranslation } from 'react-i18next';
import type { PlatformRecordView } from '../../../shared/contracts/platform/platformRecord.ts';
import { writeMinuteOfDay } from '../../../shared/rules/serviceHours.ts';
import { useDuration } from '../../parts/format.ts';

type Hours = PlatformRecordView['support']['terms']['hours'];

/** Monday 1 … Sunday 7, as people here call them. */
export function useWeekday(): (day: number) => string {
  const { i18n } = useTranslation();
  const names = new Intl.DateTimeFormat(i18n.language, { weekday: 'short', timeZone: 'UTC' });
  // 1970-01-05 was a Monday.
  return (day) => names.format(Date.UTC(1970, 0, 4 + day));
}

export function useHoursText(): (hours: Hours) => string {
  const { t } = useTranslation();
  const weekday = useWeekday();
  return (hours) => {
    if (hours === null) return t('record.list.unsaid');
    const days = hours.days.map(weekday).join(t('common.listComma'));
    return `${days} ${writeMinuteOfDay(hours.opensMinute)}–${writeMinuteOfDay(hours.closesMinute)}`;
  };
}

export function useMinutesText(): (minutes: number | null) => string {
  const { t } = useTranslation();
  const duration = useDuration();
  return (minutes) => (minutes === null ? t('record.list.unsaid') : duration(minutes * 60));
}

export function useRegionName(): (code: string) => string {
  const { i18n } = useTranslation();
  const names = new Intl.DisplayNames([i18n.language], { type: 'region', fallback: 'code' });
  return (code) => (/^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : code);
}
