import { describe, expect, it } from 'vitest';
import { askFault, sfFault } from '../../../../../electron/carriers/sf/faults.ts';

describe("a refusal of SF's", () => {
  it.each([
    ['A1006', '数字签名无效', 'CARRIER_CREDENTIALS', 'did-not-happen'],
    ['A1002', '', 'CARRIER_CREDENTIALS', 'did-not-happen'],
    ['A1003', 'IP无效', 'CARRIER_PERMISSION', 'did-not-happen'],
    ['A1004', '无对应服务权限', 'CARRIER_PERMISSION', 'did-not-happen'],
    ['A1005', '流量受控', 'CARRIER_BUSY', 'did-not-happen'],
    ['8177', '高峰期管控', 'CARRIER_PEAK', 'did-not-happen'],
    ['6126', '月结卡号不合法', 'CARRIER_ACCOUNT', 'did-not-happen'],
    ['8114', '', 'CARRIER_ACCOUNT', 'did-not-happen'],
    ['8247', '非法运单号', 'CARRIER_ENVIRONMENT', 'did-not-happen'],
    ['20035', '禁寄品', 'CARRIER_PROHIBITED', 'did-not-happen'],
    ['8196', '电话异常', 'CARRIER_FIELD', 'did-not-happen'],
    ['1014', '到件方地址不能为空', 'CARRIER_FIELD', 'did-not-happen'],
    ['6150', '找不到该订单', 'CARRIER_NOT_FOUND', 'did-not-happen'],
    ['20036', '不适合的产品', 'CARRIER_REFUSED', 'did-not-happen'],
    ['A1009', '下游系统不可用', 'CARRIER_REFUSAL_UNCLEAR', 'unknown'],
    ['A1099', '系统异常', 'CARRIER_REFUSAL_UNCLEAR', 'unknown'],
    ['A1007', '重复请求', 'CARRIER_REFUSAL_UNCLEAR', 'unknown'],
    ['S0003', '数据错误', 'CARRIER_REFUSAL_UNCLEAR', 'unknown'],
    ['8999', '系统繁忙，请稍后再试', 'CARRIER_REFUSAL_UNCLEAR', 'unknown'],
    ['8999', '', 'CARRIER_REFUSAL_UNCLEAR', 'unknown'],
    ['', '', 'CARRIER_REFUSAL_UNCLEAR', 'unknown'],
  ])('%s %s is %s, %s', (code, reason, wanted, certainty) => {
    expect(sfFault(code, reason)).toMatchObject({ ok: false, code: wanted, certainty });
    expect(askFault(code, reason)).toMatchObject({ ok: false, code: wanted, certainty: 'did-not-happen' });
  });
});
