import { expect, it } from 'vitest';
import { caseTimesAhead } from '../../../../../../renderer/screens/tracking/cases/caseTimes.ts';

const hour = 3_600_000;
/** Friday 14:05 in the shop. */
const friday = Date.UTC(2026, 10, 27, 6, 5);
const idsAt = (now: number) => caseTimesAhead(now).map(({ id }) => id);

it('offers times of the shop that lie ahead, the nearest first', () => {
  expect(idsAt(friday)).toEqual(['evening', 'hours4', 'tomorrow', 'days3', 'week']);
  expect(caseTimesAhead(friday)[0]?.at).toBe(Date.UTC(2026, 10, 27, 10, 0));
  expect(caseTimesAhead(friday)[2]?.at).toBe(Date.UTC(2026, 10, 28, 1, 0));
});

it('offers no end of the day that has gone', () => {
  expect(idsAt(friday + 4 * hour)).toEqual(['hours4', 'tomorrow', 'days3', 'week']);
  for (const { at } of caseTimesAhead(friday + 4 * hour)) expect(at).toBeGreaterThan(friday + 4 * hour);
});
