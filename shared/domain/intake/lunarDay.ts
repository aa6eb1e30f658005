import { dayMs, readShopDate, startOfShopDay } from '../../rules/shopTime.ts';

/** The days of the New Year on which shops open again, as people write them. */
export const newYearDays = '初[一二三四五六七八九十]|十[一二三四五六七八九]|二十';

/**
 * The first of 正月 as the calendar office publishes it. Not computed: the calendar built into the runtime is a day late for 2027 and a day
 * early for 2030, whose new moons fall within minutes of midnight.
 */
const newYears = [
  '2026-02-17',
  '2027-02-06',
  '2028-01-26',
  '2029-02-13',
  '2030-02-03',
  '2031-01-23',
  '2032-02-11',
  '2033-01-31',
  '2034-02-19',
  '2035-02-08',
  '2036-01-28',
];
const digits = '一二三四五六七八九十';
/** 初八 by itself is that of the New Year while it is this near; farmers count market days of other months so, too. */
const nearMs = 90 * dayMs;

/** 初八 → 8, 十五 → 15. */
function numberOf(written: string): number {
  if (written === '二十') return 20;
  const base = written.startsWith('初') ? 0 : 10;
  return base + digits.indexOf(written.slice(1)) + 1;
}

/** Midnight of the next such day of 正月; null: it is too far off to be meant, or after the last year that is known. */
export function newYearDayAfter(now: number, written: string, isMonthNamed: boolean): number | null {
  const today = startOfShopDay(now);
  for (const newYear of newYears) {
    const at = (readShopDate(newYear) ?? 0) + (numberOf(written) - 1) * dayMs;
    if (at < today) continue;
    return isMonthNamed || at - today <= nearMs ? at : null;
  }
  return null;
}
