import { dayMs, readShopDate, shopDate, startOfShopDay } from '../../rules/shopTime.ts';

/** 2026年12月15日, 12.15, 12/15, 下个月5号, 15号. A number with a unit behind it (2.5斤) is none. */
const day =
  '(?<![\\d.])(?:(?:(?<year>20\\d\\d)[年./-])?(?<month>1[0-2]|0?[1-9])[月./-](?<day>3[01]|[12]\\d|0?[1-9])(?!\\d)[日号]?' +
  '|(?:(?<which>下个?月|次月|[本这]个?月)|(?<!月))(?<only>3[01]|[12]\\d|0?[1-9])[日号])(?!\\d|\\s*(?:斤|kg|公斤|元|块|米|寸|cm|箱|件|个|%|天))';
/** 最晚12月15日发货 is the last day, not the first. */
const notTheLast = '(?<!(?:最晚|最迟|不晚于|不迟于|截止|截至|早于)[^,，。;；\\d]{0,4})';
const between =
  '(?:\\s|左右|以后|之后|过后|后|起|开始|[当那]天|再|才|统一|集中|准时|陆续|安排|可以|[能请给我]|帮忙?|麻烦|[早上下晚]午?上?|\\d{1,2}[:：点时](?:\\d{2})?分?)*';
const carriers = '顺丰|圆通|中通|申通|韵达|极兔|邮政|京东|德邦|百世|ems';
const sends = `(?:发(?!票|错|现|给|微信|消息|图|${carriers})|寄|出货|预售)`;

/** 12月15日发货, 15号以后再发; 发货时间：12.15. */
const dayThenSends = new RegExp(`${notTheLast}${day}${between}${sends}`, 'gi');
const sendsThenDay = new RegExp(
  `(?:发货|寄出|出货|发出|ship(?:ping)?)(?:时间|日期|日)?(?:[:：是为在改到至约后]|推迟|延期|预计|on|after|until|\\s)*${day}(?!之?前|以前|下单|付款|拍)`,
  'gi',
);
/** Ship on Dec 15, hold until December 15th, not before 15 Dec. */
const months = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const englishDay = new RegExp(
  `(?:ship|send|deliver|hold|wait|dispatch|(?:away|vacation|not home)(?=[^.,;\\n]{0,12} (?:until|till)\\b))[^.,;\\n]{0,20}?\\b(?:on|after|until|till|from|before(?<=not before))\\s+(?:the\\s+)?` +
    `(?:(?<name>${months})[a-z]*\\.?\\s+(?<day>\\d{1,2})|(?<first>\\d{1,2})(?:st|nd|rd|th)?\\s+(?<last>${months})[a-z]*)`,
  'gi',
);

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

function dayOf(parts: Parts, now: number): number | null {
  const [year = 0, month = 0] = shopDate(now).split('-').map(Number);
  if (parts.only !== undefined) {
    const inMonth = (step: number): number | null => {
      const months = year * 12 + month - 1 + step;
      return dateOf(Math.floor(months / 12), (months % 12) + 1, Number(parts.only));
    };
    if (parts.which === undefined) return nearest([inMonth(-1), inMonth(0), inMonth(1)], now);
    return inMonth(/^[下次]/.test(parts.which) ? 1 : 0);
  }
  const name = parts.name ?? parts.last;
  const of = name === undefined ? Number(parts.month) : months.split('|').indexOf(name.toLowerCase()) + 1;
  const on = Number(parts.day ?? parts.first);
  if (parts.year !== undefined) return dateOf(Number(parts.year), of, on);
  return nearest(
    [year - 1, year, year + 1].map((one) => dateOf(one, of, on)),
    now,
  );
}

/** The day on which a note wants its parcel to leave, the last of several; null: it names none. */
export function shippingDayOf(note: string, now: number): ShippingDay | null {
  if (!/\d/.test(note)) return null;
  let latest: number | null = null;
  let rest = note;
  for (const pattern of [dayThenSends, sendsThenDay, englishDay]) {
    for (const found of note.matchAll(pattern)) {
      const at = dayOf(found.groups ?? {}, now);
      if (at === null) continue;
      rest = rest.replace(found[0], ' ');
      if (latest === null || at > latest) latest = at;
    }
  }
  return latest === null ? null : { at: latest, date: shopDate(latest), rest };
}
