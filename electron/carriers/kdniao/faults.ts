import { type CallOutcome, didNotHappen, unknownOutcome } from '../../../shared/errors/outcome.ts';
import { carrierAccountWords, unsettledWords } from '../kit/exchange.ts';
import { codeTable, ofQuestion, refusal, refusalOfKind, withReason } from '../kit/refusal.ts';

const codes = codeTable({
  CARRIER_FIELD: ['101', '103', '401', '402', '403', '404'],
  CARRIER_QUOTA: ['405'],
});

/**
 * A parsed reply that is no success, as our code and certainty. `reason` must be redacted already. Codes: lists of two public clients;
 * 100, 105 and 106 also in the vendor's articles. 105 is "other, read the Reason": with fault words the outcome is unknown, as with an
 * undocumented code.
 */
export function resultFault(code: string, reason: string): CallOutcome<never> {
  const known = codes.get(code);
  if (known !== undefined) return refusal(known, reason || code);
  if (code === '102') {
    const kind = reasonKind(reason);
    return refusalOfKind(kind === 'permission' || kind === 'account' ? kind : 'credentials', reason);
  }
  if (code === '104') return accountFault(reason || code);
  const kind = code === '105' && reason !== '' ? reasonKind(reason) : 'unsettled';
  return kind === 'unsettled'
    ? unknownOutcome('CARRIER_REFUSAL_UNCLEAR', { reason: reason || code || '?' })
    : refusalOfKind(kind, reason);
}

/** The same for a query: it changed nothing, whatever the answer. Query replies may have no code at all. */
export function queryFault(code: string, reason: string): CallOutcome<never> {
  return ofQuestion(resultFault(code || '105', reason));
}

/** 104: the account itself; in arrears, not opened, or disabled. */
function accountFault(reason: string): CallOutcome<never> {
  const kind = reasonKind(reason);
  if (kind === 'permission') return didNotHappen('CARRIER_PERMISSION', { reason });
  const isArrears = kind === 'arrears' || kind === 'balance';
  return didNotHappen(isArrears ? 'CARRIER_ARREARS' : 'CARRIER_ACCOUNT', { reason });
}

/**
 * A refusal whose sentence may name persons unknown to this call: the platform has them from the booking. The sentence decides the kind of
 * refusal and is not shown; only its trade terms are, otherwise the code.
 */
export function askFault(code: string, reason: string): CallOutcome<never> {
  return withoutSentence(queryFault(code, reason), code, reason);
}

/** The same for a call that changes something. */
export function changeFault(code: string, reason: string): CallOutcome<never> {
  return withoutSentence(resultFault(code, reason), code, reason);
}

function withoutSentence(fault: CallOutcome<never>, code: string, reason: string): CallOutcome<never> {
  return withReason(fault, tradeWords(reason) || (/^\d{1,4}$/.test(code) ? code : '105'));
}

/**
 * The meaning of a Reason's free text; the only file that reads the platform's sentences. In order: the first match counts. Fault words
 * come before everything that would be a definite refusal.
 */
const patterns = [
  ['cancelled', /已(经)?(被)?(取消|撤销|作废)|重复取消|取消过/u],
  ['subscribed', /已(经)?订阅|重复订阅|订阅.{0,4}(已存在|重复)/u],
  [
    'duplicate',
    /(订单|单号|OrderCode).{0,6}(已(经)?(存在|下单|使用)|重复)|已(经)?下(过)?单|重复(下单|提交|操作|订单)/iu,
  ],
  ['no-trace', /(暂无|没有|无|未查询?到).{0,6}(轨迹|物流|路由)/u],
  ['not-recognised', /(无法|未能?|不能|没有|暂无).{0,6}(识别|匹配)/u],
  ['unsettled', unsettledWords],
  // A place that is not opened is a refusal of the order, not of the account.
  [
    'permission',
    /^(?!.*(区域|地区|地址|网点)).*(未授权|(无|没有|缺少).{0,6}权限|权限不足|未(开通|申请|绑定|购买)|IP.{0,6}(白名单|受限|限制|不合法))/iu,
  ],
  ['credentials', /签名|验签|DataSign|EBusinessID|商户(ID|号)|ApiKey|密钥/iu],
  ['account', carrierAccountWords],
  ['arrears', /欠费|(账户|帐户|资金|现金)(可用)?余额/u],
  [
    'balance',
    /余额|余量|充值|(单号|面单|库存).{0,6}(不足|用完|耗尽|用尽|为0|为零)|(没有|无)可用.{0,4}(单号|面单)/u,
  ],
  ['quota', /(查询|请求|调用).{0,4}(次数|量).{0,8}(超|上限|用完|不足)|(超过|超出|达到).{0,6}(查询|调用)/u],
  ['not-found', /(订单|运单|单号).{0,6}(不存在|未找到)|(没有|未找到|查无).{0,6}(订单|运单)/u],
] as const satisfies readonly (readonly [string, RegExp])[];

type ReasonKind = (typeof patterns)[number][0] | 'refused';

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

/** What a Reason says about coverage. The vendor's wording is not documented: these are trade terms, and any other text says nothing. */
export function reachReason(reason: string): 'out-of-area' | 'remote' | null {
  if (reasonKind(reason) !== 'refused') return null;
  if (outOfArea.test(reason)) return 'out-of-area';
  return /偏远/u.test(reason) ? 'remote' : null;
}

/** Fixed trade terms, none of which can be part of a name or address. */
const words =
  /已揽(收|件)|已取件|已签收|已发(出|货)|已出库|运输中|派送中|(不能|无法|不可|不允许|不支持)(取消|撤销|作废|查询|订阅|识别)|(取消|查询|订阅|下单)失败|超过取消时间|未开通|未授权|(无|没有|缺少)(接口)?权限|IP不在白名单|缺少必要参数\[[A-Za-z.]{2,30}\]|参数格式错误\[[A-Za-z.]{2,30}\]|(电子面单|账户|单号)?余额不足|欠费|单号(不存在|错误|格式错误)|订单不存在|系统(异常|繁忙|错误)|(接口|请求)?超时|请?稍后(再试|重试)|该快递公司(暂)?不支持(单量查询|时效预测|轨迹查询|订阅|取消|电子面单)|请求?(过于)?频繁/gu;

/**
 * The part of a sentence that may be shown when it could name persons unknown to this call. Only its fixed trade terms; empty when there
 * are none.
 */
export function tradeWords(reason: string): string {
  return [...new Set(Array.from(reason.matchAll(words), ([word]) => word))].join('，');
}
