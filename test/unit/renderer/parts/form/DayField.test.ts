import { expect, test } from 'vitest';
import { addDays, readDay } from '../../../../../renderer/parts/form/DayField.tsx';

const today = '2026-11-25';

test('a day is read as people write it', () => {
  for (const typed of [
    '2026-12-01',
    '2026/12/1',
    '2026.12.1',
    '20261201',
    '2026年12月1日',
    '１２－１',
    '12月1日',
    '12/1',
  ])
    expect(readDay(typed, today)).toBe('2026-12-01');
});

test('without its year a day of early next year is next year, and one of last month is not', () => {
  expect(readDay('1-15', today)).toBe('2027-01-15');
  expect(readDay('10-15', today)).toBe('2026-10-15');
});

test('no such day is not guessed', () => {
  for (const typed of ['', '2026-02-30', '13-1', '明天', '2026-12', '1'])
    expect(readDay(typed, today)).toBeNull();
});

test('days are counted over months and years', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
});
