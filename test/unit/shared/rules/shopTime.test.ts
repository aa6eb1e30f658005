import { expect, it } from 'vitest';
import {
  inShopTime,
  readMoment,
  readShopDate,
  readShopMinute,
  shopDate,
  shopMinute,
  startOfShopDay,
  startOfShopWeek,
} from '../../../../shared/rules/shopTime.ts';

const at = (text: string) => Date.parse(text);

it('begins the day at midnight in the shop, wherever this computer stands', () => {
  expect(startOfShopDay(at('2026-11-27T15:59:59.999Z'))).toBe(at('2026-11-26T16:00:00Z'));
  expect(startOfShopDay(at('2026-11-27T16:00:00Z'))).toBe(at('2026-11-27T16:00:00Z'));
});

it('begins the week on Monday', () => {
  expect(startOfShopWeek(at('2026-11-29T15:59:59Z'))).toBe(at('2026-11-22T16:00:00Z'));
  expect(startOfShopWeek(at('2026-11-29T16:00:00Z'))).toBe(at('2026-11-29T16:00:00Z'));
});

it('reads the days it writes, and no day that is none', () => {
  expect(readShopDate('2026-11-27')).toBe(at('2026-11-26T16:00:00Z'));
  expect(shopDate(at('2026-11-26T16:00:00Z'))).toBe('2026-11-27');
  for (const text of ['2026-02-30', '2026-13-01', '26-11-27', '', 'today'])
    expect(readShopDate(text), text).toBeNull();
});

it('reads the minutes it writes, and no time that is none', () => {
  expect(shopMinute(at('2026-11-27T06:05:00Z'))).toBe('2026-11-27 14:05');
  expect(readShopMinute('2026-11-27 14:05')).toBe(at('2026-11-27T06:05:00Z'));
  for (const text of ['2026-11-27', '2026-11-27 24:00', '2026-11-31 10:00', '今天 14:05', ''])
    expect(readShopMinute(text), text).toBeNull();
});

it('reads a moment in the time of the shop, unless its zone stands behind it', () => {
  expect(readMoment('2026-11-27')).toBe(at('2026-11-26T16:00:00Z'));
  for (const text of [
    '2026-11-27T14:05',
    '2026-11-27 14:05:00',
    '2026-11-27T06:05Z',
    '2026-11-27t08:05:00+0200',
  ])
    expect(readMoment(text), text).toBe(at('2026-11-27T06:05:00Z'));
  for (const text of [
    '2026-02-30',
    '2026-02-30T08:00',
    '2026-11-27T25:00',
    '2026-11-27T8:00',
    '27 Nov 2026',
    '',
  ])
    expect(readMoment(text), text).toBeNull();
});

it('what the program wrote of a moment is shown as the shop has it, and nothing else is touched', () => {
  expect(inShopTime('unlike 31; 2026-11-30T20:33:02.750Z 6')).toBe('unlike 31; 2026-12-01 04:33 6');
  expect(inShopTime('2026-11-30T16:00:00Z')).toBe('2026-12-01 00:00');
  expect(inShopTime('2026-11-30 已打电话')).toBe('2026-11-30 已打电话');
});
