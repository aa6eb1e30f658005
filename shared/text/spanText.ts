import type { Language } from './describeError.ts';
import { say } from './words.ts';

/** How long, in the largest unit that says it: 45 分钟, 3 小时, 2 天. */
export function spanText(minutes: number, language: Language): string {
  if (minutes < 120) return say(language, 'alarmText.minutes', { count: Math.round(minutes) });
  if (minutes < 48 * 60) return say(language, 'alarmText.hours', { count: Math.floor(minutes / 60) });
  return say(language, 'alarmText.days', { count: Math.floor(minutes / 1_440) });
}
