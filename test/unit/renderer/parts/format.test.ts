import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  dateFormat,
  formatAge,
  formatCount,
  formatDuration,
  formatMoney,
  formatPhone,
  formatShopDay,
  formatWeight,
  formatWhen,
  inSentence,
  shortDay,
} from '../../../../renderer/parts/format.ts';
import type { Language } from '../../../../shared/text/describeError.ts';

const now = Date.UTC(2026, 10, 25, 6, 30);
const hour = 3_600_000;

describe('times as people say them', () => {
  test('today and yesterday are words, at the edge of the day in China', () => {
    expect(formatWhen(Date.UTC(2026, 10, 25, 6, 5), now, 'zh-CN')).toBe('今天 14:05');
    expect(formatWhen(Date.UTC(2026, 10, 24, 16, 0), now, 'zh-CN')).toBe('今天 00:00');
    expect(formatWhen(Date.UTC(2026, 10, 24, 15, 59), now, 'zh-CN')).toBe('昨天 23:59');
    expect(formatWhen(Date.UTC(2026, 10, 25, 6, 5), now, 'en')).toBe('today 14:05');
  });

  test('older days have a date, far ones a year and no hour', () => {
    expect(formatWhen(Date.UTC(2026, 10, 3, 0, 0), now, 'zh-CN')).toBe('11月3日 08:00');
    expect(formatWhen(Date.UTC(2025, 10, 3, 0, 0), now, 'zh-CN')).toBe('2025年11月3日');
    expect(formatWhen(Date.UTC(2026, 10, 3, 0, 0), now, 'en')).toBe('3 Nov 08:00');
  });

  test('a day in little room: the English one is told from its month', () => {
    const on = (language: Language) =>
      dateFormat(language, shortDay(language)).format(Date.UTC(2026, 10, 3, 0, 0));
    expect(on('zh-CN')).toBe('11/3');
    expect(on('en')).toBe('3 Nov');
  });

  test('age of knowledge', () => {
    expect(formatAge(now - 3 * 60_000, now, 'zh-CN')).toBe('3 分钟前');
    expect(formatAge(now - 5 * hour, now, 'zh-CN')).toBe('5 小时前');
    expect(formatAge(now - 50 * hour, now, 'zh-CN')).toBe('2 天前');
    expect(formatAge(now - 3 * 60_000, now, 'en')).toBe('3 min ago');
    expect(formatAge(now + 10_000, now, 'zh-CN')).toBe('刚刚');
  });

  test('durations name two units at most', () => {
    expect(formatDuration(8, 'zh-CN')).toBe('8 秒');
    expect(formatDuration(150, 'zh-CN')).toBe('2 分钟 30 秒');
    expect(formatDuration(3_900, 'zh-CN')).toBe('1 小时 5 分钟');
    expect(formatDuration(599, 'zh-CN')).toBe('9 分钟 59 秒');
    expect(formatDuration(1_992, 'zh-CN')).toBe('33 分钟');
    expect(formatDuration(3_590, 'en')).toBe('1 hr');
    expect(formatDuration(0, 'zh-CN')).toBe('0 秒');
    expect(formatDuration(150, 'en')).toBe('2 min 30 sec');
  });
});

describe('numbers', () => {
  test('mobiles are grouped, masked ones too, anything else is left alone', () => {
    expect(formatPhone('13800138000')).toBe('138 0013 8000');
    expect(formatPhone('138****8000')).toBe('138 **** 8000');
    expect(formatPhone('0755-12345678')).toBe('0755-12345678');
    expect(formatPhone('13800138000', '4521')).toBe('138 0013 8000 - 4521');
  });

  test('grouping never changes a digit', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), (phone) => {
        expect(formatPhone(phone).replaceAll(' ', '')).toBe(phone.replaceAll(' ', ''));
      }),
    );
  });

  test('kilograms with two decimals, unknown as a dash', () => {
    expect(formatWeight(1280)).toBe('1.28 kg');
    expect(formatWeight(0)).toBe('0.00 kg');
    expect(formatWeight(null)).toBe('–');
  });

  test('money from fen', () => {
    expect(formatMoney(1230)).toBe('¥12.30');
    expect(formatMoney(123_400)).toBe('¥1,234.00');
    expect(formatMoney(-5)).toBe('−¥0.05');
  });

  test('counts have separators', () => {
    expect(formatCount(100_000)).toBe('100,000');
  });
});

test('the day at the head of Today is the shop’s, its numbers apart from the words', () => {
  const lateInUtc = Date.UTC(2026, 10, 27, 18, 0);
  expect(formatShopDay(lateInUtc, 'zh-CN')).toBe('11月28日 星期六');
  expect(formatShopDay(lateInUtc, 'en')).toBe('Saturday, 28 November');
});

test('a field is named in a sentence as a sentence is written', () => {
  expect(inSentence('Street address')).toBe('street address');
  expect(inSentence('ID number')).toBe('ID number');
  expect(inSentence('详细地址')).toBe('详细地址');
});
