import { unsettledWords } from '../kit/unsettledWords.ts';

/** What the free text of a Reason tells. The only file that reads the platform's sentences. */
export type ReasonKind =
  | 'cancelled'
  | 'duplicate'
  | 'no-trace'
  | 'not-recognised'
  | 'subscribed'
  | 'ambiguous'
  | 'permission'
  | 'credentials'
  | 'arrears'
  | 'balance'
  | 'quota'
  | 'not-found'
  | 'refused';

/** In order: the first that fits counts. Fault words come before all that would be a definite refusal. */
const patterns: readonly (readonly [ReasonKind, RegExp])[] = [
  ['cancelled', /已(经)?(被)?(取消|撤销|作废)|重复取消|取消过/u],
  ['subscribed', /已(经)?订阅|重复订阅|订阅.{0,4}(已存在|重复)/u],
  [
    'duplicate',
    /(订单|单号|OrderCode).{0,6}(已(经)?(存在|下单|使用)|重复)|已(经)?下(过)?单|重复(下单|提交|操作|订单)/iu,
  ],
  ['no-trace', /(暂无|没有|无|未查询?到).{0,6}(轨迹|物流|路由)/u],
  ['not-recognised', /(无法|未能?|不能|没有|暂无).{0,6}(识别|匹配)/u],
  ['ambiguous', unsettledWords],
  // A place that is not opened is a refusal of the order, not of the account.
  [
    'permission',
    /^(?!.*(区域|地区|地址|网点)).*(未授权|(无|没有|缺少).{0,6}权限|权限不足|未(开通|申请|绑定|购买)|IP.{0,6}(白名单|受限|限制|不合法))/iu,
  ],
  ['credentials', /签名|验签|DataSign|EBusinessID|商户(ID|号)|ApiKey|密钥/iu],
  ['arrears', /欠费|(账户|帐户|资金|现金)(可用)?余额/u],
  [
    'balance',
    /余额|余量|充值|(单号|面单|库存).{0,6}(不足|用完|耗尽|用尽|为0|为零)|(没有|无)可用.{0,4}(单号|面单)/u,
  ],
  ['quota', /(查询|请求|调用).{0,4}(次数|量).{0,8}(超|上限|用完|不足)|(超过|超出|达到).{0,6}(查询|调用)/u],
  ['not-found', /(订单|运单|单号).{0,6}(不存在|未找到)|(没有|未找到|查无).{0,6}(订单|运单)/u],
];

/** Texts are those quoted in the vendor's pages and in public clients; everything else is a refusal with its reason. */
export function reasonKind(reason: string): ReasonKind {
  return patterns.find(([, pattern]) => pattern.test(reason))?.[0] ?? 'refused';
}

/** The text itself could not be parsed. A system fault that says so too stays a fault. */
export function isNotUnderstood(reason: string): boolean {
  const kind = reasonKind(reason);
  return (
    kind === 'not-recognised' ||
    (kind === 'refused' && /解析|识别|地址.{0,6}(有误|不完整|错误)/u.test(reason))
  );
}

const outOfArea =
  /超区|超出.{0,8}(范围|区域)|不在.{0,8}(范围|区域)|非(派送|揽收|服务)(范围|区域)|(不|无法|未)(能|可|支持)?.{0,3}(派送|配送|送达|投递|揽收)|(不|无法|未).{0,6}(服务|覆盖|到达).{0,4}(区域|地区|范围|地址)|(区域|地区|网点).{0,8}未(开通|覆盖)/u;

/**
 * What a Reason tells of reach. The vendor's wording is not documented: these are the words of the trade, and anything
 * else says nothing.
 */
export function reachReason(reason: string): 'out-of-area' | 'remote' | null {
  if (reasonKind(reason) !== 'refused') return null;
  if (outOfArea.test(reason)) return 'out-of-area';
  return /偏远/u.test(reason) ? 'remote' : null;
}
