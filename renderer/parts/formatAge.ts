import type { Language } from '../../shared/text/describeError.ts';
import { relativeFormat } from './relativeFormat.ts';

/** How old knowledge is: 现在, 3分钟前, 5小时前, 2天前. A clock that runs ahead counts as now. */
export function formatAge(at: number, now: number, language: Language): string {
  const minutes = Math.max(0, Math.floor((now - at) / 60_000));
  if (minutes < 1) return relativeFormat(language, { numeric: 'auto' }).format(0, 'second');
  const words = relativeFormat(language, { style: 'short' });
  if (minutes < 60) return words.format(-minutes, 'minute');
  if (minutes < 24 * 60) return words.format(-Math.floor(minutes / 60), 'hour');
  return words.format(-Math.floor(minutes / (24 * 60)), 'day');
}
