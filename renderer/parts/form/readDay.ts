const wholeDay = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;
const plainDay = /^(\d{4})(\d{2})(\d{2})$/;
const shortDay = /^(\d{1,2})[-/.月](\d{1,2})日?$/;
/** A day without its year that lies further back than this is meant for next year. */
const backMonths = 6;

/**
 * A day as people type it (`2026-12-01`, `2026/12/1`, `12-1`, `12月1日`) as `2026-12-01`; null: no such day. `today` has
 * the same form and gives the year that was left out.
 */
export function readDay(text: string, today: string): string | null {
  const typed = text.normalize('NFKC').replace(/\s/g, '');
  const whole = wholeDay.exec(typed) ?? plainDay.exec(typed);
  if (whole !== null) return legalDay(Number(whole[1]), Number(whole[2]), Number(whole[3]));
  const short = shortDay.exec(typed);
  if (short === null) return null;
  const [year, month] = today.split('-').map(Number);
  const [wantedMonth, wantedDay] = [Number(short[1]), Number(short[2])];
  const isLongAgo = (month ?? 1) - wantedMonth >= backMonths;
  return legalDay((year ?? 0) + (isLongAgo ? 1 : 0), wantedMonth, wantedDay);
}

function legalDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.toISOString().slice(0, 10) : null;
}

/** The day so many days later. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
