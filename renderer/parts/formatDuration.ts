import type { Language } from '../../shared/text/describeError.ts';

/** Time still to go or time taken, in its largest two units: 8秒, 2分钟30秒, 1小时5分钟. */
export function formatDuration(seconds: number, language: Language): string {
  const whole = Math.max(0, Math.round(seconds));
  const units = [
    { unit: 'hour', count: Math.floor(whole / 3600) },
    { unit: 'minute', count: Math.floor((whole % 3600) / 60) },
    { unit: 'second', count: whole % 60 },
  ];
  const first = units.findIndex(({ count }) => count > 0);
  const shown = first < 0 ? units.slice(2) : units.slice(first, first + 2).filter(({ count }) => count > 0);
  return shown
    .map(({ unit, count }) =>
      new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' }).format(count),
    )
    .join(language === 'en' ? ' ' : '');
}
