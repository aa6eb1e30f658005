import { describe, expect, it } from 'vitest';
import { isNotUnderstood, reachReason } from '../../../../../electron/carriers/kdniao/reasons.ts';

describe('what a reason tells of reach', () => {
  it.each([
    '收件地址超区',
    '收件地址超出派送范围',
    '该地区暂不支持派送',
    '收件地不在服务范围',
    '目的地无法送达',
    '当前网点未覆盖',
    '非派送区域',
  ])('%s: does not go there', (reason) => {
    expect(reachReason(reason)).toBe('out-of-area');
  });

  it('tells a remote place', () => {
    expect(reachReason('成功，目的地为偏远地区')).toBe('remote');
  });

  it.each([
    '',
    '成功',
    '参数非法，取值范围错误',
    '不支持该产品类型',
    '系统异常，派送服务暂不可用，请稍后再试',
    '没有权限查询派送范围',
    '查询次数超出范围，请求次数已超上限',
  ])('%j: says nothing of it', (reason) => {
    expect(reachReason(reason)).toBeNull();
  });
});

describe('a text that the platform could not parse', () => {
  it.each(['地址解析失败', '无法识别该地址', '未能匹配到地址', '地址信息不完整'])('%s', (reason) => {
    expect(isNotUnderstood(reason)).toBe(true);
  });

  it.each(['系统异常，解析失败，请稍后再试', '签名错误', '账户余额不足', ''])(
    'is not meant by %j',
    (reason) => {
      expect(isNotUnderstood(reason)).toBe(false);
    },
  );
});
