import { useTranslation } from 'react-i18next';
import type { PlatformRecordView } from '../../../shared/contracts/platformRecord/platformRecord.ts';
import { weekdayName, weekHoursText } from '../../../shared/text/hoursText.ts';
import { useDuration } from '../../parts/format.ts';
import { useLanguage } from '../../words/useLanguage.ts';

type Hours = PlatformRecordView['support']['terms']['hours'];

/** Monday 1 … Sunday 7, as people here call them. */
export function useWeekday(): (day: number) => string {
  const language = useLanguage();
  return (day) => weekdayName(day, language);
}

export function useHoursText(): (hours: Hours) => string {
  const { t } = useTranslation();
  const language = useLanguage();
  return (hours) => (hours === null ? t('record.list.unsaid') : weekHoursText(hours, language));
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
