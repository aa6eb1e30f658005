import { useTranslation } from 'react-i18next';
import type { PlatformRecordView } from '../../../shared/contracts/platform/platformRecord.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import { weekdayName, weekHoursText } from '../../../shared/text/hoursText.ts';
import { useDuration } from '../../parts/format.ts';

type Hours = PlatformRecordView['support']['terms']['hours'];

/** Monday 1 … Sunday 7, as people here call them. */
export function useWeekday(): (day: number) => string {
  const { i18n } = useTranslation();
  return (day) => weekdayName(day, i18n.language as Language);
}

export function useHoursText(): (hours: Hours) => string {
  const { t, i18n } = useTranslation();
  return (hours) =>
    hours === null ? t('record.list.unsaid') : weekHoursText(hours, i18n.language as Language);
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
