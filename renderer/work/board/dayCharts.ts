import type { DayBoard } from '../../../shared/contracts/insight/board.ts';

/** Usual days below this are said to be few. */
const allUsualDays = 4;

/** Hours that are always shown; others as soon as anything happens in them. */
const firstShown = 8;
const lastShown = 20;

/** From the first to the last hour in which something happens, today or usually. */
export function shownHours({ hours, cutOffHour }: DayBoard): {
  readonly first: number;
  readonly hours: DayBoard['hours'];
} {
  const busy = hours.flatMap(({ booked, usual }, hour) => ((booked ?? 0) + (usual ?? 0) > 0 ? [hour] : []));
  const wanted = [firstShown, lastShown, ...(cutOffHour === null ? [] : [cutOffHour]), ...busy];
  const first = Math.min(...wanted);
  return { first, hours: hours.slice(first, Math.max(...wanted) + 1) };
}

/** How much more than usual, as the words for it: none where there is nothing to compare with. */
export function againstUsual(
  count: number | null,
  usual: number | null,
): { readonly words: 'none' | 'same' | 'more' | 'less'; readonly difference: number } {
  if (count === null || usual === null) return { words: 'none', difference: 0 };
  const difference = count - usual;
  if (difference === 0) return { words: 'same', difference };
  return { words: difference > 0 ? 'more' : 'less', difference: Math.abs(difference) };
}

export const isFewDays = (days: number): boolean => days > 0 && days < allUsualDays;
