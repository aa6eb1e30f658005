import { hourMs, shopOffsetMs } from '../../../../shared/rules/shopTime.ts';

/** More colours than these cannot be distinguished; the rest share the last. */
const ownSeries = 4;

interface CarrierSeries {
  /** '': all the others. */
  readonly carrier: string;
  readonly members: readonly string[];
}

/** The largest carriers with a colour each, the others together. */
export function carrierSeries(carriers: readonly string[]): readonly CarrierSeries[] {
  const own = carriers.slice(0, carriers.length === ownSeries + 1 ? ownSeries + 1 : ownSeries);
  const others = carriers.slice(own.length);
  return [
    ...own.map((carrier) => ({ carrier, members: [carrier] })),
    ...(others.length === 0 ? [] : [{ carrier: '', members: others }]),
  ];
}

/** By the shop's calendar. */
export function isWeekend(dayAt: number): boolean {
  const weekday = new Date(dayAt + shopOffsetMs).getUTCDay();
  return weekday === 0 || weekday === 6;
}

/** Days for reading: 1.5. */
export const daysOf = (hours: number): string => (hours / 24).toFixed(1);

/** From two days on hours say little. */
const hoursToldUntil = 48;

/** A long time in whole days, a shorter one in whole hours. */
export function longTime(ms: number): { readonly unit: 'wholeDays' | 'wholeHours'; readonly count: number } {
  const hours = Math.max(0, Math.floor(ms / hourMs));
  return hours < hoursToldUntil
    ? { unit: 'wholeHours', count: hours }
    : { unit: 'wholeDays', count: Math.floor(hours / 24) };
}

/** Whole days up to the slowest, for an axis. */
export function dayTicks(mostHours: number): readonly number[] {
  const days = Math.max(1, Math.ceil(mostHours / 24));
  const step = Math.ceil(days / 8);
  return Array.from({ length: Math.floor(days / step) + 1 }, (_, index) => index * step);
}
