import { unsettledWords } from '../kit/unsettledWords.ts';

/** What the free text of a message tells. The only file that reads the platform's sentences. */
export type MessageKind =
  | 'cancelled'
  | 'unsettled'
  | 'credentials'
  | 'permission'
  | 'arrears'
  | 'balance'
  | 'not-found'
  | 'phone'
  | 'locked'
  | 'refused';

/** In order: the first that fits counts. Fault words come before all that would be a definite refusal. */
const patterns: readonly (readonly [MessageKind, RegExp])[] = [
  ['cancelled', /已(经)?(被)?(取消|撤销|作废)|重复取消|取消过/u],
  ['locked', /锁定|锁单|查询.{0,6}频/u],
  ['unsettled', unsettledWords],
  ['phone', /验证码错误|(手机|电话|号码).{0,8}(错误|不(匹配|符|正确))/u],
  ['credentials', /签名|验签|授权码|不合法/u],
  // A place that is not opened is a refusal of the order, not of the account.
  ['permission', /^(?!.*(区域|地区|地址|网点)).*((无|没有).{0,4}权限|未(开通|购买))/u],
  [
    'balance',
    /余额|余量|充值|(单号|面单|库存|单量).{0,6}(不足|用完|耗尽|为0|为零)|(没有|无)可用.{0,4}(单|余)/u,
  ],
  ['arrears', /欠费/u],
  ['not-found', /(订单|运单|单号|任务).{0,6}(不存在|未找到)|(没有|未找到|查无).{0,6}(订单|运单)/u],
];

export function messageKind(text: string): MessageKind {
  return patterns.find(([, pattern]) => pattern.test(text))?.[0] ?? 'refused';
}
