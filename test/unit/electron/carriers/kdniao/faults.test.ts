import { describe, expect, it } from 'vitest';
import { queryFault, resultFault } from '../../../../../electron/carriers/kdniao/faults.ts';
import { reasonKind } from '../../../../../electron/carriers/kdniao/reasons.ts';

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
  ])('%s %s surely booked nothing: %s', (code, reason, expected) => {
    expect(resultFault(code, reason)).toMatchObject({ code: expected, certainty: 'did-not-happen' });
  });

  it.each([
    ['105', '快递公司接口超时'],
    ['105', '系统异常，请稍后再试'],
    ['105', '服务器繁忙'],
    ['105', '系统错误，余额查询失败'],
    ['105', 'Internal Error'],
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
