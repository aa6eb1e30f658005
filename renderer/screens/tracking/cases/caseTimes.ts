import { dayMs, hourMs, startOfShopDay } from '../../../../shared/rules/shopTime.ts';
import { keysOf } from '../../../../shared/rules/typedRecord.ts';

const openingHour = 9;
const closingHour = 18;

const times = {
  hours4: (now: number) => now + 4 * hourMs,
  evening: (now: number) => startOfShopDay(now) + closingHour * hourMs,
  tomorrow: (now: number) => startOfShopDay(now) + dayMs + openingHour * hourMs,
  days3: (now: number) => startOfShopDay(now) + 3 * dayMs + openingHour * hourMs,
  week: (now: number) => startOfShopDay(now) + 7 * dayMs + openingHour * hourMs,
} as const satisfies Readonly<Record<string, (now: number) => number>>;
export type CaseTime = keyof typeof times;

/** Times a person means who puts something off: of those that still lie ahead, the nearest first. */
export const caseTimesAhead = (now: number): readonly { readonly id: CaseTime; readonly at: number }[] =>
  keysOf(times)
    .map((id) => ({ id, at: times[id](now) }))
    .filter(({ at }) => at > now)
    .sort((one, other) => one.at - other.at);
