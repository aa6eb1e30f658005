import { expect, it } from 'vitest';
import { tradeWords } from '../../../../../electron/carriers/kdniao/tradeWords.ts';

it.each([
  ['该运单已揽收，无法取消', '已揽收，无法取消'],
  ['收件人李四光（南山区科技园）已签收，不能取消', '已签收，不能取消'],
  ['缺少必要参数[StationCode]', '缺少必要参数[StationCode]'],
  ['系统异常，请稍后再试', '系统异常，请稍后再试'],
  ['李四光 13800138000', ''],
  ['', ''],
])('of %j tells %j', (reason, told) => {
  expect(tradeWords(reason)).toBe(told);
});
