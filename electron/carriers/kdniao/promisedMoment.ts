import { wireTime } from '../kit/wireTime.ts';

/** The last moment of each part of a day as people in the trade use the words. */
const endOfPart: readonly (readonly [RegExp, string])[] = [
  [/凌晨|早上|上午/u, '12:00:00'],
  [/中午/u, '14:00:00'],
  [/下午/u, '18:00:00'],
];
const endOfDay = '23:59:59';

const halfYearMs = 183 * 24 * 3_600_000;
const hourMs = 3_600_000;
/** A month: more is not a forecast of this trade. */
const mostHours = 24 * 31;

export interface Promised {
  /** `06月15日下午可达` */
  readonly words: string;
  /** `2024-04-20` */
  readonly date: string;
  /** `36h`, from the collection on. */
  readonly hours: string;
}

/**
 * UTC ms of the last moment that keeps the promise: the date with the part of day the words name, else the day in the
 * words in the year next to the collection, else the hours. null: nothing of it can be read.
 */
export function promisedMoment({ words, date, hours }: Promised, sentAt: number): number | null {
  const time = endOfPart.find(([part]) => part.test(words))?.[1] ?? endOfDay;
  const day = /^\d{4}-\d{1,2}-\d{1,2}/.exec(date.trim())?.[0];
  if (day !== undefined) return wireTime(`${day} ${time}`);
  const named = /(\d{1,2})月(\d{1,2})日/u.exec(words);
  if (named !== null) return nearestYear(`${named[1]}-${named[2]} ${time}`, sentAt);
  const count = Number(/^(\d{1,3})\s*(h|小时)?$/iu.exec(hours.trim())?.[1] ?? Number.NaN);
  return count > 0 && count <= mostHours ? sentAt + count * hourMs : null;
}

/** The words name no year: in December 01月02日 is of the next one. */
function nearestYear(monthAndTime: string, sentAt: number): number | null {
  const year = new Date(sentAt).getUTCFullYear();
  const moments = [year - 1, year, year + 1].map((one) => wireTime(`${one}-${monthAndTime}`));
  return moments.find((at) => at !== null && Math.abs(at - sentAt) < halfYearMs) ?? null;
}
