import { expect, test } from 'vitest';
import { describeError } from '../../../../shared/text/describeError.ts';
import { joinHan, markHan } from '../../../../shared/text/hanSpacing.ts';

const filled = (before: string, value: string, after: string, place = 'when'): string =>
  joinHan(`${before}${markHan(value, place)}${after}`);

test('a Chinese value stands in a Chinese text without a space, a number or a Latin word with one', () => {
  expect(filled('截至 ', '今天 14:05', '')).toBe('截至今天 14:05');
  expect(filled('截至 ', '3 分钟前', '')).toBe('截至 3 分钟前');
  expect(filled('取 ', '中通快递', ' 运单号')).toBe('取中通快递运单号');
  expect(filled('取 ', 'EMS', ' 运单号')).toBe('取 EMS 运单号');
});

test('what a value says itself, and the dot between two parts, keep their spaces', () => {
  expect(filled('送到 ', '浙江省 杭州市', ' · 加急')).toBe('送到浙江省 杭州市 · 加急');
  expect(joinHan(`${markHan('今天', 'day')} ${markHan('上午', 'time')} 的一批`)).toBe('今天 上午的一批');
});

test('a name somebody chose keeps its space, it would run into the text', () => {
  expect(filled('账号 ', '快递鸟主账号', ' 连不上', 'name')).toBe('账号 快递鸟主账号 连不上');
});

test('an English text with a Chinese value keeps its spaces', () => {
  expect(filled('Book with ', '中通快递', ' now')).toBe('Book with 中通快递 now');
});

test('a failure of a platform with a Chinese name is read without gaps', () => {
  expect(describeError('NETWORK_TIMEOUT', { host: '练习平台' }).says).toContain('等待练习平台的回复');
  expect(describeError('NETWORK_TIMEOUT', { host: 'api.kdniao.com' }).says).toContain(
    '等待 api.kdniao.com 的回复',
  );
});
