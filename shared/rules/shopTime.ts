/** Chinese Standard Time, the zone shops and platforms live in: no summer time since 1991, whatever this computer is set to. */
export const shopOffsetMs = 8 * 3_600_000;

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** Days since the epoch, as the shop counts them. */
export const shopDayNo = (at: number): number => Math.floor((at + shopOffsetMs) / dayMs);

/** UTC ms: midnight in the shop. */
export const startOfShopDay = (at: number): number => shopDayNo(at) * dayMs - shopOffsetMs;

/** UTC ms: Monday's midnight in the shop; the first day of the epoch was a Thursday. */
export function startOfShopWeek(at: number): number {
  const day = shopDayNo(at);
  return (day - ((((day + 3) % 7) + 7) % 7)) * dayMs - shopOffsetMs;
}

/** `2026-11-27 14:05`. */
export const shopMinute = (at: number): string =>
  new Date(at + shopOffsetMs).toISOString().slice(0, 16).replace('T', ' ');

/** `2026-11-27 14:05:09`. */
export const shopSecond = (at: number): string =>
  new Date(at + shopOffsetMs).toISOString().slice(0, 19).replace('T', ' ');

/** A text of the program with the moments in it as the shop writes them. */
export const inShopTime = (text: string): string =>
  text.replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g, (iso) => shopMinute(Date.parse(iso)));

/** The moment that `shopMinute` wrote; null: it wrote none of this form. */
export function readShopMinute(text: string): number | null {
  const [, day = '', hour = '', minute = ''] = /^(\S{10}) ([01]\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
  const midnight = readShopDate(day);
  return midnight === null ? null : midnight + Number(hour) * hourMs + Number(minute) * minuteMs;
}

/** `2027-03-01` (its midnight), `2027-03-01T08:00` or with seconds: the shop's time unless a zone is behind it; null: no such moment. */
export function readMoment(text: string): number | null {
  const parts =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:?\d{2})?)?$/i.exec(
      text.trim(),
    );
  if (parts === null) return null;
  const [, day = '', time = '00:00', zone = '+08:00'] = parts;
  const at = Date.parse(`${day}T${time}${zone.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2').toUpperCase()}`);
  return Number.isNaN(at) || readShopDate(day) === null ? null : at;
}

/** `2026-11-27`, the day as the shop writes it. */
export const shopDate = (at: number): string => new Date(at + shopOffsetMs).toISOString().slice(0, 10);

/** Midnight of `2026-11-27`; null: there is no such day. */
export function readShopDate(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const at = Date.parse(`${text}T00:00:00Z`) - shopOffsetMs;
  return Number.isNaN(at) || shopDate(at) !== text ? null : at;
}
