import { expect, test } from 'vitest';
import { describeError } from '../../../../shared/text/describeError.ts';
import { gapBetween, joinHan, joinTexts, markHan } from '../../../../shared/text/hanSpacing.ts';

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

test('two Chinese texts meet without a space, and nothing follows a wide sign but what it brings', () => {
  expect(gapBetween('检查于', '今天 14:05')).toBe('');
  expect(gapBetween('上次查询：', '3 分钟前')).toBe('');
  expect(gapBetween('检查于', '11月3日 08:00')).toBe(' ');
  expect(gapBetween('Checked', 'today 14:05')).toBe(' ');
  expect(gapBetween('没有取到号。', '')).toBe('');
});

test('sentences stand in one line, those that say nothing left out', () => {
  expect(joinTexts(['已移走 3 单。', '', '有 1 单没有移走。'])).toBe('已移走 3 单。有 1 单没有移走。');
  expect(joinTexts(['3 orders moved.', '1 stays.'])).toBe('3 orders moved. 1 stays.');
  expect(joinTexts(['', ''])).toBe('');
});
