import { dayMs, shopOffsetMs } from '../../../shared/rules/shopTime.ts';

/** Days between 1899-12-30, where spreadsheets begin to count, and 1970-01-01. */
const serialEpochDays = 25_569;
/** Serial numbers of 2000-01-01 and 2100-01-01: a bare number outside is no date. */
const serialFrom = 36_526;
const serialTo = 73_051;

const yearFirst =
  /^(\d{4})(?:[-/.年])(\d{1,2})(?:[-/.月])(\d{1,2})日?(?:[T ]*(\d{1,2})[:时点](\d{1,2})(?:[:分](\d{1,2})(?:\.\d+)?)?秒?分?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;
const compact = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?$/;
const yearLast = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[T ]+(\d{1,2}):(\d{1,2})(?::(\d{1,2}))?)?$/;

/** Nov-30-26, 30 Nov 2026, Nov 30, 2026: shops abroad write the month as a word, so nothing is unclear about it. */
const monthWord =
  /^(?:(\d{1,2})[-\s]([A-Za-z]{3,9})|([A-Za-z]{3,9})[-.\s]+(\d{1,2}))[-,.\s]+(\d{4}|\d{2})(?:[\s,T]+(\d{1,2}):(\d{1,2})(?::(\d{1,2}))?)?$/;
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

function momentOfMonthWord(parts: readonly (string | undefined)[]): number | null {
  const [dayBefore, after = '', before = '', dayAfter, year = '', ...time] = parts;
  const month = months.indexOf((after || before).slice(0, 3).toLowerCase()) + 1;
  const whole = year.length === 2 ? `20${year}` : year;
  return moment([whole, String(month), dayBefore ?? dayAfter, ...time], undefined);
}

/** Ms by which the zone is ahead of UTC; files of Chinese platforms name none. */
function shift(zone: string | undefined): number {
  if (zone === undefined) return shopOffsetMs;
  if (/^z$/i.test(zone)) return 0;
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
  const ms = (Number(hours) * 60 + Number(minutes)) * 60_000;
  return sign === '-' ? -ms : ms;
}

/** UTC ms of a wall clock; null when there is no such day or time. */
function moment(parts: readonly (string | undefined)[], zone: string | undefined): number | null {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map((part) =>
    Number(part ?? 0),
  );
  if (year < 2000 || month < 1 || month > 12 || day < 1 || hour > 24 || minute > 59 || second > 59)
    return null;
  const at = Date.UTC(year, month - 1, day, hour, minute, second);
  return new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day ? at - shift(zone) : null;
}

export type Moment = number | 'ambiguous' | null;

/**
 * A date or time as files write it, in UTC ms. `ambiguous`: 03/04/2026 is a day in March or in April, and nobody is asked to
 * guess. Null: no date (blank, `0001-01-01` of unpaid orders, other words).
 */
export function readMoment(text: string): Moment {
  if (text === '' || text.length > 40) return null;
  const plain = text.normalize('NFKC').trim();
  const first = yearFirst.exec(plain);
  if (first !== null) return moment(first.slice(1, 7), first[7]);
  const packed = compact.exec(plain);
  if (packed !== null) return moment(packed.slice(1, 7), undefined);
  const last = yearLast.exec(plain);
  if (last !== null) {
    const [, left = '', right = '', year, ...time] = last;
    if (Number(left) <= 12 && Number(right) <= 12 && left !== right) return 'ambiguous';
    const [month, day] = Number(left) > 12 ? [right, left] : [left, right];
    return moment([year, month, day, ...time], undefined);
  }
  const worded = monthWord.exec(plain);
  if (worded !== null) return momentOfMonthWord(worded.slice(1));
  const serial = /^\d{5}(?:\.\d+)?$/.test(plain) ? Number(plain) : 0;
  if (serial < serialFrom || serial >= serialTo) return null;
  return Math.round((serial - serialEpochDays) * dayMs) - shopOffsetMs;
}

/** Cells that hold no moment and lose none: a filler, the zeros of an order not paid yet, a word for that, or a span (48小时内). */
const noMoment =
  /^(?:[-—–_/\\.\s:0]*|(?:0001|1899|1900|1970)[-/].*|无|否|是|null|none|nan|n\/?a|暂无|没有|[未待尚已不].*|.*(?:小时|\d天|工作日).*)$/i;

/** Was a cell of dates meant as one and is not understood? `at`: what `readMoment` made of it. */
export function isUnreadMoment(text: string, at: Moment): boolean {
  return typeof at !== 'number' && (at === 'ambiguous' || !noMoment.test(text.normalize('NFKC').trim()));
}
