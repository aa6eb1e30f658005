import { dayMs, hourMs, minuteMs, shopDayNo, startOfShopDay } from '../../shared/rules/shopTime.ts';

/** Questions of one meter on one day of the shop. */
export interface DayBudget {
  /** null: no limit is known. */
  readonly perDay: number | null;
  readonly used: number;
  /** Part of `used`: asked by a person. */
  readonly usedByPeople: number;
  /** The platform has said that today's questions are used up. */
  readonly endedAt: number | null;
}

/** Part of a day's questions kept for people, until the evening. */
const reserveShare = 0.1;
const mostReserved = 200;
/** From then on hardly anybody stays to ask: what is left of the reserve goes to the plan. */
const reserveEndsAtHour = 21;

/** How often the program looks. */
export const roundMs = 5 * minuteMs;
/** What was not asked while nobody looked is caught up at so many times the usual pace, never all at once. */
const catchUpPace = 3;
/** In one round where no limit a day is known; the pace of the platform is kept besides. */
const roundLimit = 500;

/** How much of a day's questions an hour gets: parcels move and are delivered by day. */
const weightOfHour = (hour: number): number => (hour < 7 ? 0.25 : hour < 9 ? 0.8 : hour < 21 ? 1.4 : 0.8);
const hours = Array.from({ length: 24 }, (_, hour) => hour);
const weightOfDay = hours.reduce((sum, hour) => sum + weightOfHour(hour), 0);

/** Share of a day's weight that has passed when the round that begins now is over. */
function dayPassed(now: number): number {
  const since = (now + roundMs - startOfShopDay(now)) / hourMs;
  const passed = hours.reduce(
    (sum, hour) => sum + weightOfHour(hour) * Math.min(1, Math.max(0, since - hour)),
    0,
  );
  return passed / weightOfDay;
}

/** When the next day of the shop begins, UTC ms. */
export const nextBudgetDayAt = (now: number): number => startOfShopDay(now) + dayMs;

/** Kept for people now: what they have asked already is part of it. */
export function reservedForPeople({ perDay, usedByPeople }: DayBudget, now: number): number {
  if (perDay === null || now - startOfShopDay(now) >= reserveEndsAtHour * hourMs) return 0;
  return Math.max(0, Math.min(mostReserved, Math.ceil(perDay * reserveShare)) - usedByPeople);
}

/** Questions left today, the reserve included; null: no limit is known. */
export function leftToday({ perDay, used, endedAt }: DayBudget): number | null {
  if (endedAt !== null) return 0;
  return perDay === null ? null : Math.max(0, perDay - used);
}

/** Left for the plan until the day ends; null: no limit is known. */
export function leftForPlan(budget: DayBudget, now: number): number | null {
  const left = leftToday(budget);
  return left === null ? null : Math.max(0, left - reservedForPeople(budget, now));
}

/**
 * How many questions the plan may ask now. `spread`: what is left goes over the rest of the day, also after hours in which
 * nobody looked. `caught-up`: all that the plan would have asked until now, for who looks only now and then.
 */
export function allowanceNow(budget: DayBudget, now: number, how: 'spread' | 'caught-up'): number {
  const left = leftForPlan(budget, now);
  if (left === null) return budget.endedAt === null ? roundLimit : 0;
  const forDay = (budget.perDay ?? 0) - budget.usedByPeople - reservedForPeople(budget, now);
  const byProgram = budget.used - budget.usedByPeople;
  // Sums of parts of a day miss the whole by less than a question, and must not lose it.
  const behind = Math.floor(forDay * dayPassed(now) + 1e-6) - byProgram;
  const most = Math.min(left, Math.max(0, behind));
  if (how === 'caught-up') return most;
  const inRound = (forDay * weightOfHour(hourOf(now)) * roundMs) / (weightOfDay * hourMs);
  return Math.min(most, Math.max(1, Math.ceil(catchUpPace * inRound)));
}

const hourOf = (at: number): number => Math.floor((at - startOfShopDay(at)) / hourMs);

/** A day's count as it is stored. */
interface StoredDay extends Omit<DayBudget, 'perDay'> {
  readonly day: number;
  readonly endedPerDay: number | null;
}

/**
 * Today's count among those stored from today on. A clock that was set back must not give questions again: what was
 * counted for later days counts today.
 */
export function countOfToday<Day extends StoredDay>(
  stored: readonly Day[],
  empty: Day,
  now: number,
): { readonly today: Day; readonly isClockBack: boolean } {
  const day = shopDayNo(now);
  const own = stored.find((one) => one.day === day) ?? { ...empty, day };
  const ahead = stored.filter((one) => one.day > day);
  const sum = (value: (one: Day) => number) => ahead.reduce((total, one) => total + value(one), value(own));
  const ended = [own, ...ahead].find(({ endedAt }) => endedAt !== null);
  return {
    today: {
      ...own,
      used: sum(({ used }) => used),
      usedByPeople: sum(({ usedByPeople }) => usedByPeople),
      endedAt: ended?.endedAt ?? null,
      endedPerDay: ended?.endedPerDay ?? null,
    },
    isClockBack: ahead.length > 0,
  };
}

/** Has the platform ended this day? A limit that a person has raised since then opens it again. */
export function endOfDay(
  { endedAt, endedPerDay }: Pick<StoredDay, 'endedAt' | 'endedPerDay'>,
  perDay: number | null,
): number | null {
  const isRaised = (perDay ?? Number.MAX_SAFE_INTEGER) > (endedPerDay ?? Number.MAX_SAFE_INTEGER);
  return isRaised ? null : endedAt;
}

/** Days until a queue is asked through once; null: no limit a day is known, so it takes none. */
export function daysFor(questions: number, budget: DayBudget, now: number): number | null {
  const left = leftForPlan(budget, now);
  if (left === null || budget.perDay === null || budget.perDay === 0) return null;
  return questions <= left ? 1 : 1 + Math.ceil((questions - left) / budget.perDay);
}
