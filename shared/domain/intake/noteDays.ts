import { dayMs, readShopDate, shopDate, startOfShopDay, startOfShopWeek } from '../../rules/shopTime.ts';
import { newYearDayAfter, newYearDays } from './lunarDay.ts';

/** 2026年12月15日, 12.15, 12/15, 下个月5号, 15号. A number with a unit behind it (2.5斤) is none. */
const dated =
  '(?<![\\d.])(?:(?:(?<year>20\\d\\d)[年./-])?(?<month>1[0-2]|0?[1-9])[月./-](?<day>3[01]|[12]\\d|0?[1-9])(?!\\d)[日号]?' +
  '|(?:(?<which>下个?月|次月|[本这]个?月)|(?<!月))(?<only>3[01]|[12]\\d|0?[1-9])[日号])(?!\\d|\\s*(?:斤|kg|公斤|元|块|米|寸|cm|箱|件|个|%|天))';
/** 下周三, 周五; 明天, 后天; 正月初八, 初八. */
const named =
  '(?:(?<next>下+|[本这])?个?(?:周|星期|礼拜)(?<weekday>[一二三四五六日天])|(?<soon>大后天|后天|明(?:天|早|晚|日)))(?!.{0,2}(?:收货|不在))' +
  `|(?:农历|阴历|大?年)?(?:(?<newYear>正月)(?<newYearDay>${newYearDays})|(?<!月)(?<bare>初[一二三四五六七八九十]))(?![中高])`;
const day = `(?:${dated}|${named})`;
/** 最晚12月15日发货 is the last day, not the first; 周一到周五 are days of every week. */
const notTheLast = '(?<!(?:最晚|最迟|不晚于|不迟于|截止|截至|早于|[每到至])[^,，。;；\\d]{0,4})';
const between =
  '(?:\\s|左右|以后|之后|过后|后|起|开始|[当那]天|再|才|统一|集中|准时|陆续|安排|可以|[能请给我]|帮忙?|麻烦|[早上下晚]午?上?|\\d{1,2}[:：点时](?:\\d{2})?分?)*';
/** 12号回来再发, 周四主播批次统一发, 明天现摘现发: what comes in between ends in a word that makes it the first day. */
const condition = '(?:[^,，。;；、\\s\\d前内]{0,8}?(?:再|才|统一|现|上市))?';
const carriers = '顺丰|圆通|中通|申通|韵达|极兔|邮政|京东|德邦|百世|ems';
const sends = `(?:发(?!票|错|现|给|微信|消息|图|红包|也行|都行|都可|${carriers})|寄|出货|预售|(?<=再)送)(?![^,，。;；]{0,3}[吗嘛?？])`;

/** 12月15日发货, 15号以后再发; 发货时间：12.15. */
const dayThenSends = new RegExp(`${notTheLast}${day}${between}${condition}${sends}`, 'gi');
const sendsThenDay = new RegExp(
  `(?:发货|寄出|出货|发出|ship(?:ping)?)(?:时间|日期|日)?(?:[:：是为在改到至约后]|推迟|延期|预计|on|after|until|\\s)*${day}(?!之?前|以前|下单|付款|拍)`,
  'gi',
);
/** All that a seller notes: 周五, 15号, 12.15, 初八; 明天再说 and 周五到货 are not all. */
const dayAlone = new RegExp(
  `^[\\s(（]*${day}(?:\\s|以后|之后|过后|后|左右|再|才|统一|一起|安排)*(?:处理|打单|做|走|出|拿)?货?[\\s)）!！。~～]*$`,
  'i',
);
/** Ship on Dec 15, hold until December 15th, not before 15 Dec. */
const months = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const englishDay = new RegExp(
  `(?:ship|send|deliver|hold|wait|dispatch|(?:away|vacation|not home)(?=[^.,;\\n]{0,12} (?:until|till)\\b))[^.,;\\n]{0,20}?\\b(?:on|after|until|till|from|before(?<=not before|n.t (?:ship|send)[^.,;\\n]{0,12} before))\\s+(?:the\\s+)?` +
    `(?:(?<name>${months})[a-z]*\\.?\\s+(?<day>\\d{1,2})|(?<first>\\d{1,2})(?:st|nd|rd|th)?\\s+(?<last>${months})[a-z]*)`,
  'gi',
);
/** 12月20日送到, 2月14号当天到: when it is to be there; 12月20日前送到 is the last day. */
const dayThenArrives = new RegExp(
  `${notTheLast}${day}(?:当天|早上|上午|下午|晚上|左右|那天|准时|平安夜|圣诞节?|情人节|生日|[能要请]|\\s)*(?:送(?!货?上门|礼|您|你|一|个|给|\\d)|收货|到(?![期手付账时前周星礼\\d]|货付))`,
  'i',
);
/** A parcel is on its way so long at most: one that is to be there later must not leave yet. */
const longestWayMs = 5 * dayMs;

