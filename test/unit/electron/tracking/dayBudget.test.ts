import { describe, expect, it } from 'vitest';
import {
  allowanceNow,
  countOfToday,
  type DayBudget,
  daysFor,
  endOfDay,
  leftForPlan,
  leftToday,
  reservedForPeople,
  roundMs,
} from '../../../../electron/tracking/dayBudget.ts';
import { shopDayNo, startOfShopDay } from '../../../../shared/rules/shopTime.ts';

const hour = 3_600_000;
const midnight = startOfShopDay(Date.UTC(2026, 10, 27, 6));
const fresh: DayBudget = { perDay: 500, used: 0, usedByPeople: 0, endedAt: null };

/** A day of rounds, from one hour to another; how many were asked in each hour. */
function askThrough(budget: DayBudget, fromHour: number, toHour: number): { used: number; byHour: number[] } {
  let { used } = budget;
  const byHour: number[] = new Array(24).fill(0);
  for (let at = midnight + fromHour * hour; at < midnight + toHour * hour; at += roundMs) {
    const asked = allowanceNow({ ...budget, used }, at, 'spread');
    used += asked;
    byHour[Math.floor((at - midnight) / hour)]! += asked;
  }
  return { used, byHour };
}

describe('a day’s questions', () => {
  it('are spread over the whole day and used up by its end, more of them by day than by night', () => {
    const { used, byHour } = askThrough(fresh, 0, 24);
    expect(used).toBe(500);
    expect(Math.max(...byHour)).toBeLessThanOrEqual(60);
    expect(byHour[12]).toBeGreaterThan(3 * byHour[3]!);
    // What was kept for people and nobody asked for goes out in the evening.
    expect(byHour.slice(21).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(50);
  });

  it('are caught up at three times the pace when the program is started at noon, never at once', () => {
    const { used, byHour } = askThrough(fresh, 12, 24);
    expect(used).toBe(500);
    expect(Math.max(...byHour)).toBeLessThanOrEqual(110);
  });

  it.each([7, 50, 2_000, 30_000])('never go beyond %i a day', (perDay) => {
    expect(askThrough({ ...fresh, perDay }, 0, 24).used).toBe(perDay);
  });

  it('keep a reserve for people until nine in the evening', () => {
    const noon = midnight + 12 * hour;
    const late = { ...fresh, used: 455 };
    expect(reservedForPeople(fresh, noon)).toBe(50);
    expect(leftForPlan(late, noon)).toBe(0);
    expect(leftToday(late)).toBe(45);
    expect(leftForPlan(late, midnight + 21 * hour)).toBe(45);
    expect(reservedForPeople({ ...fresh, usedByPeople: 30 }, noon)).toBe(20);
  });

  it('end when the platform says so, until a person has bought more', () => {
    const ended = { ...fresh, used: 120, endedAt: midnight };
    expect(leftToday(ended)).toBe(0);
    expect(allowanceNow(ended, midnight + 9 * hour, 'caught-up')).toBe(0);
    expect(allowanceNow({ ...ended, perDay: null }, midnight + 9 * hour, 'spread')).toBe(0);
    expect(endOfDay({ endedAt: 5, endedPerDay: 500 }, 500)).toBe(5);
    expect(endOfDay({ endedAt: 5, endedPerDay: 500 }, 3_000)).toBeNull();
    expect(endOfDay({ endedAt: 5, endedPerDay: null }, null)).toBe(5);
  });

  it('let who looks once a day ask what belonged to the day until then', () => {
    const evening = midnight + 18 * hour;
    const asked = allowanceNow(fresh, evening, 'caught-up');
    expect(asked).toBeGreaterThan(300);
    expect(allowanceNow({ ...fresh, used: asked }, evening, 'caught-up')).toBe(0);
  });

  it('are not given again by a clock that is set back', () => {
    const day = shopDayNo(midnight);
    const row = (no: number, used: number) => ({
      day: no,
      used,
      usedByPeople: 0,
      endedAt: null,
      endedPerDay: null,
    });
    const { today, isClockBack } = countOfToday(
      [row(day, 100), row(day + 1, 300)],
      row(0, 0),
      midnight + hour,
    );
    expect(today).toMatchObject({ day, used: 400 });
    expect(isClockBack).toBe(true);
    const ended = { ...row(day + 1, 300), endedAt: midnight + 26 * hour, endedPerDay: 500 };
    expect(countOfToday([row(day, 100), ended], row(0, 0), midnight + hour).today).toMatchObject({
      endedAt: midnight + 26 * hour,
      endedPerDay: 500,
    });
    expect(countOfToday([row(day, 100)], row(0, 0), midnight)).toMatchObject({ isClockBack: false });
  });

  it('tell how many days a queue takes', () => {
    const noon = midnight + 12 * hour;
    expect(daysFor(450, fresh, noon)).toBe(1);
    expect(daysFor(5_000, fresh, noon)).toBe(11);
    expect(daysFor(5_000, { ...fresh, perDay: null }, noon)).toBeNull();
  });
});
