import { z } from 'zod';
import { dayMs, minuteMs, readShopDate, shopDate, shopDayNo, startOfShopDay } from './shopTime.ts';

/** When somebody at a platform answers, in the shop's time. */
export interface ServiceHours {
  /** 1 Monday … 7 Sunday. */
  readonly days: readonly number[];
  /** Minutes since midnight. `closes` at or before `opens`: on the next day, so that equal ones are a whole day. */
  readonly opensMinute: number;
  readonly closesMinute: number;
  /** `2026-10-01`: nobody answers then, whatever the weekday. */
  readonly holidays: readonly string[];
  /** Somebody answers then, whatever the weekday: days that are worked off before or after a holiday. */
  readonly workdays: readonly string[];
}

const minuteOfDay = z.number().int().min(0).max(1_439);
const dates = z.array(z.string().refine((text) => readShopDate(text) !== null)).max(200);

export const serviceHoursSchema: z.ZodType<ServiceHours> = z.object({
  days: z.array(z.number().int().min(1).max(7)).max(7),
  opensMinute: minuteOfDay,
  closesMinute: minuteOfDay,
  holidays: dates,
  workdays: dates,
});

/** A deadline beyond this is none: nobody answers any more. */
const longestLookDays = 3_660;

/** Monday 1 … Sunday 7; the first day of the epoch was a Thursday. */
const weekdayOf = (dayNo: number): number => ((((dayNo + 3) % 7) + 7) % 7) + 1;

interface Span {
  readonly from: number;
  readonly to: number;
}

/** The hours that begin on this day; null: nobody answers. */
function spanOf(hours: ServiceHours, dayNo: number): Span | null {
  const midnight = startOfShopDay(dayNo * dayMs);
  const date = shopDate(midnight);
  const isWorked = hours.workdays.includes(date) || hours.days.includes(weekdayOf(dayNo));
  if (!isWorked || hours.holidays.includes(date)) return null;
  const { opensMinute, closesMinute } = hours;
  const length = closesMinute > opensMinute ? closesMinute - opensMinute : closesMinute - opensMinute + 1_440;
  const from = midnight + opensMinute * minuteMs;
  return { from, to: from + length * minuteMs };
}

/** How long somebody was there to answer between these two; a clock that was set back counts nothing. */
export function serviceMsBetween(hours: ServiceHours, from: number, to: number): number {
  let total = 0;
  // Hours of the night begin on the day before.
  for (let dayNo = shopDayNo(from) - 1; dayNo <= shopDayNo(to) && from < to; dayNo++) {
    const span = spanOf(hours, dayNo);
    if (span !== null) total += Math.max(0, Math.min(span.to, to) - Math.max(span.from, from));
  }
  return total;
}

/** When that much of their time has passed since `from`; null: it never will. */
export function serviceDeadline(hours: ServiceHours, from: number, serviceMs: number): number | null {
  let left = serviceMs;
  const first = shopDayNo(from) - 1;
  for (let dayNo = first; dayNo < first + longestLookDays; dayNo++) {
    const span = spanOf(hours, dayNo);
    if (span === null || span.to <= from) continue;
    const begins = Math.max(span.from, from);
    if (begins + left <= span.to) return begins + left;
    left -= span.to - begins;
  }
  return null;
}

/** Does somebody answer at this moment? */
export const isServiceTime = (hours: ServiceHours, at: number): boolean =>
  serviceMsBetween(hours, at, at + 1) > 0;

/** Minutes a week in which somebody answers, holidays aside. */
export function serviceMinutesAWeek({ days, opensMinute, closesMinute }: ServiceHours): number {
  const length = closesMinute > opensMinute ? closesMinute - opensMinute : closesMinute - opensMinute + 1_440;
  return new Set(days).size * length;
}

/** `09:00`; null: no time of day. */
export function readMinuteOfDay(text: string): number | null {
  const [, hours = '', minutes = ''] = /^(\d{1,2}):(\d{2})$/.exec(text.trim()) ?? [];
  const minute = Number(hours) * 60 + Number(minutes);
  return hours === '' || Number(minutes) > 59 || Number(hours) > 23 ? null : minute;
}

export function writeMinuteOfDay(minute: number): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
