import { describe, expect, it } from 'vitest';
import { askFault, labelFault, messageKind } from '../../../../../electron/carriers/kuaidi100/faults.ts';

describe("a label reply of Kuaidi100's that is no success", () => {
  it.each([
    ['30001', '参数错误', 'CARRIER_FIELD', 'did-not-happen'],
    ['30002', '验证签名失败', 'CARRIER_CREDENTIALS', 'did-not-happen'],
    ['30003', '授权码错误', 'CARRIER_CREDENTIALS', 'did-not-happen'],
    ['503', '', 'CARRIER_CREDENTIALS', 'did-not-happen'],
    ['600', '', 'CARRIER_CREDENTIALS', 'did-not-happen'],
    ['601', 'KEY已过期', 'CARRIER_ACCOUNT', 'did-not-happen'],
    ['30004', '单量不足', 'CARRIER_BALANCE', 'did-not-happen'],
    ['30009', '订单不存在', 'CARRIER_NOT_FOUND', 'did-not-happen'],
    ['30020', '收件地址超出派送范围', 'CARRIER_REFUSED', 'did-not-happen'],
    ['30020', '该区域未开通', 'CARRIER_REFUSED', 'did-not-happen'],
    ['30020', '该接口未开通', 'CARRIER_PERMISSION', 'did-not-happen'],
    ['30020', '账户欠费', 'CARRIER_ARREARS', 'did-not-happen'],
    ['30020', '网点电子面单余额不足', 'CARRIER_BALANCE', 'did-not-happen'],
    ['30020', '电子面单账号或密码错误', 'CARRIER_ACCOUNT', 'did-not-happen'],
    ['30020', 'partnerKey不正确', 'CARRIER_ACCOUNT', 'did-not-happen'],
    ['30020', '请求频率过快', 'CARRIER_REFUSAL_UNCLEAR', 'unknown'],
    ['30020', '快递公司接口超时', 'CARRIER_REFUSAL_UNCLEAR', 'unknown'],
    ['-1', '服务器错误', 'CARRIER_REFUSAL_UNCLEAR', 'unknown'],
    ['-1', '收件地址超出派送范围', 'CARRIER_REFUSAL_UNCLEAR', 'unknown'],
    ['501', '重复提交', 'CARRIER_REFUSAL_UNCLEAR', 'unknown'],
    ['200', '失败', 'CARRIER_REFUSAL_UNCLEAR', 'unknown'],
    ['99999', '', 'CARRIER_REFUSAL_UNCLEAR', 'unknown'],
    ['', '', 'CARRIER_REFUSAL_UNCLEAR', 'unknown'],
  ])('%s %s is %s, %s', (code, reason, wanted, certainty) => {
    expect(labelFault(code, reason)).toMatchObject({ ok: false, code: wanted, certainty });
    expect(askFault(code, reason)).toMatchObject({ ok: false, certainty: 'did-not-happen' });
  });

  it('is a used-up quota when it was a question', () => {
    expect(askFault('30004', '')).toMatchObject({ code: 'CARRIER_QUOTA' });
  });

  it.each([
    ['订单已取消，请勿重复操作', 'cancelled'],
    ['单号查询过于频繁，已锁定', 'locked'],
    ['验证码错误', 'phone'],
    ['系统繁忙，请稍后再试', 'unsettled'],
    ['不合法的用户', 'credentials'],
  ])('%s tells %s', (text, kind) => {
    expect(messageKind(text)).toBe(kind);
  });
});