export interface ShippingDay {
  /** Midnight of the day, UTC ms. */
  readonly at: number;
  /** `2026-12-15`. */
  readonly date: string;
  /** The note without the words that name the day. */
  readonly rest: string;
}

const two = (part: number): string => String(part).padStart(2, '0');
const dateOf = (year: number, month: number, dayOfMonth: number): number | null =>
  readShopDate(`${year}-${two(month)}-${two(dayOfMonth)}`);

/** Of the days it can be, the one nearest to now; of two equally near the later. */
function nearest(days: readonly (number | null)[], now: number): number | null {
  const today = startOfShopDay(now);
  const far = (at: number): number => Math.abs(at - today) - (at > today ? dayMs / 2 : 0);
  const [first = null] = days.filter((at) => at !== null).sort((left, right) => far(left) - far(right));
  return first;
}

type Parts = Readonly<Record<string, string | undefined>>;

/** 20号 of an order that is still to be sent: further back it is the next month's. */
const longestAgoMs = 7 * dayMs;

/** 周五 is today or the next one, 下周五 that of next week. */
function weekdayOf({ next = '', weekday = '' }: Parts, now: number): number {
  const at = startOfShopWeek(now) + Math.min('一二三四五六日天'.indexOf(weekday), 6) * dayMs;
  const weeks = next.startsWith('下') ? next.length : 0;
  const isOver = weeks === 0 && at < startOfShopDay(now);
  return at + (isOver ? 1 : weeks) * 7 * dayMs;
}

function soonOf(soon: string, now: number): number {
  const days = soon === '大后天' ? 3 : soon === '后天' ? 2 : 1;
  return startOfShopDay(now) + days * dayMs;
}

function dayInMonth({ which, only }: Parts, now: number): number | null {
  const [year = 0, month = 0] = shopDate(now).split('-').map(Number);
  const inMonth = (step: number): number | null => {
    const all = year * 12 + month - 1 + step;
    return dateOf(Math.floor(all / 12), (all % 12) + 1, Number(only));
  };
  if (which === undefined) {
    const from = startOfShopDay(now) - longestAgoMs;
    return [inMonth(-1), inMonth(0), inMonth(1)].find((at) => at !== null && at >= from) ?? null;
  }
  return inMonth(/^[下次]/.test(which) ? 1 : 0);
}

function dayOf(parts: Parts, now: number): number | null {
  if (parts.weekday !== undefined) return weekdayOf(parts, now);
  if (parts.soon !== undefined) return soonOf(parts.soon, now);
  const ofNewYear = parts.newYearDay ?? parts.bare;
  if (ofNewYear !== undefined) return newYearDayAfter(now, ofNewYear, parts.newYear !== undefined);
  if (parts.only !== undefined) return dayInMonth(parts, now);
  const year = Number(shopDate(now).slice(0, 4));
  const name = parts.name ?? parts.last;
  const of = name === undefined ? Number(parts.month) : months.split('|').indexOf(name.toLowerCase()) + 1;
  const on = Number(parts.day ?? parts.first);
  if (parts.year !== undefined) return dateOf(Number(parts.year), of, on);
  return nearest(
    [year - 1, year, year + 1].map((one) => dateOf(one, of, on)),
    now,
  );
}

/** Most notes name no day: none of the long patterns is tried on them. */
const mayNameDay = /\d|周|星期|礼拜|[明后]天|明[早晚日]|正月|初[一二三四五六七八九十]/;

/** The day on which a note wants its parcel to leave, the last of several; null: it names none. `isSellers`: a day alone is one, too. */
export function shippingDayOf(note: string, now: number, isSellers = false): ShippingDay | null {
  if (!mayNameDay.test(note)) return null;
  let latest: number | null = null;
  let rest = note;
  const take = (found: RegExpMatchArray | null): void => {
    const at = found === null ? null : dayOf(found.groups ?? {}, now);
    if (found === null || at === null) return;
    rest = rest.replace(found[0], ' ');
    if (latest === null || at > latest) latest = at;
  };
  for (const pattern of [dayThenSends, sendsThenDay, englishDay])
    for (const found of note.matchAll(pattern)) take(found);
  if (isSellers && latest === null) take(dayAlone.exec(note));
  return latest === null ? null : { at: latest, date: shopDate(latest), rest };
}

/** The words by which a note wants its parcel to be there on a day that is further off than any way; null: none. */
export function laterArrivalIn(note: string, now: number): string | null {
  if (!mayNameDay.test(note)) return null;
  const found = dayThenArrives.exec(note);
  const at = found === null ? null : dayOf(found.groups ?? {}, now);
  return found === null || at === null || at <= now + longestWayMs ? null : found[0];
}
