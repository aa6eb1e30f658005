import { describe, expect, it } from 'vitest';
import {
  isNotUnderstood,
  queryFault,
  reachReason,
  reasonKind,
  resultFault,
  tradeWords,
} from '../../../../../electron/carriers/kdniao/faults.ts';

describe('a refusal in the words of the platform', () => {
  it.each([
    ['101', '缺少必要参数', 'CARRIER_FIELD'],
    ['102', '签名错误', 'CARRIER_CREDENTIALS'],
    ['103', '参数格式错误', 'CARRIER_FIELD'],
    ['102', '没有接口权限', 'CARRIER_PERMISSION'],
    ['102', 'IP不在白名单', 'CARRIER_PERMISSION'],
    ['104', '账户欠费', 'CARRIER_ARREARS'],
    ['104', '账户余额不足', 'CARRIER_ARREARS'],
    ['104', '账号未开通该服务', 'CARRIER_PERMISSION'],
    ['104', '账号已停用', 'CARRIER_ACCOUNT'],
    ['105', '该快递公司未开通电子面单', 'CARRIER_PERMISSION'],
    ['105', '收件地区未开通', 'CARRIER_REFUSED'],
    ['105', '账户可用余额为0', 'CARRIER_ARREARS'],
    ['105', '收件地址超出派送范围', 'CARRIER_REFUSED'],
    ['105', '电子面单余额不足', 'CARRIER_BALANCE'],
    ['105', '单号已用完，请联系网点', 'CARRIER_BALANCE'],
    ['105', '订单不存在', 'CARRIER_NOT_FOUND'],
    ['405', '', 'CARRIER_QUOTA'],
    ['105', '客户号或密码错误', 'CARRIER_ACCOUNT'],
    ['105', '面单账号密码不正确', 'CARRIER_ACCOUNT'],
    ['105', 'CustomerPwd 验证失败', 'CARRIER_ACCOUNT'],
    ['105', '月结卡号无效', 'CARRIER_ACCOUNT'],
    ['102', '客户号不存在', 'CARRIER_ACCOUNT'],
    ['105', '增值服务不可用', 'CARRIER_REFUSED'],
    ['105', '收件人电话错误', 'CARRIER_REFUSED'],
    ['105', '收件客户地址不正确', 'CARRIER_REFUSED'],
  ])('%s %s surely booked nothing: %s', (code, reason, expected) => {
    expect(resultFault(code, reason)).toMatchObject({ code: expected, certainty: 'did-not-happen' });
  });

  it.each([
    ['105', '快递公司接口超时'],
    ['105', '系统异常，请稍后再试'],
    ['105', '服务器繁忙'],
    ['105', '系统错误，余额查询失败'],
    ['105', 'Internal Error'],
    ['105', '请求频率过快，QPS超限'],
    ['105', '每秒请求次数超过限制'],
    ['105', '并发数超限'],
    ['105', '系统升级维护中'],
    ['105', '快递公司服务暂不可用'],
    ['105', '请稍候再试'],
    ['105', '503 Service Unavailable'],
    ['105', ''],
    ['999', '从未见过'],
    ['', ''],
  ])('%s %j leaves open whether a waybill exists', (code, reason) => {
    expect(resultFault(code, reason)).toMatchObject({
      code: 'CARRIER_REFUSAL_UNCLEAR',
      certainty: 'unknown',
    });
  });

  it('never blocks a query', () => {
    expect(queryFault('105', '系统异常')).toMatchObject({ certainty: 'did-not-happen' });
    expect(queryFault('', '签名验证失败')).toMatchObject({ code: 'CARRIER_CREDENTIALS' });
  });

  it.each([
    ['订单号已存在,请勿重复操作', 'duplicate'],
    ['该订单已经存在,请勿重复操作', 'duplicate'],
    ['该订单号已下单成功', 'duplicate'],
    ['订单已取消,请勿重复操作', 'cancelled'],
    ['暂无轨迹信息', 'no-trace'],
    ['此单无物流信息', 'no-trace'],
  ])('recognises %s', (reason, kind) => {
    expect(reasonKind(reason)).toBe(kind);
  });
});

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
