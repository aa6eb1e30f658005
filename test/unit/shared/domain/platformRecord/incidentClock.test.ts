import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { incidentMonths, promisesOf } from '../../../../../shared/domain/platformRecord/incidentClock.ts';
import { type ServiceHours, serviceMsBetween } from '../../../../../shared/rules/serviceHours.ts';
import { minuteMs } from '../../../../../shared/rules/shopTime.ts';

/** Monday to Friday, nine to six. */
const officeHours: ServiceHours = {
  days: [1, 2, 3, 4, 5],
  opensMinute: 540,
  closesMinute: 1_080,
  holidays: [],
  workdays: [],
};
const terms = { hours: officeHours, answerMinutes: 60, solutionMinutes: 480 };

/** A moment in the shop. */
const at = (text: string) => Date.parse(`${text}+08:00`);
const open = (started: string) => ({ startedAt: at(started), answeredAt: null, solvedAt: null });

const states = (...asked: Parameters<typeof promisesOf>) => promisesOf(...asked).map(({ state }) => state);

describe('the clock of an incident', () => {
  it('stands still at night and over the weekend', () => {
    // Friday 17:30: half an hour that day, the other half on Monday morning.
    const [answer] = promisesOf(terms, open('2026-11-27T17:30'), at('2026-11-29T12:00'));
    expect(answer).toMatchObject({ state: 'running', dueAt: at('2026-11-30T09:30'), usedMs: 30 * minuteMs });
  });

  it('is late the moment after its time, not at it', () => {
    const begun = open('2026-11-27T10:00');
    expect(states(terms, begun, at('2026-11-27T11:00'))).toEqual(['running', 'running']);
    expect(states(terms, begun, at('2026-11-27T11:00') + 1)).toEqual(['late', 'running']);
  });

  it('judges what was done by when it was done, whatever time it is now', () => {
    const later = at('2027-01-01T12:00');
    const begun = open('2026-11-27T10:00');
    const inTime = { ...begun, answeredAt: at('2026-11-27T10:59'), solvedAt: at('2026-12-01T10:00') };
    expect(states(terms, inTime, later)).toEqual(['kept', 'broken']);
    // Who solved it at once has answered, too.
    expect(states(terms, { ...begun, solvedAt: at('2026-11-27T10:30') }, later)).toEqual(['kept', 'kept']);
  });

  it('leaves out holidays and counts days that are worked off', () => {
    const hours = { ...officeHours, holidays: ['2026-11-30'], workdays: ['2026-11-28'] };
    const [answer] = promisesOf({ ...terms, hours }, open('2026-11-28T17:30'), at('2026-11-28T17:40'));
    expect(answer?.dueAt).toBe(at('2026-12-01T09:30'));
  });

  it('goes through the night where somebody works through it', () => {
    const hours = { ...officeHours, opensMinute: 1_320, closesMinute: 360 };
    const [answer] = promisesOf({ ...terms, hours }, open('2026-11-27T23:50'), at('2026-11-28T00:10'));
    expect(answer).toMatchObject({ dueAt: at('2026-11-28T00:50'), usedMs: 20 * minuteMs });
  });

  it('judges nothing that was not agreed, or not in which hours', () => {
    const begun = open('2026-11-27T10:00');
    expect(states({ ...terms, hours: null }, begun, at('2027-01-01T00:00'))).toEqual(['none', 'none']);
    expect(states({ ...terms, solutionMinutes: null }, begun, at('2027-01-01T00:00'))).toEqual([
      'late',
      'none',
    ]);
  });
});

it('service time of two spans side by side is that of both together', () => {
  const start = at('2026-11-20T00:00');
  const moment = fc.integer({ min: 0, max: 20 * 24 * 60 }).map((minute) => start + minute * minuteMs);
  fc.assert(
    fc.property(
      moment,
      moment,
      moment,
      fc.integer({ min: 0, max: 1_439 }),
      (one, two, three, opensMinute) => {
        const [a = 0, b = 0, c = 0] = [one, two, three].sort((left, right) => left - right);
        const hours = { ...officeHours, opensMinute };
        const [whole, first, second] = [
          serviceMsBetween(hours, a, c),
          serviceMsBetween(hours, a, b),
          serviceMsBetween(hours, b, c),
        ];
        expect(first + second).toBe(whole);
        expect(whole).toBeLessThanOrEqual(c - a);
      },
    ),
    { numRuns: 300, seed: 5 },
  );
});

it('a promise that was not kept counts in the month it ran out in', () => {
  const now = at('2026-12-20T00:00');
  const times = [
    // Monday 30 November, 17:30: the answer was due on Tuesday, 1 December.
    open('2026-11-30T17:30'),
    { ...open('2026-11-10T10:00'), answeredAt: at('2026-11-10T10:30'), solvedAt: at('2026-11-20T10:00') },
  ];
  const incidents = times.map((one) => ({ ...one, promises: promisesOf(terms, one, now) }));
  expect(incidentMonths(incidents)).toEqual([
    { month: '2026-12', incidents: 0, lateAnswers: 1, lateSolutions: 1 },
    { month: '2026-11', incidents: 2, lateAnswers: 0, lateSolutions: 1 },
  ]);
});
