import { describe, expect, it } from 'vitest';
import { promisedMoment } from '../../../../../electron/carriers/kdniao/arrival.ts';

/** 2026-12-30 10:00 in Shanghai. */
const sentAt = Date.UTC(2026, 11, 30, 2);
const at = (words: string, date = '', hours = '') => promisedMoment({ words, date, hours }, sentAt);
const shanghai = (year: number, month: number, day: number, hour: number, minute = 0, second = 0) =>
  Date.UTC(year, month - 1, day, hour - 8, minute, second);

describe('the last moment of a promise', () => {
  it.each([
    ['01月02日上午可达', '2027-01-02', shanghai(2027, 1, 2, 12)],
    ['01月02日下午可达', '2027-01-02', shanghai(2027, 1, 2, 18)],
    ['', '2027-01-02', shanghai(2027, 1, 2, 23, 59, 59)],
    ['明天送达', '2026-12-31', shanghai(2026, 12, 31, 23, 59, 59)],
  ])('%s on %s', (words, date, expected) => {
    expect(at(words, date)).toBe(expected);
  });

  it('finds the year the words leave out, across the turn of the year', () => {
    expect(at('12月31日下午可达')).toBe(shanghai(2026, 12, 31, 18));
    expect(at('01月02日下午可达')).toBe(shanghai(2027, 1, 2, 18));
  });

  it('counts hours from the collection when there is nothing else', () => {
    expect(at('', '', '36h')).toBe(sentAt + 36 * 3_600_000);
    expect(at('', '', '48小时')).toBe(sentAt + 48 * 3_600_000);
  });

  it.each([
    ['很快', '', ''],
    ['', '2026-13-40', ''],
    ['', '', '9999h'],
    ['', '', '-5h'],
    ['13月45日可达', '', ''],
  ])('says nothing of %j %j %j', (words, date, hours) => {
    expect(at(words, date, hours)).toBeNull();
  });
});
